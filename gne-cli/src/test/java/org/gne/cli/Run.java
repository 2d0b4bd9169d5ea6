package org.gne.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import picocli.CommandLine;

/** What a command did. */
record Run(int code, String out, String err) {

    static Run of(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Main.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        int code = command.execute(Arrays.stream(args).map(Object::toString).toArray(String[]::new));
        return new Run(code, out.toString(), err.toString());
    }
}

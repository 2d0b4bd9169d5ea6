package org.gne.cli.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.gne.io.InputException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns every failure into one line and an exit code: 2 for the call and the input, 1 for the work. */
public final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

    /** The call or the input is wrong. */
    static final int WRONG_CALL = 2;

    /** The work failed. */
    public static final int FAILED = 1;

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(line(message(e)) + " (see " + command.getCommandSpec().qualifiedName() + " --help)");
        return WRONG_CALL;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        command.getErr().println(line(message(e)));
        return e instanceof InputException || e instanceof IllegalArgumentException ? WRONG_CALL : FAILED;
    }

    /** The message of an exception, complete without the exception's type. */
    public static String message(Throwable e) {
        if (e instanceof UncheckedIOException wrapped && wrapped.getCause() != null) {
            return message(wrapped.getCause());
        }
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + ": no such file";
        }
        if (e instanceof AccessDeniedException denied) {
            return denied.getFile() + ": permission denied";
        }
        if (e instanceof FileSystemException file && file.getReason() != null) {
            return file.getFile() + ": " + file.getReason();
        }
        boolean speaks = e instanceof IOException || e instanceof RuntimeException;
        return speaks && e.getMessage() != null ? e.getMessage() : e.toString();
    }

    /** A message as one line, without characters that change the terminal: it may quote a file. */
    public static String line(String message) {
        return "gne: "
                + message.replaceAll("\\s*\\R\\s*", " ")
                        .replaceAll("[\\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+", " ")
                        .strip();
    }
}

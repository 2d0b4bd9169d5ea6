package org.gne.cli.output;

import java.io.PrintWriter;
import java.util.List;

/** Notes on how data was read: lines that begin with {@code note:}. */
public final class Notes {

    private Notes() {}

    public static void print(List<String> notes, PrintWriter out) {
        notes.forEach(note -> out.println("note: " + note.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ")));
        out.flush();
    }
}

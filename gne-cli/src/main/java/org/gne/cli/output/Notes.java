package org.gne.cli.output;

import java.io.PrintWriter;
import java.util.List;

/** Notes on how data was read: lines that begin with {@code note:}. */
public final class Notes {

    private Notes() {}

    public static void print(List<String> notes, PrintWriter out) {
        notes.forEach(note ->
                out.println("note: " + note.replaceAll("[\\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+", " ")));
        out.flush();
    }
}

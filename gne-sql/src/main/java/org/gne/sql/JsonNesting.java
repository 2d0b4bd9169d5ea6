package org.gne.sql;

import java.io.IOException;
import java.io.InputStream;
import org.gne.io.InputException;
import org.gne.io.InputSource;

/**
 * Checks JSON lines before the database reads them, for two reasons. The database recurses for every level of nesting,
 * and some thousands of levels crash the process. And it reads a damaged gzip file up to the damage without an error;
 * reading the file to its end finds the damage.
 */
final class JsonNesting {

    /** The largest number of levels of arrays and objects; a row of values has one. */
    private static final int DEEPEST = 64;

    private final String name;
    private long line = 1;
    private int depth;
    private boolean text;
    private boolean escaped;

    private JsonNesting(String name) {
        this.name = name;
    }

    /**
     * @throws InputException if values are nested too deeply
     * @throws IOException if the file cannot be read to its end
     */
    static void check(InputSource source) throws IOException {
        JsonNesting nesting = new JsonNesting(source.text());
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = source.open()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    nesting.next(buffer[i]);
                }
            }
        }
    }

    private void next(byte character) {
        if (character == '\n') {
            // A value ends with its line, even if it is wrong.
            line++;
            depth = 0;
            text = false;
            escaped = false;
        } else if (text) {
            text = escaped || character != '"';
            escaped = !escaped && character == '\\';
        } else if (character == '"') {
            text = true;
        } else if (character == '{' || character == '[') {
            if (++depth > DEEPEST) {
                throw new InputException(name + ": line " + line + ": found values nested more than " + DEEPEST
                        + " levels deep, expected an object of plain values");
            }
        } else if (character == '}' || character == ']') {
            depth--;
        }
    }
}

package org.gne.sql;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gne.io.InputException;
import org.gne.io.InputSource;

/**
 * Checks JSON before the database reads them, for three reasons. The database recurses for every level of nesting,
 * and some thousands of levels crash the process. It reads a damaged gzip file up to the damage without an error;
 * reading the file to its end finds the damage. And it changes keys that differ from another only in case.
 */
final class JsonScan {

    /** The largest number of levels of arrays and objects; a row of values has one. */
    static final int DEEPEST = 64;

    /** The database does not read more columns than this in reasonable time. */
    private static final int MOST_KEYS = 1 << 20;

    private final String name;
    private final boolean lines;
    private final int deepest;
    /** The level of the keys of a row: 1, or 2 in an array of rows. */
    private int rowLevel = 1;

    private boolean begun;
    private long line = 1;
    private int depth;
    private boolean text;
    private boolean escaped;
    /** Whether a text that begins now is the key of a row. */
    private boolean keyNext;

    private boolean inKey;
    private final ByteArrayOutputStream key = new ByteArrayOutputStream();
    /** The keys of the rows, in the order in which they first appear. */
    private final Set<String> keys = new LinkedHashSet<>();

    private JsonScan(String name, boolean lines, int deepest) {
        this.name = name;
        this.lines = lines;
        this.deepest = deepest;
    }

    /**
     * Reads a file to its end.
     *
     * @param lines whether every line is a value, also if it is wrong; else values may have several lines
     * @param deepest the largest number of levels
     * @return the keys of the rows in the order in which they first appear, as they are written, with escapes
     * @throws InputException if values are nested too deeply
     * @throws IOException if the file cannot be read to its end
     */
    static List<String> keys(InputSource source, boolean lines, int deepest) throws IOException {
        JsonScan scan = new JsonScan(source.text(), lines, deepest);
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = source.open()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    scan.next(buffer[i]);
                }
            }
        }
        return List.copyOf(scan.keys);
    }

    private void next(byte character) {
        if (!begun && character > ' ') {
            begun = true;
            rowLevel = character == '[' && !lines ? 2 : 1;
        }
        if (character == '\n' && !lines) {
            line++;
        } else if (character == '\n') {
            // A value ends with its line, even if it is wrong.
            line++;
            depth = 0;
            text = false;
            escaped = false;
            inKey = false;
        } else if (text) {
            text = escaped || character != '"';
            escaped = !escaped && character == '\\';
            if (inKey) {
                key(character);
            }
        } else if (character == '"') {
            text = true;
            inKey = depth == rowLevel && keyNext;
            keyNext = false;
        } else if (character == ',') {
            keyNext = depth == rowLevel;
        } else if (character == '{' || character == '[') {
            if (++depth > deepest) {
                throw new InputException(name + ": line " + line + ": found values nested more than " + deepest
                        + " levels deep, expected an object of plain values");
            }
            keyNext = character == '{' && depth == rowLevel;
        } else if (character == '}' || character == ']') {
            depth--;
        }
    }

    private void key(byte character) {
        if (text) {
            key.write(character);
            return;
        }
        inKey = false;
        if (keys.size() < MOST_KEYS) {
            keys.add(key.toString(StandardCharsets.UTF_8));
        }
        key.reset();
    }
}

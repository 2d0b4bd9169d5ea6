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
 * Checks JSON lines before the database reads them, for three reasons. The database recurses for every level of nesting,
 * and some thousands of levels crash the process. It reads a damaged gzip file up to the damage without an error;
 * reading the file to its end finds the damage. And it changes keys that differ from another only in case.
 */
final class JsonScan {

    /** The largest number of levels of arrays and objects; a row of values has one. */
    private static final int DEEPEST = 64;

    /** The database does not read more columns than this in reasonable time. */
    private static final int MOST_KEYS = 1 << 20;

    private final String name;
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

    private JsonScan(String name) {
        this.name = name;
    }

    /**
     * Reads a file to its end.
     *
     * @return the keys of the rows in the order in which they first appear, as they are written, with escapes
     * @throws InputException if values are nested too deeply
     * @throws IOException if the file cannot be read to its end
     */
    static List<String> keys(InputSource source) throws IOException {
        JsonScan scan = new JsonScan(source.text());
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
        if (character == '\n') {
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
            inKey = depth == 1 && keyNext;
            keyNext = false;
        } else if (character == ',') {
            keyNext = depth == 1;
        } else if (character == '{' || character == '[') {
            if (++depth > DEEPEST) {
                throw new InputException(name + ": line " + line + ": found values nested more than " + DEEPEST
                        + " levels deep, expected an object of plain values");
            }
            keyNext = character == '{' && depth == 1;
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

package org.gne.io.arff;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import org.gne.io.InputException;
import org.gne.io.text.TextRecords;
import org.jspecify.annotations.Nullable;

/** The lines of an ARFF file, without comments and empty lines. */
final class ArffLines implements Closeable {

    private final String name;
    private final BufferedReader in;
    private long line;

    ArffLines(String name, Reader in) {
        this.name = name;
        this.in = new BufferedReader(in, 1 << 16);
    }

    /** The next line, null at the end. */
    @Nullable String next() throws IOException {
        String text = read();
        while (text != null && (text.isBlank() || text.stripLeading().startsWith("%"))) {
            text = read();
        }
        return text == null ? null : text.strip();
    }

    private @Nullable String read() throws IOException {
        line++;
        StringBuilder text = new StringBuilder();
        int c = in.read();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n') {
            text.append((char) c);
            if (text.length() > TextRecords.LONGEST_RECORD) {
                throw wrong("a line of more than " + TextRecords.LONGEST_RECORD + " characters", "a shorter one");
            }
            c = in.read();
        }
        return text.toString();
    }

    /** The number of the last line, from 1. */
    long line() {
        return line;
    }

    InputException wrong(String found, String expected) {
        return new InputException(name + ": line " + line + ": found " + found + ", expected " + expected);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

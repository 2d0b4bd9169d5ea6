package org.gne.io.text;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Adds a last line with a zero character to a text. A CSV reader treats the end of the text as the end of an open
 * quote; if the added line is missing from its records, a quote was not closed.
 */
final class MarkedEnd extends FilterReader {

    static final String MARK = "\0";

    private static final String END = "\n" + MARK;

    /** The number of characters of the added line that were returned, -1 before the end of the text. */
    private int given = -1;

    MarkedEnd(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] out, int offset, int length) throws IOException {
        if (given < 0) {
            int n = in.read(out, offset, length);
            if (n >= 0) {
                return n;
            }
            given = 0;
        }
        int n = Math.min(length, END.length() - given);
        if (n == 0) {
            return length == 0 ? 0 : -1;
        }
        END.getChars(given, given + n, out, offset);
        given += n;
        return n;
    }
}

package org.gne.io.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * A text with a last line of a zero character. A CSV reader takes the end of the text for the end of an open quote; with
 * the mark, a quote that is never closed swallows it.
 */
final class MarkedEnd extends FilterReader {

    static final String MARK = "\0";

    private static final String END = "\n" + MARK;

    /** Characters of the end that were given, -1 while the text goes on. */
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

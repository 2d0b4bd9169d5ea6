package org.gne.io.text;

import java.io.IOException;
import java.io.Reader;

/** Two texts, one after the other. */
final class JoinedReader extends Reader {

    private final Reader first;
    private final Reader second;
    private boolean over;

    JoinedReader(Reader first, Reader second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public int read(char[] out, int offset, int length) throws IOException {
        if (!over) {
            int n = first.read(out, offset, length);
            if (n >= 0) {
                return n;
            }
            over = true;
        }
        return second.read(out, offset, length);
    }

    @Override
    public void close() throws IOException {
        first.close();
        second.close();
    }
}

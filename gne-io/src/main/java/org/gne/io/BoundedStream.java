package org.gne.io;

import java.io.IOException;
import java.io.InputStream;

/**
 * The next bytes of a stream, as a stream that ends after them.
 *
 * @hidden internal
 */
public final class BoundedStream extends InputStream {

    private final InputStream in;
    private long left;

    /**
     * Creates a stream.
     *
     * @param in the whole stream, closed with this one
     * @param bytes the number of bytes, at least 0
     */
    public BoundedStream(InputStream in, long bytes) {
        this.in = in;
        left = bytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] out, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int n = left == 0 ? -1 : in.read(out, offset, (int) Math.min(length, left));
        left -= Math.max(0, n);
        return n;
    }

    /** Goes to the end, and leaves the whole stream open. */
    public void skipRest() throws IOException {
        in.skipNBytes(left);
        left = 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

package org.gne.io.hdf;

import java.io.InputStream;
import java.nio.ByteBuffer;

/** The elements of a dataset as a stream of bytes, in the order of C. Some rows are in memory at a time. */
final class HdfStream extends InputStream {

    private final HdfNumbers numbers;
    private ByteBuffer block = ByteBuffer.allocate(0);
    private long next;

    HdfStream(HdfNumbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] out, int offset, int length) {
        long rows = numbers.axes()[0];
        while (!block.hasRemaining() && next < rows) {
            long end = Math.min(rows, next + numbers.some());
            block = numbers.bytes().rows(next, (int) (end - next));
            next = end;
        }
        if (!block.hasRemaining()) {
            return -1;
        }
        int n = Math.min(length, block.remaining());
        block.get(out, offset, n);
        return n;
    }
}

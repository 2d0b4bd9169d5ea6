package org.gne.io.idx;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.gne.data.RowStore;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.io.HeapGuard;
import org.gne.io.InputException;
import org.gne.io.InputSource;
import org.gne.io.ReadOptions;

/**
 * Reads IDX files, the format of MNIST, plain or gzip: two zero bytes, the element type, the number of axes, their
 * sizes as big-endian 32-bit integers, the elements. Memory is allocated as bytes arrive, not as the header promises.
 *
 * @hidden internal
 */
public final class IdxReader {

    private static final int MAX_AXES = 4;
    /** An array in Java has at most a few elements less than 2^31. */
    private static final int MAX_BYTES = Integer.MAX_VALUE - 8;

    private static final int MAX_ROW = 1 << 28;

    private static final int FIRST_BLOCK = 1 << 20;

    private final String name;
    private final InputStream in;

    private IdxReader(String name, InputStream in) {
        this.name = name;
        this.in = in;
    }

    /**
     * Reads a stream to its end, row by row, and stores the rows as the options say.
     *
     * @see #read
     */
    static Samples rows(String name, InputStream stream, ReadOptions options) throws IOException {
        return new IdxReader(name, new BufferedInputStream(InputSource.unpacked(name, stream), FIRST_BLOCK))
                .rows(options);
    }

    /**
     * Reads a stream to its end.
     *
     * @param name the name for messages
     * @param stream plain or gzip
     * @throws InputException if it is not a complete, undamaged IDX file
     * @throws IOException if the stream itself fails
     */
    public static IdxFile read(String name, InputStream stream) throws IOException {
        return new IdxReader(name, InputSource.unpacked(name, stream)).read();
    }

    /** The header of a file. */
    private record Head(IdxElement element, int[] sizes) {
        long position() {
            return 4 + 4L * sizes.length;
        }
    }

    private Head head() throws IOException {
        byte[] start = in.readNBytes(4);
        if (start.length < 4) {
            throw wrong("the file", start.length + " bytes", "at least 4 of an IDX header");
        }
        if (start[0] != 0 || start[1] != 0) {
            String found = String.format("%02x %02x", start[0], start[1]);
            throw wrong("bytes 0-1", found, "00 00 (IDX) or 1f 8b (gzip)");
        }
        IdxElement element = IdxElement.of(start[2] & 0xff);
        if (element == null) {
            throw wrong("byte 2", String.format("element type %02x", start[2]), "one of 08, 09, 0b, 0c, 0d, 0e");
        }
        int axes = start[3] & 0xff;
        if (axes < 1 || axes > MAX_AXES) {
            throw wrong("byte 3", axes + " axes", "1 to " + MAX_AXES);
        }
        return new Head(element, sizes(axes));
    }

    private IdxFile read() throws IOException {
        Head head = head();
        long bytes = bytes(head.element, head.sizes);
        if (bytes > MAX_BYTES) {
            throw wrong("the header", shape(head.element, head.sizes), "at most " + MAX_BYTES + " bytes");
        }
        byte[] data = data((int) bytes, head.position(), bytes);
        requireEnd(head, bytes);
        return new IdxFile(name, head.element, head.sizes, data);
    }

    private void requireEnd(Head head, long bytes) throws IOException {
        if (in.read() >= 0) {
            throw wrong(
                    "byte " + (head.position() + bytes),
                    "more bytes",
                    "the end, after " + shape(head.element, head.sizes));
        }
    }

    private Samples rows(ReadOptions options) throws IOException {
        Head head = head();
        IdxElement element = head.element;
        long bytes = bytes(element, head.sizes);
        long rowBytes = bytes / head.sizes[0];
        if (rowBytes > MAX_ROW) {
            throw wrong("the header", "rows of " + rowBytes + " bytes", "at most " + MAX_ROW);
        }
        byte[] row = data((int) rowBytes, head.position(), bytes);
        Schema schema = new IdxFile(name, element, head.sizes, new byte[0]).schema();
        boolean small = element == IdxElement.UBYTE;
        RowStore.Element kept = small ? RowStore.Element.BYTE : RowStore.Element.FLOAT;
        try (RowStore store = new RowStore(kept, schema.width(), options.storage())) {
            ByteBuffer elements = ByteBuffer.wrap(row);
            float[] values = HeapGuard.allocate(name, 4L * schema.width(), () -> new float[small ? 0 : schema.width()]);
            for (int i = 0; i < head.sizes[0]; i++) {
                if (i > 0) {
                    fill(row, head.position() + i * rowBytes, bytes - i * rowBytes, bytes);
                }
                if (i >= options.limit()) {
                    continue;
                }
                if (small) {
                    store.add(row, 0);
                } else {
                    for (int j = 0; j < values.length; j++) {
                        values[j] = (float) element.get(elements, j);
                    }
                    store.add(values);
                }
            }
            requireEnd(head, bytes);
            return store.finish(schema);
        }
    }

    private void fill(byte[] row, long from, long left, long all) throws IOException {
        int n = in.readNBytes(row, 0, row.length);
        if (n < row.length) {
            throw ended(from + n, left - n, all);
        }
    }

    private int[] sizes(int axes) throws IOException {
        int[] sizes = new int[axes];
        for (int i = 0; i < axes; i++) {
            byte[] size = in.readNBytes(4);
            int at = 4 + 4 * i;
            if (size.length < 4) {
                throw wrong("byte " + (at + size.length), "the end of the file", "sizes of " + axes + " axes");
            }
            long value = 0;
            for (byte b : size) {
                value = value << 8 | (b & 0xff);
            }
            if (value < 1 || value > MAX_BYTES) {
                String expected = "1 to " + MAX_BYTES + (i == 0 ? " rows" : "");
                throw wrong("bytes " + at + "-" + (at + 3), "size " + value + " of axis " + i, expected);
            }
            sizes[i] = (int) value;
        }
        return sizes;
    }

    private long bytes(IdxElement element, int[] sizes) {
        long bytes = element.bytes;
        for (int size : sizes) {
            if (bytes > Long.MAX_VALUE / size) {
                throw wrong("the header", shape(element, sizes), "fewer elements");
            }
            bytes *= size;
        }
        return bytes;
    }

    /**
     * Reads into an array that doubles as bytes arrive, so that a wrong header takes no memory.
     *
     * @param from the position in the file where the data begins
     * @param all the number of bytes after the header, for messages
     */
    private byte[] data(int length, long from, long all) throws IOException {
        byte[] data = new byte[Math.min(length, FIRST_BLOCK)];
        int filled = 0;
        while (true) {
            filled += in.readNBytes(data, filled, data.length - filled);
            if (filled < data.length) {
                throw ended(from + filled, all - filled, all);
            }
            if (filled == length) {
                return data;
            }
            byte[] small = data;
            int larger = (int) Math.min(length, 2L * filled);
            data = HeapGuard.allocate(name, length, () -> Arrays.copyOf(small, larger));
        }
    }

    private InputException ended(long at, long left, long all) {
        return wrong("byte " + at, "the end of the file", left + " bytes more, " + all + " in all");
    }

    private static String shape(IdxElement element, int[] sizes) {
        return Arrays.toString(sizes) + " elements of " + element.bytes + (element.bytes == 1 ? " byte" : " bytes");
    }

    private InputException wrong(String place, String found, String expected) {
        return new InputException(name + ": " + place + ": found " + found + ", expected " + expected);
    }
}

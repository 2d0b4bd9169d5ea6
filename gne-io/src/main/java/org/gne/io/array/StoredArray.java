package org.gne.io.array;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.gne.io.InputException;

/**
 * An array in a file: its header, and the elements as a stream. Memory is allocated as bytes arrive, not as the header
 * promises.
 *
 * @hidden internal
 */
public final class StoredArray implements Closeable {

    private static final int MAX_ROWS = Integer.MAX_VALUE - 8;

    private final String name;
    private final ArrayElement element;
    private final long[] shape;
    private final boolean columnMajor;
    private final InputStream in;
    private long position;

    /**
     * Creates an array.
     *
     * @param name the name for messages
     * @param shape the sizes of the axes, not negative
     * @param columnMajor whether the first axis is contiguous (Fortran) instead of the last (C)
     * @param in a stream at the first element
     * @param position the position of that byte in the file, for messages
     * @throws InputException if the number of elements does not fit into a long
     */
    public StoredArray(
            String name, ArrayElement element, long[] shape, boolean columnMajor, InputStream in, long position) {
        this.name = name;
        this.element = element;
        this.shape = shape;
        this.columnMajor = columnMajor;
        this.in = in;
        this.position = position;
        long bytes = element.bytes();
        boolean empty = Arrays.stream(shape).anyMatch(size -> size == 0);
        for (long size : empty ? new long[0] : shape) {
            if (bytes > Long.MAX_VALUE / 4 / size) {
                throw wrong("the header", "the shape " + Arrays.toString(shape), "fewer elements");
            }
            bytes *= size;
        }
    }

    /**
     * An array of one axis with texts.
     *
     * @param name the name for messages
     * @throws InputException if a text is very long
     */
    public static StoredArray ofTexts(String name, List<String> texts) {
        int longest = 1;
        for (String text : texts) {
            longest = Math.max(longest, text.codePointCount(0, text.length()));
        }
        long bytes = 4L * longest * texts.size();
        if (bytes > MAX_ROWS) {
            throw new InputException(name + ": found texts of up to " + longest + " characters, expected shorter ones");
        }
        ByteBuffer all = ByteBuffer.allocate((int) bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < texts.size(); i++) {
            all.position(4 * longest * i);
            texts.get(i).codePoints().forEach(all::putInt);
        }
        ArrayElement element = new ArrayElement(ArrayElement.Kind.UTF32, 4 * longest, ByteOrder.LITTLE_ENDIAN);
        return new StoredArray(
                name, element, new long[] {texts.size()}, false, new ByteArrayInputStream(all.array()), 0);
    }

    String name() {
        return name;
    }

    ArrayElement element() {
        return element;
    }

    /** The sizes of the axes; the product of those after the first fits into a long. */
    long[] shape() {
        return shape.clone();
    }

    boolean columnMajor() {
        return columnMajor;
    }

    /** The size of the first axis, at least 1. */
    int rows() {
        if (shape.length == 0) {
            throw wrong("the header", "a single number, no axes", "an axis of rows and one of columns");
        }
        if (Arrays.stream(shape).anyMatch(size -> size == 0) || shape[0] > MAX_ROWS) {
            throw wrong("the header", "the shape " + Arrays.toString(shape), "1 to " + MAX_ROWS + " rows of numbers");
        }
        return (int) shape[0];
    }

    /** The number of elements of all axes except the first. */
    long rowLength() {
        return Arrays.stream(shape).skip(1).reduce(1, (a, b) -> a * b);
    }

    /** The number of bytes of all elements. */
    long bytes() {
        return element.bytes() * rows() * rowLength();
    }

    /**
     * Reads the next bytes.
     *
     * @param buffer filled from its start; gets the byte order of the elements
     * @throws InputException if the file ends earlier
     */
    void fill(ByteBuffer buffer, int count) throws IOException {
        int n = in.readNBytes(buffer.array(), 0, count);
        position += n;
        if (n < count) {
            throw wrong(
                    "byte " + position,
                    "the end of the data",
                    "more, " + bytes() + " bytes for the shape " + Arrays.toString(shape));
        }
        buffer.order(element.order());
    }

    /**
     * Checks that nothing follows the elements.
     *
     * @throws InputException if more bytes follow, or the checksum of the file does not match
     */
    void requireEnd() throws IOException {
        if (in.read() >= 0) {
            throw wrong("byte " + position, "more bytes", "the end, after the shape " + Arrays.toString(shape));
        }
    }

    InputException wrong(String place, String found, String expected) {
        return new InputException(name + ": " + place + ": found " + found + ", expected " + expected);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

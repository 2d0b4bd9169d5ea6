package org.gne.io.matlab;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.gne.io.BoundedStream;
import org.gne.io.InputException;

/** The elements of a MATLAB file: each has a tag, which says its type and length, and is padded to 8 bytes. */
final class MatStream implements Closeable {

    /** The type of a packed element, the only one that is not padded. */
    static final int COMPRESSED = 15;

    /** The longest list of numbers and the longest name that are read as a whole. */
    private static final int LONGEST = 1 << 16;

    private final String name;
    private final InputStream in;
    private final ByteOrder order;
    private int padding;

    /**
     * An element.
     *
     * @param type the number of its type
     * @param bytes its length
     */
    record Tag(int type, long bytes) {}

    MatStream(String name, InputStream in, ByteOrder order) {
        this.name = name;
        this.in = in;
        this.order = order;
    }

    /** The name for messages. */
    String name() {
        return name;
    }

    ByteOrder order() {
        return order;
    }

    /** The tag of the next element, after which its bytes follow. A type of 0 at the end. */
    Tag tag() throws IOException {
        skip(padding);
        padding = 0;
        byte[] first = in.readNBytes(4);
        if (first.length == 0) {
            return new Tag(0, 0);
        }
        int word = number(first);
        if (word >>> 16 != 0) {
            // A short element: the length is in the tag, and the values in the second half.
            int bytes = word >>> 16;
            if (bytes > 4) {
                throw wrong("a short element of " + bytes + " bytes", "at most 4");
            }
            padding = 4 - bytes;
            return new Tag(word & 0xffff, bytes);
        }
        long bytes = Integer.toUnsignedLong(number(in.readNBytes(4)));
        padding = word == COMPRESSED ? 0 : (int) (-bytes & 7);
        return new Tag(word, bytes);
    }

    private int number(byte[] bytes) {
        if (bytes.length < 4) {
            throw wrong("the end of the file", "more");
        }
        return ByteBuffer.wrap(bytes).order(order).getInt();
    }

    /** The bytes of a short element. */
    byte[] bytes(Tag tag) throws IOException {
        if (tag.bytes() > LONGEST) {
            throw wrong("a list of " + tag.bytes() + " bytes", "at most " + LONGEST);
        }
        byte[] bytes = in.readNBytes((int) tag.bytes());
        if (bytes.length < tag.bytes()) {
            throw wrong("the end of the file", tag.bytes() + " bytes");
        }
        return bytes;
    }

    /** Goes over bytes. */
    void skip(long bytes) throws IOException {
        try {
            in.skipNBytes(bytes);
        } catch (EOFException e) {
            throw wrong("the end of the file", "more");
        }
    }

    /** The next bytes as a stream that ends after them. */
    BoundedStream part(long bytes) {
        return new BoundedStream(in, bytes);
    }

    /** Unpacks a part. Damaged data becomes one line. */
    InputStream unpacked(BoundedStream part) {
        return new Inflated(part);
    }

    InputException wrong(String found, String expected) {
        return new InputException(name + ": found " + found + ", expected " + expected);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private final class Inflated extends InflaterInputStream {

        Inflated(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] out, int offset, int length) throws IOException {
            try {
                return super.read(out, offset, length);
            } catch (ZipException | EOFException e) {
                throw new InputException(name + ": damaged compressed data: " + e.getMessage(), e);
            }
        }
    }
}

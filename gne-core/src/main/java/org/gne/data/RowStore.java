package org.gne.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stores rows one after another and returns them as {@link Samples}: on the heap as long as they fit, else in a file
 * mapped into memory, so that the heap does not limit the number of rows. The file does not outlive the process.
 */
public final class RowStore implements AutoCloseable {

    /** How a number is stored. */
    public enum Element {
        /** An unsigned byte, 0 to 255. */
        BYTE(1),
        /** A 32-bit float. */
        FLOAT(4);

        private final int bytes;

        Element(int bytes) {
            this.bytes = bytes;
        }
    }

    /** The approximate number of bytes of a block; blocks hold whole rows. */
    private static final int HEAP_BLOCK = 1 << 22;

    private static final int MAPPED_BLOCK = 1 << 30;

    private final Element element;
    private final int width;
    private final int rowBytes;
    private final StorageOptions options;
    private final int rowsPerBlock;
    private final List<ByteBuffer> blocks = new ArrayList<>();
    private @Nullable SpillFile file;
    private int size;

    /**
     * Creates an empty store.
     *
     * @param width the number of values of a row, at least 1
     * @throws IllegalArgumentException if a row is too wide for a Java array
     */
    public RowStore(Element element, int width, StorageOptions options) {
        long bytes = (long) element.bytes * width;
        if (width < 1 || bytes > MAPPED_BLOCK) {
            throw new IllegalArgumentException(
                    "rows of " + width + " values, expected 1 to " + MAPPED_BLOCK / element.bytes);
        }
        this.element = element;
        this.width = width;
        this.rowBytes = (int) bytes;
        this.options = options;
        this.rowsPerBlock = Math.max(1, HEAP_BLOCK / rowBytes);
    }

    /** The number of rows. */
    public int size() {
        return size;
    }

    /**
     * Adds a row of floats.
     *
     * @param row {@code [width]}
     * @throws IOException if it goes to a file and that cannot be written
     */
    public void add(float[] row) throws IOException {
        if (element != Element.FLOAT) {
            throw new IllegalStateException("a store of bytes was given floats");
        }
        ByteBuffer block = room();
        block.asFloatBuffer().put(row, 0, width);
        block.position(block.position() + rowBytes);
    }

    /**
     * Adds a row of unsigned bytes.
     *
     * @param from the index in {@code bytes} where the row begins
     * @throws IOException if it goes to a file and that cannot be written
     */
    public void add(byte[] bytes, int from) throws IOException {
        if (element != Element.BYTE) {
            throw new IllegalStateException("a store of floats was given bytes");
        }
        room().put(bytes, from, width);
    }

    /** A block with room for another row. */
    private ByteBuffer room() throws IOException {
        if (size == Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("more than " + size + " rows, expected at most as many");
        }
        ByteBuffer last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
        if (last == null || last.remaining() < rowBytes) {
            if (file != null || (blocks.size() + 1L) * rowsPerBlock * rowBytes > options.heapBytes()) {
                spill();
            }
            last = file != null && last != null ? last.clear() : newBlock();
        }
        size++;
        return last;
    }

    private ByteBuffer newBlock() {
        ByteBuffer block = ByteBuffer.allocate(rowsPerBlock * rowBytes).order(ByteOrder.nativeOrder());
        blocks.add(block);
        return block;
    }

    /** Writes all blocks to the file, and keeps one to be filled again. */
    private void spill() throws IOException {
        if (file == null) {
            file = new SpillFile(options);
        }
        for (ByteBuffer block : blocks) {
            block.flip();
            file.write(block);
        }
        if (blocks.size() > 1) {
            blocks.subList(0, blocks.size() - 1).clear();
        }
    }

    /**
     * Returns the rows. No more rows can be added afterwards.
     *
     * @param schema the kind of the rows, with the width of the store
     * @throws IOException if they are in a file that cannot be written or mapped
     */
    public Samples finish(Schema schema) throws IOException {
        if (file == null) {
            blocks.forEach(ByteBuffer::flip);
            return samples(blocks, rowsPerBlock, schema);
        }
        spill();
        blocks.clear();
        int rows = MAPPED_BLOCK / rowBytes;
        List<ByteBuffer> mapped = new ArrayList<>();
        for (long row = 0; row < size; row += rows) {
            long bytes = Math.min(rows, size - row) * rowBytes;
            mapped.add(file.map(row * rowBytes, bytes));
        }
        close();
        return samples(mapped, rows, schema);
    }

    private Samples samples(List<ByteBuffer> parts, int rows, Schema schema) {
        if (schema.width() != width) {
            throw new IllegalArgumentException("rows of " + width + " values for a schema of " + schema.width());
        }
        ByteBuffer[] array = parts.toArray(ByteBuffer[]::new);
        return element == Element.BYTE
                ? new ByteBlocks(array, rows, size, schema)
                : new FloatBlocks(array, rows, size, schema);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}

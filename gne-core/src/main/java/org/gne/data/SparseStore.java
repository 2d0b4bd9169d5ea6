package org.gne.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stores sparse rows one after another and returns them as {@link SparseSamples}: on the heap as long as they fit, else in
 * a temporary file mapped into memory. A count takes three bytes, as long as counts are below 256 and columns below 65536;
 * zeros take none.
 *
 * <pre>{@code
 * SparseStore store = new SparseStore(StorageOptions.automatic());
 * SparseRow row = new SparseRow();
 * row.add(2, 5); // column 2 has the value 5
 * store.add(row); // clears the row
 * SparseSamples samples = store.finish(schema);
 * }</pre>
 */
public final class SparseStore implements AutoCloseable {

    /** A block is closed when it has so many values or rows. */
    private static final int ENTRIES = 1 << 19;

    private static final int ROWS = 1 << 16;

    private static final long MAPPED = 1L << 30;

    /** In the place of a block that is in the file. */
    private static final ByteBuffer NOWHERE = ByteBuffer.allocate(0);

    private final StorageOptions options;
    private final List<SparseBlock> blocks = new ArrayList<>();
    private final List<Integer> bytes = new ArrayList<>();
    private final int[] ends = new int[ROWS];
    private int[] columns = new int[1024];
    private float[] values = new float[1024];
    private int rows;
    private int entries;
    private int size;
    private boolean whole = true;
    private float highest;
    private int most = -1;
    private int least = Integer.MAX_VALUE;
    private long onHeap;
    private int written;
    private @Nullable SpillFile file;

    /** Creates an empty store. */
    public SparseStore(StorageOptions options) {
        this.options = options;
    }

    /** The number of rows. */
    public int size() {
        return size;
    }

    /** Whether the values so far are counts: whole numbers from 0 on, some of them above 1. */
    public boolean counts() {
        return whole && highest > 1;
    }

    /** The highest column of all values so far, -1 if there are none. */
    public int mostColumn() {
        return most;
    }

    /** The lowest column of all values so far, {@link Integer#MAX_VALUE} if there are none. */
    public int leastColumn() {
        return least;
    }

    /**
     * Adds a row, and clears it.
     *
     * @throws IOException if it goes to a file and that cannot be written
     * @throws IllegalArgumentException if there are too many rows
     */
    public void add(SparseRow row) throws IOException {
        if (size == Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("more than " + size + " rows, expected at most as many");
        }
        row.tidy();
        int n = row.size();
        if (rows == ROWS || (entries > 0 && entries + n > ENTRIES)) {
            endBlock();
        }
        if (entries + n > columns.length) {
            int room = Math.max(entries + n, Math.min(ENTRIES, 2 * columns.length));
            columns = Arrays.copyOf(columns, room);
            values = Arrays.copyOf(values, room);
        }
        System.arraycopy(row.columns(), 0, columns, entries, n);
        System.arraycopy(row.values(), 0, values, entries, n);
        if (n > 0) {
            most = Math.max(most, columns[entries + n - 1]);
            least = Math.min(least, columns[entries]);
        }
        for (int k = entries; k < entries + n; k++) {
            whole &= values[k] >= 0 && values[k] == Math.rint(values[k]);
            highest = Math.max(highest, values[k]);
        }
        entries += n;
        ends[rows++] = entries;
        size++;
        row.clear();
    }

    /** Ends the block, and writes all blocks to the file if the heap has no room for them. */
    private void endBlock() throws IOException {
        if (rows > 0) {
            SparseBlock block = SparseBlock.pack(rows, ends, columns, values);
            blocks.add(block);
            bytes.add(block.bytes().capacity());
            onHeap += block.bytes().capacity();
            rows = 0;
            entries = 0;
        }
        if (file == null && onHeap > options.heapBytes()) {
            file = new SpillFile(options);
        }
        for (; file != null && written < blocks.size(); written++) {
            SparseBlock block = blocks.get(written);
            file.write(block.bytes());
            blocks.set(written, block.in(NOWHERE));
        }
    }

    /**
     * Returns the rows. No more rows can be added afterwards.
     *
     * @param schema the kind of the rows; all columns are below its width
     * @throws IOException if they are in a file that cannot be written or mapped
     */
    public SparseSamples finish(Schema schema) throws IOException {
        return finish(schema, 0);
    }

    /**
     * Returns the rows. No more rows can be added afterwards.
     *
     * @param schema the kind of the rows
     * @param first the column, as it was added, that is the first of the schema
     * @throws IOException if they are in a file that cannot be written or mapped
     * @throws IllegalArgumentException if a column is not in the schema
     */
    public SparseSamples finish(Schema schema, int first) throws IOException {
        if (most >= 0 && (least < first || most - first >= schema.width())) {
            throw new IllegalArgumentException("columns " + least + " to " + most + ", expected " + first + " to "
                    + (first + schema.width() - 1L));
        }
        endBlock();
        columns = new int[0];
        values = new float[0];
        if (file != null) {
            map(file);
            file.close();
        }
        return new SparseBlocks(blocks.toArray(SparseBlock[]::new), first, schema);
    }

    /** Maps the blocks, as many at once as one buffer can hold. */
    private void map(SpillFile from) throws IOException {
        long at = 0;
        for (int i = 0; i < blocks.size(); ) {
            long length = bytes.get(i);
            int end = i + 1;
            while (end < blocks.size() && length + bytes.get(end) <= MAPPED) {
                length += bytes.get(end++);
            }
            ByteBuffer mapped = from.map(at, length);
            at += length;
            for (int within = 0; i < end; i++) {
                ByteBuffer part = mapped.slice(within, bytes.get(i)).order(ByteOrder.nativeOrder());
                blocks.set(i, blocks.get(i).in(part));
                within += bytes.get(i);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}

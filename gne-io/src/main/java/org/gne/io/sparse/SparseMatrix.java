package org.gne.io.sparse;

import java.io.IOException;
import java.util.Arrays;
import org.gne.data.RowStore;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.io.DiskRoom;
import org.gne.io.HeapGuard;
import org.gne.io.InputException;
import org.gne.io.ReadOptions;

/**
 * The values of a matrix that are not 0, in any order. Several values at one position add up, as in SciPy and Matrix Market.
 * An entry takes 12 bytes of memory.
 *
 * @hidden internal
 */
public final class SparseMatrix {

    /** The largest number of columns; each needs a name. */
    public static final int MOST_COLUMNS = 1 << 20;

    private static final int BYTES = 12;

    private final String name;
    private final int height;
    private final int width;
    private int[] rows = new int[1024];
    private int[] columns = new int[1024];
    private float[] values = new float[1024];
    private int size;

    /**
     * Creates a matrix of zeros.
     *
     * @param name the name for messages
     * @throws InputException if there is no row, no column, or too many of them
     */
    public SparseMatrix(String name, long rows, long columns) {
        if (rows < 1 || rows > Integer.MAX_VALUE - 8 || columns < 1 || columns > MOST_COLUMNS) {
            throw new InputException(name + ": found a matrix of " + rows + " x " + columns + ", expected 1 to "
                    + (Integer.MAX_VALUE - 8) + " rows of 1 to " + MOST_COLUMNS + " columns");
        }
        this.name = name;
        this.height = (int) rows;
        this.width = (int) columns;
    }

    /** The number of rows. */
    public int height() {
        return height;
    }

    /** The number of columns. */
    public int width() {
        return width;
    }

    /**
     * Adds a value.
     *
     * @param place the position in the file for messages
     * @param row from 0
     * @param column from 0
     * @throws InputException if the position is outside, or the value does not fit into a float
     */
    public void add(String place, long row, long column, double value) {
        if (row < 0 || row >= height || column < 0 || column >= width) {
            throw new InputException(name + ": " + place + ": found row " + row + " and column " + column
                    + ", expected less than " + height + " and " + width + ", counted from 0");
        }
        float rounded = (float) value;
        if (Float.isInfinite(rounded)) {
            throw new InputException(
                    name + ": " + place + ": found " + value + ", expected a number of at most " + Float.MAX_VALUE);
        }
        if (size == rows.length) {
            grow();
        }
        rows[size] = (int) row;
        columns[size] = (int) column;
        values[size++] = rounded;
    }

    private void grow() {
        int more = (int) Math.min(Integer.MAX_VALUE - 8, size + (long) size / 2);
        if (more == size) {
            throw new InputException(name + ": found more than " + size + " values, expected fewer");
        }
        HeapGuard.allocate(name, (long) more * BYTES, () -> {
            rows = Arrays.copyOf(rows, more);
            columns = Arrays.copyOf(columns, more);
            values = Arrays.copyOf(values, more);
            return null;
        });
    }

    /**
     * The rows, with all zeros.
     *
     * @param schema the columns
     * @throws InputException if the disk has no room for them
     */
    public Samples rows(Schema schema, ReadOptions options) throws IOException {
        int wanted = Math.min(height, options.limit());
        DiskRoom.require(name, 4L * wanted * width, 0, options.storage());
        int[] starts = new int[height + 1];
        for (int i = 0; i < size; i++) {
            starts[rows[i] + 1]++;
        }
        for (int row = 0; row < height; row++) {
            starts[row + 1] += starts[row];
        }
        int[] order = order(starts);
        try (RowStore store = new RowStore(RowStore.Element.FLOAT, width, options.storage())) {
            float[] row = new float[width];
            for (int i = 0; i < wanted; i++) {
                Arrays.fill(row, 0);
                for (int k = starts[i]; k < starts[i + 1]; k++) {
                    row[columns[order[k]]] += values[order[k]];
                }
                store.add(row);
            }
            return store.finish(schema);
        }
    }

    /** The entries in the order of their rows; entries of a row stay in their order. */
    private int[] order(int[] starts) {
        return HeapGuard.allocate(name, 4L * size, () -> {
            int[] order = new int[size];
            int[] next = Arrays.copyOf(starts, height);
            for (int i = 0; i < size; i++) {
                order[next[rows[i]]++] = i;
            }
            return order;
        });
    }
}

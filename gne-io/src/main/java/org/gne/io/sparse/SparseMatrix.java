package org.gne.io.sparse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.gne.data.Column;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.data.SparseRow;
import org.gne.data.SparseSamples;
import org.gne.data.SparseStore;
import org.gne.io.DiskRoom;
import org.gne.io.InputException;
import org.gne.io.ReadOptions;
import org.jspecify.annotations.Nullable;

/**
 * The values of a matrix that are not 0, in any order. Several values at one position add up, as in SciPy and Matrix Market. Values that
 * come row after row, or column after column, are stored at once, a count in 3 to 5 bytes, beyond half of the heap in a file; in another order
 * all of them must be in memory, 12 bytes each.
 *
 * @hidden internal
 */
public final class SparseMatrix implements AutoCloseable {

    /** The largest number of columns; each needs a name. */
    public static final int MOST_COLUMNS = 1 << 20;

    private final String name;
    private final int height;
    private final int wanted;
    private final int width;
    private final ReadOptions options;
    private final SparseRow row = new SparseRow();
    private SparseStore store;
    private int current;
    private @Nullable ColumnEntries byColumn;
    private @Nullable SparseEntries unordered;

    /**
     * Creates a matrix of zeros.
     *
     * @param name the name for messages
     * @param options how many rows are kept, and where
     * @throws InputException if there is no row, no column, or too many of them, or the disk has no room for the rows
     */
    public SparseMatrix(String name, long rows, long columns, ReadOptions options) throws IOException {
        if (rows < 1 || rows > Integer.MAX_VALUE - 8 || columns < 1 || columns > MOST_COLUMNS) {
            throw new InputException(name + ": found a matrix of " + rows + " x " + columns + ", expected 1 to "
                    + (Integer.MAX_VALUE - 8) + " rows of 1 to " + MOST_COLUMNS + " columns");
        }
        this.name = name;
        this.height = (int) rows;
        this.width = (int) columns;
        this.wanted = Math.min(height, options.limit());
        this.options = options;
        DiskRoom.require(name, (long) Integer.BYTES * wanted, 0, options.storage());
        store = new SparseStore(options.storage());
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
        if (row >= wanted) {
            return;
        }
        try {
            if (unordered == null && byColumn == null && row < current) {
                takeBack();
            }
            if (byColumn != null && !byColumn.takes((int) column)) {
                try (ColumnEntries before = byColumn) {
                    unordered = new SparseEntries(name);
                    before.moveTo(unordered);
                }
                byColumn = null;
            }
            if (unordered != null) {
                unordered.add((int) row, (int) column, rounded);
            } else if (byColumn != null) {
                byColumn.add((int) row, (int) column, rounded);
            } else {
                storeUpTo((int) row);
                this.row.add((int) column, rounded);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stores the rows before one. */
    private void storeUpTo(int next) throws IOException {
        for (; current < next; current++) {
            store.add(row);
        }
    }

    /** Takes back what is stored, because values do not come row after row. */
    private void takeBack() throws IOException {
        storeUpTo(current + 1);
        int[] columns = new int[width];
        float[] values = new float[width];
        try (SparseStore before = store) {
            boolean oneColumn = before.leastColumn() == before.mostColumn();
            SparseSamples rows = before.finish(Schema.Columns.numbered(width));
            ColumnEntries byOne = oneColumn ? new ColumnEntries(wanted, options.storage()) : null;
            SparseEntries entries = oneColumn ? null : new SparseEntries(name);
            for (int i = 0; i < rows.size(); i++) {
                int n = rows.entries(i, columns, values);
                for (int k = 0; k < n; k++) {
                    if (byOne != null) {
                        byOne.add(i, columns[k], values[k]);
                    } else if (entries != null) {
                        entries.add(i, columns[k], values[k]);
                    }
                }
            }
            byColumn = byOne;
            unordered = entries;
        }
        store = new SparseStore(options.storage());
    }

    /** The rows, with columns of numbers that have their numbers as names. */
    public Samples rows() throws IOException {
        complete();
        return store.finish(Schema.Columns.numbered(width));
    }

    /**
     * The rows, with a column for each name. Columns are counts if all values are whole numbers from 0 on, some of them above 1; else
     * numbers.
     *
     * @param names as many as there are columns
     */
    public Samples rows(List<String> names) throws IOException {
        complete();
        boolean counts = store.counts();
        return store.finish(new Schema.Columns(
                names.stream().map(counts ? Column::count : Column::number).toList()));
    }

    private void complete() throws IOException {
        if (byColumn != null) {
            byColumn.store(store);
        } else if (unordered != null) {
            unordered.store(wanted, store);
        } else {
            storeUpTo(wanted);
        }
    }

    @Override
    public void close() throws IOException {
        store.close();
        if (byColumn != null) {
            byColumn.close();
        }
    }
}

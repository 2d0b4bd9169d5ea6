package org.gne.io.hdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.gne.data.Column;
import org.gne.data.RowStore;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.data.SparseRow;
import org.gne.data.SparseStore;
import org.gne.data.StorageOptions;
import org.gne.io.DiskRoom;
import org.gne.io.InputException;
import org.gne.io.ReadOptions;
import org.gne.io.array.ArrayElement;

/**
 * The first rows of a matrix that is stored with its zeros. If most of the first rows are zeros, the rows are kept without them.
 *
 * @param values the values
 * @param width the number of columns
 * @param wanted the number of rows to read
 */
record DenseMatrix(HdfNumbers values, int width, int wanted) {

    /** How many rows are looked at. */
    private static final int FIRST = 64;

    /** The share of zeros above which rows without zeros need less memory. */
    private static final double MOSTLY = 0.6;

    /** Takes a row. */
    private interface Taker {
        void take(float[] row) throws IOException;
    }

    /**
     * Reads the rows. Columns are counts or numbers, as in {@link org.gne.io.sparse.SparseMatrix#rows(List)}.
     *
     * @throws InputException if they are damaged, or do not fit
     */
    Samples read(List<String> names, ReadOptions options) throws IOException {
        try {
            return zeros() > MOSTLY || mayBeCounts()
                    ? sparse(names, options.storage())
                    : dense(names, options.storage());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private double zeros() {
        long[] count = new long[2];
        rows(Math.min(FIRST, wanted), row -> {
            for (float value : row) {
                count[value == 0 ? 1 : 0]++;
            }
        });
        return (double) count[1] / Math.max(1, count[0] + count[1]);
    }

    /** Whether the first rows hold whole numbers from 0 on only: a count takes 3 bytes, zeros none. */
    private boolean mayBeCounts() {
        boolean[] whole = {true};
        rows(Math.min(FIRST, wanted), row -> {
            for (float value : row) {
                whole[0] &= value >= 0 && value == Math.rint(value);
            }
        });
        return whole[0];
    }

    private Samples sparse(List<String> names, StorageOptions storage) throws IOException {
        try (SparseStore store = new SparseStore(storage)) {
            SparseRow kept = new SparseRow();
            rows(wanted, row -> {
                for (int j = 0; j < width; j++) {
                    if (row[j] != 0) {
                        kept.add(j, row[j]);
                    }
                }
                store.add(kept);
            });
            boolean counts = store.counts();
            return store.finish(new Schema.Columns(
                    names.stream().map(counts ? Column::count : Column::number).toList()));
        }
    }

    private Samples dense(List<String> names, StorageOptions storage) throws IOException {
        DiskRoom.require(values.place(), (long) Float.BYTES * wanted * width, 0, storage);
        try (RowStore store = new RowStore(RowStore.Element.FLOAT, width, storage)) {
            rows(wanted, store::add);
            return store.finish(
                    new Schema.Columns(names.stream().map(Column::number).toList()));
        }
    }

    private void rows(int count, Taker taker) {
        ArrayElement element = values.element();
        float[] row = new float[width];
        values.blocks(0, count, (block, first, n) -> {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < width; j++) {
                    double value = element.number(block, (i * width + j) * element.bytes());
                    row[j] = (float) value;
                    if (Float.isInfinite(row[j])) {
                        throw new InputException(values.place() + ": row " + (first + i + 1) + ", column " + (j + 1)
                                + ": found " + value + ", expected a number of at most " + Float.MAX_VALUE);
                    }
                }
                try {
                    taker.take(row);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }
}

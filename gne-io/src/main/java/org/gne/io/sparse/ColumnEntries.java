package org.gne.io.sparse;

import java.io.IOException;
import org.gne.data.Schema;
import org.gne.data.SparseRow;
import org.gne.data.SparseSamples;
import org.gne.data.SparseStore;
import org.gne.data.StorageOptions;

/**
 * Values of a matrix that come column after column, as in files by gene: they are stored as the rows of the transposed matrix, a count in 3
 * to 5 bytes, beyond half of the heap in a file. They are turned by several passes, each of which collects some rows.
 */
final class ColumnEntries implements AutoCloseable {

    /** The largest number of values that a pass collects, 8 bytes each, unless a row has more. */
    private static final int MOST = 1 << 22;

    private final int height;
    private final SparseStore columns;
    private final SparseRow column = new SparseRow();
    private int current;

    /**
     * @param height the number of rows
     */
    ColumnEntries(int height, StorageOptions storage) {
        this.height = height;
        columns = new SparseStore(storage);
    }

    /** Whether a value can be added: its column is not before that of the last one. */
    boolean takes(int at) {
        return at >= current;
    }

    void add(int row, int at, float value) throws IOException {
        for (; current < at; current++) {
            columns.add(column);
        }
        column.add(row, value);
    }

    private SparseSamples finished() throws IOException {
        columns.add(column);
        // One line of as many values: a schema without names.
        return columns.finish(new Schema.Picture(1, height, 1));
    }

    /** Moves all values, whose order is another one than that of columns. */
    void moveTo(SparseEntries entries) throws IOException {
        SparseSamples stored = finished();
        int[] rows = new int[height];
        float[] values = new float[height];
        for (int at = 0; at < stored.size(); at++) {
            int n = stored.entries(at, rows, values);
            for (int k = 0; k < n; k++) {
                entries.add(rows[k], at, values[k]);
            }
        }
    }

    /** Stores the values row after row. */
    void store(SparseStore store) throws IOException {
        SparseSamples stored = finished();
        int[] rows = new int[height];
        float[] values = new float[height];
        int[] count = new int[height];
        for (int at = 0; at < stored.size(); at++) {
            int n = stored.entries(at, rows, values);
            for (int k = 0; k < n; k++) {
                count[rows[k]]++;
            }
        }
        for (int from = 0; from < height; ) {
            int to = from + 1;
            long sum = count[from];
            while (to < height && sum + count[to] <= MOST) {
                sum += count[to++];
            }
            some(stored, from, to, (int) sum, count, store);
            from = to;
        }
    }

    private void some(SparseSamples stored, int from, int to, int sum, int[] count, SparseStore store)
            throws IOException {
        int[] next = new int[to - from];
        for (int i = 1; i < next.length; i++) {
            next[i] = next[i - 1] + count[from + i - 1];
        }
        int[] found = new int[sum];
        float[] numbers = new float[sum];
        int[] rows = new int[height];
        float[] values = new float[height];
        for (int at = 0; at < stored.size(); at++) {
            int n = stored.entries(at, rows, values);
            for (int k = 0; k < n; k++) {
                if (rows[k] >= from && rows[k] < to) {
                    int place = next[rows[k] - from]++;
                    found[place] = at;
                    numbers[place] = values[k];
                }
            }
        }
        SparseRow row = new SparseRow();
        int begin = 0;
        for (int i = 0; i < next.length; i++) {
            for (; begin < next[i]; begin++) {
                row.add(found[begin], numbers[begin]);
            }
            store.add(row);
        }
    }

    @Override
    public void close() throws IOException {
        columns.close();
    }
}

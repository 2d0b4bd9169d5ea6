package org.gne.io.sparse;

import java.io.IOException;
import java.util.Arrays;
import org.gne.data.SparseRow;
import org.gne.data.SparseStore;
import org.gne.io.HeapGuard;
import org.gne.io.InputException;

/** Values of a matrix in any order, in memory. */
final class SparseEntries {

    private static final int BYTES = 12;

    private final String name;
    private int[] rows = new int[1024];
    private int[] columns = new int[1024];
    private float[] values = new float[1024];
    private int size;

    /**
     * @param name the name for messages
     */
    SparseEntries(String name) {
        this.name = name;
    }

    void add(int row, int column, float value) {
        if (size == rows.length) {
            grow();
        }
        rows[size] = row;
        columns[size] = column;
        values[size++] = value;
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

    /** Stores the values row after row; those of a row in the order in which they came. */
    void store(int height, SparseStore store) throws IOException {
        int[] starts = HeapGuard.allocate(name, 4L * height, () -> new int[height + 1]);
        for (int i = 0; i < size; i++) {
            starts[rows[i] + 1]++;
        }
        for (int row = 0; row < height; row++) {
            starts[row + 1] += starts[row];
        }
        int[] order = order(starts);
        SparseRow row = new SparseRow();
        for (int i = 0; i < height; i++) {
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                row.add(columns[order[k]], values[order[k]]);
            }
            store.add(row);
        }
    }

    private int[] order(int[] starts) {
        return HeapGuard.allocate(name, 4L * size, () -> {
            int[] order = new int[size];
            int[] next = Arrays.copyOf(starts, starts.length - 1);
            for (int i = 0; i < size; i++) {
                order[next[rows[i]]++] = i;
            }
            return order;
        });
    }
}

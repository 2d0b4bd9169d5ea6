package org.gne.data;

import java.util.Arrays;

/**
 * One row of sparse rows while it is read: values with their columns in any order. Values of the same column add up, in
 * the order in which they came.
 */
public final class SparseRow {

    private int[] columns = new int[64];
    private float[] values = new float[64];
    private int size;
    private boolean ascending = true;

    /** The number of values, those of the same column counted each. */
    public int size() {
        return size;
    }

    /** Removes all values. */
    public void clear() {
        size = 0;
        ascending = true;
    }

    /**
     * Adds a value.
     *
     * @param column from 0
     */
    public void add(int column, float value) {
        if (size == columns.length) {
            columns = Arrays.copyOf(columns, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        ascending &= size == 0 || column > columns[size - 1];
        columns[size] = column;
        values[size++] = value;
    }

    /** Sorts the values by column, adds those of the same column up, and leaves zeros out. */
    void tidy() {
        if (!ascending) {
            sort();
        }
        int kept = 0;
        for (int k = 0; k < size; k++) {
            if (values[k] != 0) {
                columns[kept] = columns[k];
                values[kept++] = values[k];
            }
        }
        size = kept;
        ascending = true;
    }

    private void sort() {
        long[] keys = new long[size];
        for (int k = 0; k < size; k++) {
            keys[k] = (long) columns[k] << 32 | k;
        }
        Arrays.sort(keys);
        float[] before = Arrays.copyOf(values, size);
        int last = -1;
        for (long key : keys) {
            int column = (int) (key >>> 32);
            float value = before[(int) key];
            if (last >= 0 && columns[last] == column) {
                values[last] += value;
            } else {
                last++;
                columns[last] = column;
                values[last] = value;
            }
        }
        size = last + 1;
    }

    int[] columns() {
        return columns;
    }

    float[] values() {
        return values;
    }

    /** Copies the sorted values and returns their number. */
    int copy(int[] toColumns, float[] toValues) {
        tidy();
        System.arraycopy(columns, 0, toColumns, 0, size);
        System.arraycopy(values, 0, toValues, 0, size);
        return size;
    }
}

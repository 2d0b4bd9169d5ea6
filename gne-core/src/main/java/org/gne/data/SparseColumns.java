package org.gne.data;

import java.util.Arrays;

/**
 * Some columns of sparse rows, in another order; or columns that the source has not, whose values are missing.
 *
 * @param to {@code [source.width()]}: where a column of the source goes, -1 if it is left out
 * @param absent the columns that the source has not, ascending
 * @param width the number of columns, which a schema would have to add up
 */
record SparseColumns(SparseSamples source, int[] to, int[] absent, boolean ascending, Schema schema, int width)
        implements SparseSamples {

    /** {@link Samples#columns}. */
    static SparseColumns of(SparseSamples source, int[] columns, Schema schema) {
        SelectedColumns.check(source, columns, schema);
        int[] to = new int[source.width()];
        Arrays.fill(to, -1);
        boolean ascending = true;
        int last = -1;
        int[] absent = new int[columns.length];
        int none = 0;
        for (int j = 0; j < columns.length; j++) {
            if (columns[j] < 0) {
                absent[none++] = j;
            } else {
                to[columns[j]] = j;
                ascending &= columns[j] > last;
                last = columns[j];
            }
        }
        return new SparseColumns(
                source, to, Arrays.copyOf(absent, none), ascending && none == 0, schema, columns.length);
    }

    @Override
    public int size() {
        return source.size();
    }

    @Override
    public int entries(int row) {
        int n = source.entries(row);
        return chosen(row, new int[n], new float[n]) + absent.length;
    }

    /** Moves the values of the chosen columns to the front. */
    private int chosen(int row, int[] columns, float[] values) {
        int n = source.entries(row, columns, values);
        int kept = 0;
        for (int k = 0; k < n; k++) {
            int j = to[columns[k]];
            if (j >= 0) {
                columns[kept] = j;
                values[kept++] = values[k];
            }
        }
        return kept;
    }

    @Override
    public int entries(int row, int[] columns, float[] values) {
        int n = source.entries(row);
        int[] from = new int[n];
        float[] found = new float[n];
        int kept = chosen(row, from, found);
        if (ascending) {
            System.arraycopy(from, 0, columns, 0, kept);
            System.arraycopy(found, 0, values, 0, kept);
            return kept;
        }
        SparseRow sorted = new SparseRow();
        for (int k = 0; k < kept; k++) {
            sorted.add(from[k], found[k]);
        }
        for (int j : absent) {
            sorted.add(j, Float.NaN);
        }
        return sorted.copy(columns, values);
    }

    @Override
    public void read(int row, float[] out, int offset) {
        int n = source.entries(row);
        int[] columns = new int[n];
        float[] values = new float[n];
        source.entries(row, columns, values);
        Arrays.fill(out, offset, offset + width(), 0);
        for (int k = 0; k < n; k++) {
            int j = to[columns[k]];
            if (j >= 0) {
                out[offset + j] = values[k];
            }
        }
        for (int j : absent) {
            out[offset + j] = Float.NaN;
        }
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "Samples: " + size() + " rows of " + width() + " values";
    }
}

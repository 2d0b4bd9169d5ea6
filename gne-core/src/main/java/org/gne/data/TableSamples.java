package org.gne.data;

import java.util.Arrays;

/**
 * Rows of a table whose categories are stored as one number each; they become one number per category (one-hot) when a
 * row is read. All these numbers are missing (NaN) if the value is missing.
 */
final class TableSamples implements Samples {

    private final Samples cells;
    private final Schema.Columns schema;
    private final int width;

    TableSamples(Samples cells, Schema.Columns schema) {
        if (cells.width() != schema.columns().size()) {
            throw new IllegalArgumentException("rows of " + cells.width() + " cells for "
                    + schema.columns().size() + " columns, expected as many");
        }
        this.cells = cells;
        this.schema = schema;
        this.width = schema.width();
    }

    @Override
    public int size() {
        return cells.size();
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public void read(int row, float[] out, int offset) {
        // The cells are read to the end of the row, which is then filled from its start without overwriting cells too
        // early.
        int cell = offset + width - cells.width();
        int at = offset;
        cells.read(row, out, cell);
        for (Column column : schema.columns()) {
            float value = out[cell++];
            if (column.kind() == Column.Kind.CATEGORY) {
                int end = at + column.width();
                Arrays.fill(out, at, end, Float.isNaN(value) ? Float.NaN : 0);
                if (!Float.isNaN(value)) {
                    out[at + (int) value] = 1;
                }
                at = end;
            } else {
                out[at++] = value;
            }
        }
    }

    @Override
    public String toString() {
        return "Samples: " + size() + " rows of " + width() + " values";
    }
}

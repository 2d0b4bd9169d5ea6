package org.gne.data;

/** Rows side by side: the values of one set of rows, then those of another. */
record JoinedRows(Samples left, Samples right, Schema schema) implements Samples {

    JoinedRows {
        if (left.size() != right.size()) {
            throw new IllegalArgumentException(
                    left.size() + " rows beside " + right.size() + " rows, expected as many");
        }
        if (schema.width() != left.width() + right.width()) {
            throw new IllegalArgumentException("rows of " + left.width() + " and " + right.width()
                    + " values as rows of " + schema.width() + ", expected as many");
        }
    }

    @Override
    public int size() {
        return left.size();
    }

    @Override
    public int width() {
        return left.width() + right.width();
    }

    @Override
    public void read(int row, float[] out, int offset) {
        left.read(row, out, offset);
        right.read(row, out, offset + left.width());
    }

    @Override
    public String toString() {
        return "Samples: " + size() + " rows of " + width() + " values";
    }
}

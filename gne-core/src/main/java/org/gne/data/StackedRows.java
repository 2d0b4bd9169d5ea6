package org.gne.data;

/** The rows of one set, then those of another. */
record StackedRows(Samples first, Samples second) implements Samples {

    StackedRows {
        if (first.width() != second.width()) {
            throw new IllegalArgumentException("rows of " + second.width() + " values after rows of " + first.width()
                    + " values, expected as many");
        }
        Math.addExact(first.size(), second.size());
    }

    @Override
    public int size() {
        return first.size() + second.size();
    }

    @Override
    public int width() {
        return first.width();
    }

    @Override
    public Schema schema() {
        return first.schema();
    }

    @Override
    public void read(int row, float[] out, int offset) {
        if (row < first.size()) {
            first.read(row, out, offset);
        } else {
            second.read(row - first.size(), out, offset);
        }
    }

    @Override
    public Samples scaled(Scaling scaling) {
        return new StackedRows(first.scaled(scaling), second.scaled(scaling));
    }

    @Override
    public String toString() {
        return "Samples: " + size() + " rows of " + width() + " values";
    }
}

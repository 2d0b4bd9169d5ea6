package org.gne.data;

import java.util.Arrays;

/** Rows from arrays of arrays. */
final class ArrayRows {

    /** At most this many values of a column are looked at to find out whether floats keep its digits. */
    private static final int SAMPLE = 1000;

    private ArrayRows() {}

    static Samples of(float[][] rows) {
        int width = width(rows.length, rows.length == 0 || rows[0] == null ? -1 : rows[0].length);
        float[] values = new float[room(rows.length, width)];
        for (int i = 0; i < rows.length; i++) {
            require(i, rows[i] == null ? -1 : rows[i].length, width);
            System.arraycopy(rows[i], 0, values, i * width, width);
        }
        return new FloatSamples(values, Schema.Columns.numbered(width));
    }

    static Samples of(double[][] rows) {
        int width = width(rows.length, rows.length == 0 || rows[0] == null ? -1 : rows[0].length);
        float[] values = new float[room(rows.length, width)];
        for (int i = 0; i < rows.length; i++) {
            require(i, rows[i] == null ? -1 : rows[i].length, width);
            for (int j = 0; j < width; j++) {
                values[i * width + j] = (float) rows[i][j];
            }
        }
        for (int j = 0; j < width; j++) {
            requireKept(rows, j);
        }
        return new FloatSamples(values, Schema.Columns.numbered(width));
    }

    private static int width(int rows, int first) {
        if (rows == 0) {
            throw new IllegalArgumentException("no rows: found 0, expected at least 1");
        }
        if (first == 0) {
            throw new IllegalArgumentException("row 0 has no values, expected at least 1");
        }
        require(0, first, first);
        return first;
    }

    private static void require(int row, int found, int width) {
        if (found < 0) {
            throw new IllegalArgumentException("row " + row + " is null, expected "
                    + (width < 0 ? "values" : width + " values") + " (NaN for a missing one)");
        }
        if (found != width) {
            throw new IllegalArgumentException(
                    "row " + row + " has " + found + " values, expected " + width + " as in row 0");
        }
    }

    private static int room(int rows, int width) {
        long values = (long) rows * width;
        if (values > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("found " + rows + " rows of " + width + " values, together " + values
                    + ", expected at most " + (Integer.MAX_VALUE - 8)
                    + ", as an array has: implement Samples, which reads a row at a time, or take fewer rows");
        }
        return (int) values;
    }

    /** Checks that floats keep the digits of a column. */
    private static void requireKept(double[][] rows, int j) {
        int count = Math.min(SAMPLE, rows.length);
        double[] some = new double[count];
        int found = 0;
        for (int i = 0; i < count; i++) {
            double value = rows[EvenRows.row(i, count, rows.length)][j];
            if (Double.isFinite(value)) {
                some[found++] = value;
            }
        }
        double[] sorted = Arrays.copyOf(some, found);
        Arrays.sort(sorted);
        Column kept = OriginChoice.keep(Column.number(Integer.toString(j)), sorted);
        if (kept.origin() != 0 || kept.unit() != 1) {
            throw new IllegalArgumentException("column " + j + ": found numbers around " + sorted[found / 2]
                    + ", whose differences a float does not keep: subtract " + kept.origin()
                    + (kept.unit() == 1 ? "" : " and divide by " + kept.unit()) + " first");
        }
        for (int i = 0; i < rows.length; i++) {
            double value = rows[i][j];
            if (Double.isFinite(value) && Float.isInfinite((float) value)) {
                throw new IllegalArgumentException(
                        "row " + i + ", column " + j + ": found " + value + ", expected at most " + Float.MAX_VALUE);
            }
        }
    }
}

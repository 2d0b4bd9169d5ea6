package org.gne.data;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Statistics of each column of some rows. Those of several sets of rows can be merged. Means and squares are summed as
 * in Welford (1962) and merged as in Chan, Golub and LeVeque (1979). Missing values (NaN) are ignored.
 */
final class ColumnStatistics implements Serializable {

    private static final long serialVersionUID = 1;

    private final long[] known;
    private final double[] mean;
    private final double[] squares;
    private final float[] low;
    private final float[] high;
    /** The largest distance of the values from a whole number. */
    private final double[] fraction;

    /** The statistics of no rows. */
    ColumnStatistics(int width) {
        known = new long[width];
        mean = new double[width];
        squares = new double[width];
        low = filled(width, Float.POSITIVE_INFINITY);
        high = filled(width, Float.NEGATIVE_INFINITY);
        fraction = new double[width];
    }

    private static float[] filled(int width, float value) {
        float[] values = new float[width];
        Arrays.fill(values, value);
        return values;
    }

    /** The statistics of adjacent ranges of columns of the same rows. */
    static ColumnStatistics beside(List<ColumnStatistics> parts) {
        ColumnStatistics all = new ColumnStatistics(
                parts.stream().mapToInt(ColumnStatistics::width).sum());
        int at = 0;
        for (ColumnStatistics part : parts) {
            System.arraycopy(part.known, 0, all.known, at, part.width());
            System.arraycopy(part.mean, 0, all.mean, at, part.width());
            System.arraycopy(part.squares, 0, all.squares, at, part.width());
            System.arraycopy(part.low, 0, all.low, at, part.width());
            System.arraycopy(part.high, 0, all.high, at, part.width());
            System.arraycopy(part.fraction, 0, all.fraction, at, part.width());
            at += part.width();
        }
        return all;
    }

    int width() {
        return mean.length;
    }

    /**
     * Adds more rows.
     *
     * @param rows {@code [n, stride]}: the columns from {@code from} on
     * @param range the range of the columns in these rows
     */
    void add(float[] rows, int n, int stride, int from, BlockRange range) {
        if (range.finite() && evenlyKnown()) {
            double[] row = new double[width()];
            for (int i = 0; i < n; i++) {
                addWhole(rows, i * stride + from, row, known[0] + i + 1);
            }
            for (int j = 0; j < known.length; j++) {
                known[j] += n;
            }
            range.widen(low, high);
        } else {
            for (int i = 0; i < n; i++) {
                addKnown(rows, i * stride + from);
            }
        }
    }

    private boolean evenlyKnown() {
        for (long each : known) {
            if (each != known[0]) {
                return false;
            }
        }
        return true;
    }

    /** Adds a row without missing values, in short loops over all columns that the compiler can vectorise. */
    private void addWhole(float[] rows, int from, double[] row, double count) {
        for (int j = 0; j < row.length; j++) {
            row[j] = rows[from + j];
        }
        moments(row, mean, squares, count);
        fractions(row, fraction);
    }

    private static void moments(double[] row, double[] mean, double[] squares, double count) {
        for (int j = 0; j < row.length; j++) {
            double change = row[j] - mean[j];
            double after = mean[j] + change / count;
            squares[j] += change * (row[j] - after);
            mean[j] = after;
        }
    }

    private static void fractions(double[] row, double[] fraction) {
        for (int j = 0; j < row.length; j++) {
            fraction[j] = Math.max(fraction[j], Math.abs(row[j] - Math.rint(row[j])));
        }
    }

    /** Adds a row with missing values. */
    private void addKnown(float[] row, int from) {
        for (int j = 0; j < mean.length; j++) {
            double value = row[from + j];
            if (!Double.isNaN(value)) {
                double change = value - mean[j];
                mean[j] += change / ++known[j];
                squares[j] += change * (value - mean[j]);
                low[j] = Math.min(low[j], row[from + j]);
                high[j] = Math.max(high[j], row[from + j]);
                fraction[j] = Math.max(fraction[j], Math.abs(value - Math.rint(value)));
            }
        }
    }

    /** The statistics of these rows and others. */
    ColumnStatistics merge(ColumnStatistics other) {
        ColumnStatistics both = new ColumnStatistics(width());
        both.add(this);
        both.add(other);
        return both;
    }

    private void add(ColumnStatistics other) {
        for (int j = 0; j < mean.length; j++) {
            if (other.known[j] > 0) {
                long both = known[j] + other.known[j];
                double share = (double) other.known[j] / both;
                double change = other.mean[j] - mean[j];
                squares[j] += other.squares[j] + change * change * share * known[j];
                mean[j] += change * share;
                known[j] = both;
                low[j] = Math.min(low[j], other.low[j]);
                high[j] = Math.max(high[j], other.high[j]);
                fraction[j] = Math.max(fraction[j], other.fraction[j]);
            }
        }
    }

    long known(int column) {
        return known[column];
    }

    double mean(int column) {
        return mean[column];
    }

    double squares(int column) {
        return squares[column];
    }

    float low(int column) {
        return low[column];
    }

    float high(int column) {
        return high[column];
    }

    boolean whole(int column) {
        return fraction[column] == 0;
    }
}

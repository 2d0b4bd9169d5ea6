package org.gne.data;

import java.io.Serializable;

/**
 * What a scaling needs to know of the columns of some rows; those of several sets of rows can be merged. Means and squares
 * as Welford (1962) sums them, merged as Chan, Golub and LeVeque (1979) do. Missing values (NaN) do not count.
 */
public final class ColumnStatistics implements Serializable {

    private static final long serialVersionUID = 1;

    private final long[] known;
    private final double[] mean;
    private final double[] square;
    private float low = Float.POSITIVE_INFINITY;
    private float high = Float.NEGATIVE_INFINITY;

    /** Of no rows yet. */
    public ColumnStatistics(int width) {
        known = new long[width];
        mean = new double[width];
        square = new double[width];
    }

    /** Of all rows. */
    public static ColumnStatistics of(Samples samples) {
        ColumnStatistics statistics = new ColumnStatistics(samples.width());
        float[] row = new float[samples.width()];
        for (int i = 0; i < samples.size(); i++) {
            samples.read(i, row, 0);
            statistics.add(row, 0);
        }
        return statistics;
    }

    /** Takes one more row, whose values begin at {@code from}. */
    public void add(float[] values, int from) {
        for (int j = 0; j < mean.length; j++) {
            float value = values[from + j];
            if (!Float.isNaN(value)) {
                double change = value - mean[j];
                mean[j] += change / ++known[j];
                square[j] += change * (value - mean[j]);
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
    }

    /** Takes the rows of another. */
    public void merge(ColumnStatistics other) {
        for (int j = 0; j < mean.length; j++) {
            if (other.known[j] > 0) {
                long both = known[j] + other.known[j];
                double share = (double) other.known[j] / both;
                double change = other.mean[j] - mean[j];
                square[j] += other.square[j] + change * change * share * known[j];
                mean[j] += change * share;
                known[j] = both;
            }
        }
        low = Math.min(low, other.low);
        high = Math.max(high, other.high);
    }

    /** How many values of a column are known. */
    public long known(int column) {
        return known[column];
    }

    /** Values that are known, in all columns. */
    public long known() {
        long sum = 0;
        for (long each : known) {
            sum += each;
        }
        return sum;
    }

    int width() {
        return mean.length;
    }

    /** The mean of the known values of a column. */
    public double mean(int column) {
        return mean[column];
    }

    /** The (population) variance of the known values of a column; 0 where there are none. */
    public double variance(int column) {
        return square[column] / Math.max(1, known[column]);
    }

    /** Sums of the squared differences to the means: {@code [width]}, a copy. */
    double[] squares() {
        return square.clone();
    }

    float low() {
        return low;
    }

    float high() {
        return high;
    }
}

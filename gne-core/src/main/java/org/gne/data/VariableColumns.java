package org.gne.data;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Chooses the most variable columns of sparse counts, such as genes: those whose counts differ most from what the total of
 * the row and the total of the column let expect. The measure is the mean square of the analytic Pearson residuals of Lause,
 * Berens and Kobak (2021, Genome Biology 22:258): a residual is {@code (x - m) / sqrt(m + m^2 / 100)}, {@code m = total of the
 * row * total of the column / total of all}, its square at most the number of rows. Time is linear in the stored values.
 */
public final class VariableColumns {

    /** The dispersion under which counts vary as much as expected. */
    private static final double DISPERSION = 100;

    /** Rows of about the same total are one group when the residuals of zeros are summed. */
    private static final int GROUPS = 1000;

    private VariableColumns() {}

    /**
     * The most variable columns, as a view.
     *
     * @param counts counts, or a missing value (NaN) here and there
     * @param most how many, at least 1
     * @return all columns if there are not more
     */
    public static SparseSamples choose(SparseSamples counts, int most) {
        if (most >= counts.width()) {
            return counts;
        }
        return highest(counts, variation(counts), most);
    }

    /**
     * The columns with the highest scores, as a view; of equal ones the first.
     *
     * @param scores one for each column
     * @param most how many, at least 1
     */
    public static SparseSamples highest(SparseSamples counts, double[] scores, int most) {
        int[] chosen = IntStream.range(0, scores.length)
                .boxed()
                .sorted((a, b) -> Double.compare(scores[b], scores[a]))
                .limit(most)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        return counts.columns(chosen, ((Schema.Columns) counts.schema()).chosen(chosen));
    }

    /** The mean square of the residuals of each column: about 1 for a column that does not vary; 0 for one of zeros. */
    static double[] variation(SparseSamples counts) {
        int size = counts.size();
        int width = counts.width();
        int[] columns = new int[width];
        float[] values = new float[width];
        double[] ofRow = new double[size];
        double[] ofColumn = new double[width];
        double all = 0;
        for (int i = 0; i < size; i++) {
            int n = counts.entries(i, columns, values);
            for (int k = 0; k < n; k++) {
                if (!Float.isNaN(values[k])) {
                    ofRow[i] += values[k];
                    ofColumn[columns[k]] += values[k];
                }
            }
            all += ofRow[i];
        }
        double[] squares = new double[width];
        for (int i = 0; i < size; i++) {
            int n = counts.entries(i, columns, values);
            for (int k = 0; k < n; k++) {
                double mean = ofRow[i] * ofColumn[columns[k]] / all;
                double zero = square(0, mean, size);
                squares[columns[k]] += (Float.isNaN(values[k]) ? 0 : square(values[k], mean, size)) - zero;
            }
        }
        double[] totals = ofRow.clone();
        Arrays.sort(totals);
        int groups = Math.min(GROUPS, size);
        for (int group = 0; group < groups; group++) {
            int from = (int) ((long) size * group / groups);
            int to = (int) ((long) size * (group + 1) / groups);
            double mean = Arrays.stream(totals, from, to).sum() / (to - from);
            for (int j = 0; j < width; j++) {
                squares[j] += (to - from) * square(0, mean * ofColumn[j] / all, size);
            }
        }
        for (int j = 0; j < width; j++) {
            squares[j] = ofColumn[j] > 0 ? squares[j] / size : 0;
        }
        return squares;
    }

    private static double square(double x, double mean, int most) {
        double difference = x - mean;
        return mean > 0 ? Math.min(most, difference * difference / (mean + mean * mean / DISPERSION)) : 0;
    }
}

package org.gne.batch;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;

/**
 * How much higher or lower the counts of each column are in each batch, such as a donor or a run of the machine, than in the
 * usual batch: {@code expected count in a batch = factor * expected count in the usual batch}. The factors are learnt from the
 * counts ({@link #of}); a map is then fitted to {@link #corrected} rows, so that it knows nothing of the batches:
 *
 * <pre>{@code
 * BatchFactors factors = BatchFactors.of("donor", counts, donors, 1, threads);
 * GneModel model = Gne.fit(factors.corrected(counts, donors)).withBatches(factors);
 * }</pre>
 *
 * <p>A factor for each column and batch is all that is removed: what a batch does to some kinds of rows only, stays. Dividing a
 * count by its factor leaves the place of the best mean as it would be with the factor in the decoder: the gradient of the
 * likelihood is zero at the same mean.
 *
 * @param column the name of what tells the batches apart
 * @param names the names of the batches
 * @param factors {@code [batches, width]}, above 0; their logarithms have mean 0 over the rows, column by column
 * @serial exclude
 */
public record BatchFactors(String column, List<String> names, float[] factors) implements Serializable {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if there are no batches, factors are not as many for each of them, or one is not above 0
     */
    public BatchFactors {
        names = List.copyOf(names);
        if (names.isEmpty() || factors.length == 0 || factors.length % names.size() != 0) {
            throw new IllegalArgumentException(
                    factors.length + " factors of " + names.size() + " batches, expected as many for each");
        }
        for (float factor : factors) {
            if (!(factor > 0) || Float.isInfinite(factor)) {
                throw new IllegalArgumentException("factor of a batch: found " + factor + ", expected above 0");
            }
        }
    }

    /**
     * Learns the factors.
     *
     * @param column the name of what tells the batches apart
     * @param counts rows of counts
     * @param batches the batch of each row; rows of no batch teach nothing
     * @param seed the seed of the principal components on which rows are compared
     * @param threads the number of threads, at least 1; it never changes a factor
     * @throws IllegalArgumentException if a batch has no row, there are fewer than two batches, or a count is missing (NaN)
     * @see FactorFit
     */
    public static BatchFactors of(String column, Samples counts, Labels batches, long seed, int threads) {
        try (Parallel parallel = new Parallel(threads)) {
            return new BatchFactors(column, batches.names(), new FactorFit(counts, batches, seed, parallel).factors());
        }
    }

    /** The number of values of a row. */
    public int width() {
        return factors.length / names.size();
    }

    /**
     * Rows as they would be in the usual batch: each count is divided by its factor, zeros stay zeros. Rows of a batch that is
     * not known, or of none, do not change.
     *
     * @param batches the batch of each row; batches are found by their names
     * @throws IllegalArgumentException if rows have another width, or there are not as many batches
     */
    public Samples corrected(Samples counts, Labels batches) {
        if (counts.width() != width() || counts.size() != batches.size()) {
            throw new IllegalArgumentException(
                    counts.size() + " rows of " + counts.width() + " values and " + batches.size()
                            + " batches, expected as many rows, and " + width() + " values as the factors have");
        }
        int[] known = batches.names().stream().mapToInt(names::indexOf).toArray();
        int[] batch = new int[batches.size()];
        Arrays.setAll(batch, i -> batches.classes()[i] < 0 ? -1 : known[batches.classes()[i]]);
        return new CorrectedRows(counts, batch, factors);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BatchFactors that
                && column.equals(that.column)
                && names.equals(that.names)
                && Arrays.equals(factors, that.factors);
    }

    @Override
    public int hashCode() {
        return 31 * names.hashCode() + Arrays.hashCode(factors);
    }

    @Override
    public String toString() {
        return "factors of the batches of " + column + ": " + String.join(", ", names);
    }
}

package org.gne.batch;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.PrincipalComponents;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;
import org.gne.neighbor.NeighborGraph;
import org.gne.neighbor.NeighborSearch;

/**
 * Learns the factors of batches from pairs of rows of the same kind in different batches, so that a kind of rows that is frequent in
 * one batch is not taken for an effect of the batch. Two rows are a pair if each is among the {@value #NEAREST} nearest rows of
 * the other, of all rows outside its own batch (mutual nearest neighbours, Haghverdi et al. 2018, Nature Biotechnology 36:421),
 * on principal components of the logarithms of corrected counts. Within the pairs of a batch, {@code expected count = total of the
 * row * level of the column * factor of the column in the row's batch}; levels and factors are those of the highest Poisson
 * likelihood, found in turn (iterative proportional fitting, Deming and Stephan 1940).
 *
 * <p>The first factors are those of all rows together. Pairs and factors are then found in turn, as points are matched by iterative
 * closest points. Rows without a partner have no say.
 */
final class FactorFit {

    private static final int ROUNDS = 5;

    private static final int COMPONENTS = 30;

    /** The number of nearest rows among which a partner is. */
    static final int NEAREST = 10;

    private static final int STEPS = 30;

    /** Counts that speak for a factor of 1, so that rare columns have no wild factors. */
    private static final double PRIOR = 2;

    private static final int TILE = 256;

    private final Samples counts;
    private final int[] batch;
    private final int batches;
    private final int width;
    private final long seed;
    private final Parallel parallel;

    FactorFit(Samples counts, Labels batches, long seed, Parallel parallel) {
        if (counts.size() != batches.size()) {
            throw new IllegalArgumentException(
                    batches.size() + " batches for " + counts.size() + " rows, expected as many");
        }
        this.counts = counts;
        this.batch = batches.classes();
        this.batches = batches.names().size();
        this.seed = seed;
        this.parallel = parallel;
        width = counts.width();
        if (this.batches < 2) {
            throw new IllegalArgumentException("batches: found " + this.batches + ", expected at least 2");
        }
        int[] rows = new int[this.batches];
        for (int of : batch) {
            if (of >= 0) {
                rows[of]++;
            }
        }
        for (int b = 0; b < rows.length; b++) {
            if (rows[b] == 0) {
                throw new IllegalArgumentException(
                        "batch " + batches.names().get(b) + ": found no row, expected at least 1");
            }
        }
    }

    float[] factors() {
        Sums all = new Sums(1);
        int[] once = new int[counts.size()];
        Arrays.fill(once, 1);
        all.add(0, once);
        float[] factors = all.factors();
        for (int round = 0; round < ROUNDS; round++) {
            Sums pairs = new Sums(batches);
            Embedding points = points(factors);
            boolean found = false;
            for (int of = 0; of < batches; of++) {
                int[] weights = pairs(of, points);
                found |= Arrays.stream(weights).anyMatch(weight -> weight > 0);
                pairs.add(of, weights);
            }
            if (!found) {
                return factors;
            }
            factors = pairs.factors();
        }
        return factors;
    }

    private Embedding points(float[] factors) {
        Samples logarithms = new CorrectedRows(counts, batch, factors).mapped(this::logarithms);
        return PrincipalComponents.fit(logarithms, COMPONENTS, seed, parallel).projectAll(logarithms, parallel);
    }

    /** In how many pairs of rows of a batch and others each row is: {@code [rows]}. */
    private int[] pairs(int of, Embedding points) {
        int[] own = rows(row -> batch[row] == of);
        int[] others = rows(row -> batch[row] >= 0 && batch[row] != of);
        Embedding ownPoints = points.rows(own);
        Embedding otherPoints = points.rows(others);
        int back = Math.min(NEAREST, own.length);
        NeighborGraph there = NeighborSearch.over(otherPoints, seed, parallel)
                .nearest(ownPoints, Math.min(NEAREST, others.length), parallel);
        NeighborGraph here = NeighborSearch.over(ownPoints, seed, parallel).nearest(otherPoints, back, parallel);
        int[] weights = new int[counts.size()];
        for (int i = 0; i < own.length; i++) {
            for (int k = 0; k < there.k(); k++) {
                int other = there.neighbors()[i * there.k() + k];
                for (int b = 0; b < back; b++) {
                    if (here.neighbors()[other * back + b] == i) {
                        weights[own[i]]++;
                        weights[others[other]]++;
                    }
                }
            }
        }
        return weights;
    }

    private int[] rows(IntPredicate chosen) {
        return IntStream.range(0, counts.size()).filter(chosen).toArray();
    }

    /** Logarithms of one plus the counts of a row whose mean count is 1. */
    private void logarithms(float[] rows, int at) {
        double total = 0;
        for (int j = 0; j < width; j++) {
            total += rows[at + j];
        }
        double factor = total > 0 ? width / total : 0;
        for (int j = 0; j < width; j++) {
            rows[at + j] = (float) StrictMath.log1p(factor * rows[at + j]);
        }
    }

    /** Sums over groups of rows, from which factors are computed. */
    private final class Sums {
        private final double[][] ofGroup;
        private final double[][] ofBatch = new double[batches][width];
        private final double[][] totals;

        Sums(int groups) {
            ofGroup = new double[groups][width];
            totals = new double[groups][batches];
        }

        /** Adds rows with their weights to a group. */
        void add(int group, int[] weights) {
            float[] row = new float[width];
            for (int i = 0; i < weights.length; i++) {
                if (batch[i] < 0 || weights[i] == 0) {
                    continue;
                }
                counts.read(i, row, 0);
                double total = 0;
                for (int j = 0; j < width; j++) {
                    if (Float.isNaN(row[j])) {
                        throw new IllegalArgumentException("row " + i + ", column "
                                + counts.schema().valueName(j)
                                + ": the count is missing, expected all counts where batches are given");
                    }
                    double x = (double) weights[i] * row[j];
                    total += x;
                    ofGroup[group][j] += x;
                    ofBatch[batch[i]][j] += x;
                }
                totals[group][batch[i]] += total;
            }
        }

        float[] factors() {
            double[] share = new double[batches];
            for (int of : batch) {
                if (of >= 0) {
                    share[of]++;
                }
            }
            double rows = Arrays.stream(share).sum();
            float[] factors = new float[batches * width];
            parallel.run((width + TILE - 1) / TILE, (task, worker) -> {
                for (int j = task * TILE; j < Math.min(width, (task + 1) * TILE); j++) {
                    double[] found = column(j);
                    double mean = 0;
                    for (int b = 0; b < batches; b++) {
                        mean += share[b] / rows * StrictMath.log(found[b]);
                    }
                    for (int b = 0; b < batches; b++) {
                        factors[b * width + j] = (float) StrictMath.exp(StrictMath.log(found[b]) - mean);
                    }
                }
            });
            return factors;
        }

        /** The factors of one column, levels and factors in turn. */
        private double[] column(int j) {
            double[] factor = new double[batches];
            Arrays.fill(factor, 1);
            for (int step = 0; step < STEPS; step++) {
                double[] expected = new double[batches];
                for (int g = 0; g < totals.length; g++) {
                    double exposure = 0;
                    for (int b = 0; b < batches; b++) {
                        exposure += totals[g][b] * factor[b];
                    }
                    double level = exposure > 0 ? ofGroup[g][j] / exposure : 0;
                    for (int b = 0; b < batches; b++) {
                        expected[b] += totals[g][b] * level;
                    }
                }
                for (int b = 0; b < batches; b++) {
                    factor[b] = (ofBatch[b][j] + PRIOR) / (expected[b] + PRIOR);
                }
            }
            return factor;
        }
    }
}

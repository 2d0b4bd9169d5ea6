package org.gne.bench.cells;

import java.util.Arrays;
import org.gne.data.SparseSamples;
import org.gne.kernel.Parallel;

/**
 * Means of counts that some method found for some cells, as a negative binomial distribution: {@code mean = total of the cell *
 * share of the gene}, with a dispersion for each gene by the method of moments on training cells.
 *
 * @param dispersion {@code [genes]}; 1e6 for a Poisson distribution
 */
record CountModel(double[] dispersion) {

    private static final double MOST = 1e6;

    private static final double LEAST = 1e-3;

    private static final int CHUNK = 256;

    /** The shares of the genes in a cell, in total 1. */
    interface Shares {
        /** Writes the shares of a cell, {@code [genes]}. */
        void write(int cell, double[] shares);
    }

    static CountModel poisson(int genes) {
        double[] dispersion = new double[genes];
        Arrays.fill(dispersion, MOST);
        return new CountModel(dispersion);
    }

    /** Estimates the dispersions: {@code 1 / r} is the sum of {@code (x - m)^2 - m} divided by that of {@code m^2}. */
    static CountModel of(SparseSamples counts, Shares shares) {
        int genes = counts.width();
        double[] excess = new double[genes];
        double[] squares = new double[genes];
        double[] of = new double[genes];
        float[] row = new float[genes];
        for (int i = 0; i < counts.size(); i++) {
            counts.read(i, row, 0);
            shares.write(i, of);
            double total = total(row);
            for (int j = 0; j < genes; j++) {
                double m = total * of[j];
                excess[j] += (row[j] - m) * (row[j] - m) - m;
                squares[j] += m * m;
            }
        }
        double[] dispersion = new double[genes];
        Arrays.setAll(dispersion, j -> excess[j] > 0 ? Math.max(LEAST, Math.min(MOST, squares[j] / excess[j])) : MOST);
        return new CountModel(dispersion);
    }

    private static double total(float[] row) {
        double total = 0;
        for (float x : row) {
            total += x;
        }
        return total;
    }

    /** The negative log-likelihood of counts, in nats for each molecule. */
    double lossPerCount(SparseSamples counts, Shares shares, Parallel parallel) {
        int chunks = (counts.size() + CHUNK - 1) / CHUNK;
        double[] loss = new double[chunks];
        double[] molecules = new double[chunks];
        parallel.run(chunks, (chunk, worker) -> {
            float[] row = new float[counts.width()];
            double[] of = new double[row.length];
            for (int i = chunk * CHUNK; i < Math.min(counts.size(), (chunk + 1) * CHUNK); i++) {
                counts.read(i, row, 0);
                shares.write(i, of);
                double total = total(row);
                molecules[chunk] += total;
                for (int j = 0; j < row.length; j++) {
                    loss[chunk] -= logProbability((int) row[j], Math.max(1e-7, total * of[j]), dispersion[j]);
                }
            }
        });
        return Arrays.stream(loss).sum() / Arrays.stream(molecules).sum();
    }

    private static double logProbability(int x, double mean, double r) {
        double log = -r * Math.log1p(mean / r);
        // p(x) = p(x - 1) (x - 1 + r) / x * mean / (mean + r)
        for (int k = 1; k <= x; k++) {
            log += Math.log((k - 1 + r) / k * (mean / (mean + r)));
        }
        return log;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}

package org.gne.bench.cells;

import org.gne.data.SparseSamples;
import org.gne.neighbor.NeighborGraph;

/**
 * How well expressions follow the truth: the correlation of {@code log(1 + 10,000 share)} with that of the noise-free
 * expression over the cells, as the mean over the genes whose noise-free expression differs between cells.
 */
final class Denoising {

    /** Genes with less variation of the noise-free logarithm are noise for every method. */
    private static final double LEAST_DEVIATION = 0.05;

    private Denoising() {}

    /**
     * The mean correlation.
     *
     * @param genes the genes of the columns, as indices of the simulated ones
     */
    static double correlation(SimulatedCells cells, int[] genes, CountModel.Shares shares) {
        int n = cells.profile().length;
        int width = genes.length;
        double[][] sums = new double[5][width];
        double[] of = new double[width];
        for (int i = 0; i < n; i++) {
            shares.write(i, of);
            float[] profile = cells.profiles()[cells.profile()[i]];
            double total = 0;
            for (int gene : genes) {
                total += profile[gene];
            }
            for (int j = 0; j < width; j++) {
                double x = Math.log1p(1e4 * of[j]);
                double y = Math.log1p(1e4 * profile[genes[j]] / total);
                sums[0][j] += x;
                sums[1][j] += y;
                sums[2][j] += x * x;
                sums[3][j] += y * y;
                sums[4][j] += x * y;
            }
        }
        double sum = 0;
        int used = 0;
        for (int j = 0; j < width; j++) {
            double ofX = sums[2][j] / n - sums[0][j] / n * (sums[0][j] / n);
            double ofY = sums[3][j] / n - sums[1][j] / n * (sums[1][j] / n);
            double both = sums[4][j] / n - sums[0][j] / n * (sums[1][j] / n);
            if (ofY > LEAST_DEVIATION * LEAST_DEVIATION) {
                sum += ofX > 1e-12 ? both / Math.sqrt(ofX * ofY) : 0;
                used++;
            }
        }
        return sum / used;
    }

    /** The counts themselves, divided by their total. */
    static CountModel.Shares raw(SparseSamples counts) {
        return (cell, shares) -> {
            float[] row = new float[counts.width()];
            counts.read(cell, row, 0);
            double total = 0;
            for (float x : row) {
                total += x;
            }
            for (int j = 0; j < row.length; j++) {
                shares[j] = total > 0 ? row[j] / total : 0;
            }
        };
    }

    /** The mean of a cell and its nearest others. */
    static CountModel.Shares smoothed(SparseSamples counts, NeighborGraph graph, int nearest) {
        CountModel.Shares raw = raw(counts);
        return (cell, shares) -> {
            double[] one = new double[shares.length];
            raw.write(cell, shares);
            for (int k = 0; k < nearest; k++) {
                raw.write(graph.neighbors()[cell * graph.k() + k], one);
                for (int j = 0; j < one.length; j++) {
                    shares[j] += one[j];
                }
            }
            for (int j = 0; j < one.length; j++) {
                shares[j] /= nearest + 1;
            }
        };
    }
}

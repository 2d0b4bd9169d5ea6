package org.gne.quality;

import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;
import org.gne.nn.Decoder;
import org.gne.nn.Heads;
import org.gne.nn.Stretch;
import org.gne.nn.Workspace;

/**
 * The share of the rows' variation that a decoder explains: {@code 1 - deviance / null deviance}, where the null
 * deviance is that of the best constant. 1 is everything, 0 is no better than a constant, below 0 is worse. It has the
 * same meaning for numbers, images, categories and counts; for numbers it is the coefficient of determination.
 *
 * @param total the share over all columns, by their weights; NaN if no column varies
 * @param columns {@code [width of a row]}: the share of each column, for a category at its first value and NaN at the
 *     others; NaN if a column does not vary
 * @param nullError the mean error of a row if every row is decoded as the best constant
 * @param errors {@code [rows]}: {@link ReconstructionError#perRow}; empty if they are not known
 */
public record Explained(double total, double[] columns, double nullError, float[] errors) {

    /**
     * The smallest mean deviance of a value of a column that varies: rounding leaves a deviance of constant columns. A boolean that
     * is true in one row of a million has more.
     */
    private static final double LEAST_DEVIANCE = 1e-6;

    /** The number of parts of the rows, each with its own sums; small, because each has sums for all columns. */
    private static final int PARTS = 64;

    /** Unknown shares, as in models of 0.1. */
    public static Explained unknown() {
        return new Explained(Double.NaN, new double[0], Double.NaN, new float[0]);
    }

    /**
     * Compares rows with the decoder's samples at their coordinates.
     *
     * @param samples the scaled rows; NaN for a missing value
     * @param embedding the coordinates of the rows
     * @throws IllegalArgumentException if the numbers of rows and coordinates differ
     */
    public static Explained of(Samples samples, Embedding embedding, Decoder decoder, Parallel parallel) {
        if (samples.size() != embedding.size()) {
            throw new IllegalArgumentException(
                    embedding.size() + " places for " + samples.size() + " rows, expected as many");
        }
        return new Sums(samples, embedding, decoder, parallel).explained();
    }

    /** The explained share of a row, from its error. */
    public double ofRow(double error) {
        return 1 - error / nullError;
    }

    /** The sums of two passes over the rows: first for the means, then for the deviances. */
    private static final class Sums {

        private final Samples samples;
        private final Embedding embedding;
        private final Decoder decoder;
        private final Heads heads;
        private final Parallel parallel;
        private final int width;
        private final int tilesPerPart;
        private final int parts;

        Sums(Samples samples, Embedding embedding, Decoder decoder, Parallel parallel) {
            this.samples = samples;
            this.embedding = embedding;
            this.decoder = decoder;
            this.parallel = parallel;
            heads = decoder.heads();
            width = samples.width();
            int tiles = (samples.size() + Workspace.TILE - 1) / Workspace.TILE;
            tilesPerPart = Math.max(1, (tiles + PARTS - 1) / PARTS);
            parts = (tiles + tilesPerPart - 1) / tilesPerPart;
        }

        /** The first row of a part. */
        private int begin(int part) {
            return Math.min(samples.size(), part * tilesPerPart * Workspace.TILE);
        }

        Explained explained() {
            float[] means = means();
            double[][] left = new double[parts][width];
            double[][] all = new double[parts][width];
            double[] leftOfPart = new double[parts];
            double[] allOfPart = new double[parts];
            double[] knownOfPart = new double[parts];
            float[] errors = new float[samples.size()];
            parallel.run(parts, (part, worker) -> {
                Decoder.Pass pass = decoder.pass();
                float[] row = new float[width];
                int dim = embedding.dim();
                for (int from = begin(part); from < begin(part + 1); from += Workspace.TILE) {
                    int n = Math.min(Workspace.TILE, begin(part + 1) - from);
                    System.arraycopy(embedding.values(), from * dim, pass.input(), 0, n * dim);
                    pass.run(n);
                    for (int i = 0; i < n; i++) {
                        samples.read(from + i, row, 0);
                        double deviance = heads.deviance(row, 0, pass.output(), i * width, left[part]);
                        int known = heads.known(row, 0);
                        errors[from + i] = (float) (deviance / known);
                        leftOfPart[part] += deviance;
                        allOfPart[part] += heads.deviance(row, 0, means, 0, all[part]);
                        knownOfPart[part] += known;
                    }
                }
            });
            double[] columns = shares(sum(left), sum(all));
            double ofConstant = sum(allOfPart);
            boolean varies = ofConstant > LEAST_DEVIANCE * sum(knownOfPart);
            double total = varies ? 1 - sum(leftOfPart) / ofConstant : Double.NaN;
            return new Explained(total, columns, ofConstant / sum(knownOfPart), errors);
        }

        private float[] means() {
            double[][] sums = new double[parts][width];
            double[][] known = new double[parts][width];
            parallel.run(parts, (part, worker) -> {
                float[] row = new float[width];
                for (int i = begin(part); i < begin(part + 1); i++) {
                    samples.read(i, row, 0);
                    for (int j = 0; j < width; j++) {
                        boolean missing = Float.isNaN(row[j]);
                        sums[part][j] += missing ? 0 : row[j];
                        known[part][j] += missing ? 0 : 1;
                    }
                }
            });
            double[] sum = sum(sums);
            double[] count = sum(known);
            float[] means = new float[width];
            for (int j = 0; j < width; j++) {
                means[j] = (float) (sum[j] / Math.max(1, count[j]));
            }
            return means;
        }

        private double[] shares(double[] left, double[] all) {
            double[] shares = new double[width];
            for (Stretch stretch : heads.stretches()) {
                for (int j = stretch.from(); j < stretch.to(); j++) {
                    boolean counts = !stretch.head().joint() || j == stretch.from();
                    boolean varies = all[j] > LEAST_DEVIANCE * samples.size();
                    shares[j] = counts && varies ? 1 - left[j] / all[j] : Double.NaN;
                }
            }
            return shares;
        }

        private static double[] sum(double[][] parts) {
            double[] sum = new double[parts[0].length];
            for (double[] part : parts) {
                for (int j = 0; j < sum.length; j++) {
                    sum[j] += part[j];
                }
            }
            return sum;
        }

        private static double sum(double[] parts) {
            double sum = 0;
            for (double part : parts) {
                sum += part;
            }
            return sum;
        }
    }
}

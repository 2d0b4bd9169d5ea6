package org.gne.baseline;

import org.gne.kernel.CounterRandom;
import org.gne.kernel.Kernel;
import org.gne.kernel.Kernels;
import org.gne.loop.Batch;
import org.gne.loop.Tile;
import org.gne.nn.Workspace;

/**
 * The bottleneck of a variational autoencoder (Kingma and Welling 2014): the encoder returns the mean and the logarithm
 * of the variance of a Gaussian per row, {@code [rows, 2 dim]}; a code is {@code mean + deviation * noise}. The
 * gradient includes that of the divergence from the standard normal distribution.
 *
 * <p>The noise of a row depends on the seed, the epoch and the row, but not on its batch or thread.
 */
final class GaussianCode implements Bottleneck {

    /**
     * Logarithms of variances are limited to this, so that one outlying row cannot overflow. It is a deviation of 148
     * times that of the prior; no row is that uncertain.
     */
    private static final float MOST = 10;

    private final Kernel kernel = Kernels.active();
    private final int dim;
    private final int sources;
    private final double weight;
    private final CounterRandom random;
    private final float[] deviation;
    private final float[] noise;

    /**
     * @param sources the number of source columns of the data
     * @param weight the weight of a row's divergence, relative to the sum of its losses over the columns
     */
    GaussianCode(int dim, int sources, double weight, long seed) {
        this.dim = dim;
        this.sources = sources;
        this.weight = weight;
        random = CounterRandom.of(seed, "noise");
        deviation = new float[Workspace.TILE * dim];
        noise = new float[Workspace.TILE * dim];
    }

    @Override
    public void forward(Batch batch, Tile tile, float[] outputs) {
        CounterRandom now = random.at(batch.epoch());
        int n = tile.size() * dim;
        for (int at = 0; at < n; at++) {
            deviation[at] = Math.min(outputs[logVariance(at)], MOST) / 2;
            noise[at] = now.gaussian((long) tile.row(at / dim) * dim + at % dim);
        }
        kernel.exp(n, deviation, 0);
        float[] codes = tile.decoder().input();
        for (int at = 0; at < n; at++) {
            codes[at] = Math.fma(deviation[at], noise[at], outputs[mean(at)]);
        }
    }

    /** The loss is a mean over rows and columns, so the divergence that is added to it is one too. */
    @Override
    public void backward(Batch batch, Tile tile, float[] outputs) {
        float[] slope = tile.decoder().inputGradient();
        float prior = (float) (weight / ((double) batch.rows() * sources));
        for (int at = 0; at < tile.size() * dim; at++) {
            float variance = deviation[at] * deviation[at];
            outputs[mean(at)] = Math.fma(prior, outputs[mean(at)], slope[at]);
            float through = outputs[logVariance(at)] <= MOST ? slope[at] * noise[at] * deviation[at] : 0;
            outputs[logVariance(at)] = (through + prior * (variance - 1)) / 2;
        }
    }

    private int mean(int at) {
        return at / dim * 2 * dim + at % dim;
    }

    private int logVariance(int at) {
        return mean(at) + dim;
    }

    /**
     * The mean divergence of the rows' Gaussians from the standard normal distribution, in nats: {@code 1/2 sum (mean^2
     * + variance - 1 - log variance)}.
     *
     * @param outputs {@code [rows, 2 dim]}, at least one row
     */
    static double divergence(float[] outputs, int dim) {
        double sum = 0;
        for (int row = 0; row < outputs.length; row += 2 * dim) {
            for (int axis = 0; axis < dim; axis++) {
                double mean = outputs[row + axis];
                double logVariance = Math.min(outputs[row + dim + axis], MOST);
                sum += (mean * mean + StrictMath.expm1(logVariance) - logVariance) / 2;
            }
        }
        return sum / (outputs.length / (2 * dim));
    }
}

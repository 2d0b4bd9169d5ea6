package org.gne.train;

import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.gne.kernel.Kernels;
import org.gne.nn.Loss;
import org.gne.nn.ResidualMlp;
import org.gne.nn.Workspace;

/** Tells a training that proceeds from one that has diverged. */
final class Soundness {

    /**
     * A loss so many times that of the first epoch is no longer training; nor is one above so many variances of scaled
     * data, where the first happened to be small.
     */
    private static final double EXPLODED = 100;

    private final Samples samples;
    private final Loss loss;
    private double first = Double.NaN;

    Soundness(Samples samples, Loss loss) {
        this.samples = samples;
        this.loss = loss;
    }

    /**
     * Whether the state after an epoch is one to keep.
     *
     * @param epochLoss mean loss of the epoch; taken before its last step, so what that step left is looked at too
     */
    boolean holds(double epochLoss, Embedding map, ResidualMlp decoder) {
        first = Double.isNaN(first) ? epochLoss : first;
        return sound(epochLoss) && sound(probe(map, decoder));
    }

    private boolean sound(double value) {
        return Double.isFinite(value) && value <= EXPLODED * Math.max(first, 1);
    }

    /** The mean loss of a tile of rows, noise off; NaN if any coordinate or parameter is not finite. */
    private double probe(Embedding map, ResidualMlp decoder) {
        if (!finite(map.values()) || !finite(decoder.parameters())) {
            return Double.NaN;
        }
        int n = Math.min(Workspace.TILE, samples.size());
        int width = samples.width();
        Workspace scratch = new Workspace(decoder.shape());
        float[] target = new float[n * width];
        for (int i = 0; i < n; i++) {
            int row = (int) ((long) i * samples.size() / n);
            samples.read(row, target, i * width);
            System.arraycopy(map.values(), row * map.dim(), scratch.input(), i * map.dim(), map.dim());
        }
        decoder.logits(Kernels.active(), n, scratch);
        float[] sums = new float[width];
        loss.gradient(
                Kernels.active(), decoder.shape().output(), n, 0, width, scratch.output(), width, target, 1, sums);
        double sum = 0;
        for (float value : sums) {
            sum += value;
        }
        return sum / target.length;
    }

    private static boolean finite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}

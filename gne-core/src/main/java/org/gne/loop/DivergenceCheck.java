package org.gne.loop;

import org.gne.data.EvenRows;
import org.gne.data.Samples;
import org.gne.nn.Heads;
import org.gne.nn.ResidualMlp;
import org.gne.nn.Workspace;

/**
 * Checks after each epoch whether a training has diverged.
 *
 * @hidden internal
 */
public final class DivergenceCheck {

    /**
     * A training has diverged if the loss is this many times that of the first epoch, and above this many variances of
     * scaled data, in case the first loss was small.
     */
    private static final double EXPLODED = 100;

    private final Samples samples;
    private final CodeSource codes;
    private final ResidualMlp decoder;
    private double first = Double.NaN;

    DivergenceCheck(Samples samples, CodeSource codes, ResidualMlp decoder) {
        this.samples = samples;
        this.codes = codes;
        this.decoder = decoder;
    }

    /** Restores the check after earlier epochs, which did not diverge. */
    void restore(double[] losses) {
        first = losses.length == 0 ? Double.NaN : losses[0];
    }

    /**
     * Whether the state after an epoch is good.
     *
     * @param epochLoss the mean loss of the epoch. It does not include the result of the last step, so the check also
     *     computes the loss of some rows after it
     */
    boolean holds(double epochLoss) {
        first = Double.isNaN(first) ? epochLoss : first;
        return sound(epochLoss, first) && sound(probe(), first);
    }

    /** Whether a mean loss is acceptable, given the loss of the first epoch. */
    public static boolean sound(double loss, double first) {
        return Double.isFinite(loss) && loss <= EXPLODED * Math.max(first, 1);
    }

    /** The mean loss of a tile of rows, without noise; NaN if any learnt number is not finite. */
    private double probe() {
        if (!finite(codes.state().parameters()) || !finite(decoder.parameters())) {
            return Double.NaN;
        }
        int[] rows = EvenRows.atMost(Workspace.TILE, samples.size());
        int n = rows.length;
        Tile tile = new Tile(decoder.shape());
        tile.load(samples, rows, 0, n);
        codes.place(tile, 0);
        decoder.logits(n, tile.decoder());
        Heads heads = decoder.heads();
        float[] sums = new float[samples.width()];
        float[] target = tile.target();
        heads.gradient(
                tile.decoder().kernel(),
                n,
                0,
                samples.width(),
                tile.decoder().output(),
                target,
                true,
                heads.exposures(n, target),
                1,
                sums);
        return heads.total(sums) / ((double) n * heads.sources());
    }

    /** Whether all values are finite: neither NaN nor infinite. */
    public static boolean finite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}

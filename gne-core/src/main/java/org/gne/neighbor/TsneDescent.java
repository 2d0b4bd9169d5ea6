package org.gne.neighbor;

import java.util.Arrays;
import org.gne.data.Embedding;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;

/**
 * The gradient descent of t-SNE on a 2-D map (van der Maaten and Hinton 2008, equation 5), with momentum and gains
 * (Jacobs 1988). Used by one layout.
 *
 * @hidden internal
 */
public final class TsneDescent {

    /** The momentum while attraction is exaggerated (van der Maaten 2014). */
    public static final float EARLY_MOMENTUM = 0.5f;

    /** The momentum after that. */
    public static final float MOMENTUM = 0.8f;

    /** The standard deviation of the first axis of the initial coordinates. */
    private static final double START = 1e-4;

    /** The largest distance that a point moves in one iteration. */
    private static final float LONGEST_STEP = 5;

    private static final int CHUNK = 1 << 13;

    private final Affinities affinities;
    private final float[] y;
    private final Parallel parallel;
    private final Repulsion repulsion;
    private final float[] attract;
    private final float[] repel;
    private final float[] update;
    private final float[] gains;

    /**
     * @param y {@code [n, 2]}: the points, changed in place
     */
    public TsneDescent(Affinities affinities, float[] y, Parallel parallel) {
        this.affinities = affinities;
        this.y = y;
        this.parallel = parallel;
        repulsion = Repulsion.among(y.length / 2, parallel);
        attract = new float[y.length];
        repel = new float[y.length];
        update = new float[y.length];
        gains = new float[y.length];
        Arrays.fill(gains, 1);
    }

    /**
     * Initial coordinates from principal components (Kobak and Berens 2019): the first two components, scaled so that
     * the first has a standard deviation of 0.0001, plus jitter of a hundredth of that.
     *
     * @param reduced {@code [n, components]}
     * @return {@code [n, 2]}
     */
    public static float[] start(Embedding reduced, CounterRandom random) {
        int n = reduced.size();
        double square = 0;
        for (int i = 0; i < n; i++) {
            square += (double) reduced.get(i, 0) * reduced.get(i, 0);
        }
        double deviation = Math.sqrt(square / n);
        double factor = deviation > 0 ? START / deviation : 0;
        float[] y = new float[2 * n];
        for (int i = 0; i < y.length; i++) {
            int axis = i % 2;
            double component = axis < reduced.dim() ? reduced.get(i / 2, axis) : 0;
            // If all rows are equal, there are no components: start with a round cloud.
            y[i] = (float) (component * factor + (factor > 0 ? START / 100 : START) * random.gaussian(i));
        }
        return y;
    }

    /**
     * Runs one iteration.
     *
     * @param exaggeration the factor of the attraction, at least 1
     * @param rate the learning rate, above 0
     * @param momentum the momentum, 0 to below 1
     */
    public void step(double exaggeration, double rate, float momentum) {
        repulsion.setPoints(y, parallel);
        float normalizer = (float) repulsion.forces(y, repel, parallel);
        Attraction.forces(affinities, y, attract, parallel);
        float factor = (float) exaggeration;
        float length = (float) rate;
        parallel.run((y.length + CHUNK - 1) / CHUNK, (task, worker) -> {
            for (int i = task * CHUNK; i < Math.min(y.length, (task + 1) * CHUNK); i++) {
                float gradient = factor * attract[i] - repel[i] / normalizer;
                boolean turned = gradient * update[i] >= 0;
                gains[i] = Math.max(0.01f, turned ? gains[i] * 0.8f : gains[i] + 0.2f);
                float step = momentum * update[i] - length * gains[i] * gradient;
                update[i] = Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step));
                y[i] += update[i];
            }
        });
        centre();
    }

    private void centre() {
        double sumX = 0;
        double sumY = 0;
        for (int i = 0; i < y.length; i += 2) {
            sumX += y[i];
            sumY += y[i + 1];
        }
        float meanX = (float) (sumX / y.length * 2);
        float meanY = (float) (sumY / y.length * 2);
        for (int i = 0; i < y.length; i += 2) {
            y[i] -= meanX;
            y[i + 1] -= meanY;
        }
    }

    /** The divergence of the map from the affinities, in nats. */
    public double divergence() {
        repulsion.setPoints(y, parallel);
        return Attraction.divergence(affinities, y, repulsion.forces(y, repel, parallel), parallel);
    }
}

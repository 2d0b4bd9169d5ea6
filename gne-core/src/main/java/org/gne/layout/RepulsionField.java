package org.gne.layout;

import org.gne.data.Embedding;
import org.gne.kernel.Parallel;
import org.gne.neighbor.Repulsion;
import org.jspecify.annotations.Nullable;

/**
 * The repulsion of a map's rows at any point of it, from some rows that stand for all: the same for all parts of a training, until the rows
 * have moved. It can be used by several threads at once.
 *
 * @hidden internal
 */
public final class RepulsionField {

    private final Repulsion repulsion;
    private final float push;

    private RepulsionField(Repulsion repulsion, float push) {
        this.repulsion = repulsion;
        this.push = push;
    }

    /**
     * Computes the field.
     *
     * @param map the coordinates of the rows that stand for all
     * @return the field, or null if these options have none
     */
    public static @Nullable RepulsionField of(Embedding map, NeighborOptions options, Parallel parallel) {
        if (map.dim() != 2 || !options.on() || options.repulsion() <= 0) {
            return null;
        }
        int count = map.size();
        Repulsion repulsion = Repulsion.among(count, parallel);
        float inverse = (float) (1 / options.radius());
        float[] scaled = new float[2 * count];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = map.values()[i] * inverse;
        }
        return new RepulsionField(repulsion, push(repulsion, scaled, options, parallel));
    }

    /**
     * Sets the points of a field.
     *
     * @param scaled {@code [count, 2]}: the coordinates in radii of the forces
     * @return the factor of the field's forces
     */
    static float push(Repulsion repulsion, float[] scaled, NeighborOptions options, Parallel parallel) {
        repulsion.setPoints(scaled, parallel);
        double normalizer = repulsion.forces(scaled, new float[scaled.length], parallel);
        // If only a share of the rows repels, the force is smaller by that share, and the normaliser by its square.
        return (float) (options.repulsion() * (scaled.length / 2) / normalizer);
    }

    Repulsion repulsion() {
        return repulsion;
    }

    float push() {
        return push;
    }
}

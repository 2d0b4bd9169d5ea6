package org.gne.layout;

import org.gne.data.Embedding;
import org.gne.data.Slices;

/**
 * Springs between rows of the same id in consecutive slices: a cost of {@code pull * |z_i - z_j|^2} for each pair, in the unit of the mean
 * loss of a column. The idea is that of AlignedUMAP.
 *
 * @hidden internal
 */
public final class Ties implements Springs {

    private final int[] before;
    private final int[] after;
    private final int dim;
    private final float pull;
    private float[] held = new float[0];

    /**
     * @param dim the number of dimensions of the map
     * @param pull at least 0
     */
    public Ties(Slices slices, int dim, float pull) {
        before = slices.before();
        after = slices.after();
        this.dim = dim;
        this.pull = pull;
    }

    @Override
    public void hold(Embedding map) {
        held = map.values().clone();
    }

    @Override
    public float cost(int row, float[] place, int p0, int columns) {
        return pull * columns * (squared(before[row], place, p0) + squared(after[row], place, p0));
    }

    private float squared(int other, float[] place, int p0) {
        if (other < 0) {
            return 0;
        }
        float sum = 0;
        for (int axis = 0; axis < dim; axis++) {
            float d = place[p0 + axis] - held[other * dim + axis];
            sum = Math.fma(d, d, sum);
        }
        return sum;
    }

    @Override
    public void addTo(float[] gradient, int row, float[] map, float scale) {
        add(before[row], gradient, row, map, 2 * pull * scale);
        add(after[row], gradient, row, map, 2 * pull * scale);
    }

    private void add(int other, float[] gradient, int row, float[] map, float factor) {
        if (other < 0) {
            return;
        }
        for (int axis = 0; axis < dim; axis++) {
            float d = map[row * dim + axis] - map[other * dim + axis];
            gradient[row * dim + axis] = Math.fma(factor, d, gradient[row * dim + axis]);
        }
    }
}

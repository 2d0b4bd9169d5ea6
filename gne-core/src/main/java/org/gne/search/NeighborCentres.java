package org.gne.search;

import org.gne.data.Embedding;
import org.gne.kernel.Median;
import org.gne.kernel.Parallel;
import org.gne.neighbor.NeighborGraph;

/**
 * Where on the map a row's neighbours are, and what it costs to be elsewhere.
 *
 * @param places {@code [n, dim]}: the neighbours' median, which a few strays do not move, drawn a little towards their mean:
 *     by the median alone a class is torn more easily, by the mean rows gather between classes
 * @param weight cost of a squared distance of 1, in squared distances over all columns of the data
 */
record NeighborCentres(float[] places, float weight) {

    /** Share of the way from the median to the mean. */
    private static final float MEAN = 0.25f;

    private static final int CHUNK = 256;

    /**
     * @param nearest how many of the neighbours count, at least 1
     */
    static NeighborCentres of(NeighborGraph graph, Embedding map, int nearest, double weight, Parallel parallel) {
        int n = graph.size();
        int k = Math.min(nearest, graph.k());
        int dim = map.dim();
        float[] places = new float[n * dim];
        parallel.run((n + CHUNK - 1) / CHUNK, (task, worker) -> {
            float[] beside = new float[k];
            Median median = new Median(k);
            for (int i = task * CHUNK; i < Math.min(n, (task + 1) * CHUNK); i++) {
                for (int axis = 0; axis < dim; axis++) {
                    for (int e = 0; e < k; e++) {
                        beside[e] = map.values()[graph.neighbors()[i * graph.k() + e] * dim + axis];
                    }
                    places[i * dim + axis] = centre(beside, median);
                }
            }
        });
        return new NeighborCentres(places, (float) weight);
    }

    private static float centre(float[] values, Median medians) {
        float sum = 0;
        for (float value : values) {
            sum += value;
        }
        float median = medians.of(values);
        return Math.fma(MEAN, sum / values.length - median, median);
    }

    /** What it costs a row to be at a place. */
    float cost(int row, float[] place, int p0, int dim) {
        float sum = 0;
        for (int axis = 0; axis < dim; axis++) {
            float d = place[p0 + axis] - places[row * dim + axis];
            sum = Math.fma(d, d, sum);
        }
        return weight * sum;
    }
}

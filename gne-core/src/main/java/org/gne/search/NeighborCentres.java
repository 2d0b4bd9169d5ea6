package org.gne.search;

import org.gne.data.Embedding;
import org.gne.kernel.Median;
import org.gne.kernel.Parallel;
import org.gne.neighbor.NeighborGraph;

/**
 * The centre of each row's neighbours on the map, and the cost of a distance from it.
 *
 * @param places {@code [n, dim]}: the median of the neighbours' coordinates, which a few outliers do not change, moved
 *     a little towards their mean. With the median only, classes are torn apart more easily; with the mean only, rows
 *     gather between classes
 * @param weight the cost of a squared distance of 1, in squared distances over all columns of the data
 */
record NeighborCentres(float[] places, float weight) {

    /** The share of the way from the median to the mean. */
    private static final float MEAN = 0.25f;

    private static final int CHUNK = 256;

    /**
     * @param nearest the number of nearest neighbours that are used, at least 1
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

    /** The cost of a row at some coordinates. */
    float cost(int row, float[] place, int p0, int dim) {
        float sum = 0;
        for (int axis = 0; axis < dim; axis++) {
            float d = place[p0 + axis] - places[row * dim + axis];
            sum = Math.fma(d, d, sum);
        }
        return weight * sum;
    }
}

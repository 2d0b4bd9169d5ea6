package org.gne.cluster;

import org.gne.data.Embedding;
import org.gne.data.EvenRows;

/**
 * The point with the least sum of distances from some rows, by the iteration of E. Weiszfeld, Sur le point pour lequel la somme des
 * distances de n points donnes est minimum (Tohoku Mathematical Journal 43, 1937). A medoid would compare all pairs of rows; the
 * row nearest to this point takes one pass.
 */
final class GeometricMedian {

    private static final int ITERATIONS = 20;
    /** The most rows that decide; of more, rows evenly spread over them. */
    private static final int MOST = 4096;

    private GeometricMedian() {}

    /**
     * @param rows at least one row with finite coordinates
     */
    static int nearestRow(Embedding map, int[] rows) {
        int dim = map.dim();
        int count = Math.min(rows.length, MOST);
        double[] median = new double[dim];
        for (int iteration = 0; iteration <= ITERATIONS; iteration++) {
            double[] sums = new double[dim];
            double weights = 0;
            for (int i = 0; i < count; i++) {
                int row = rows[EvenRows.row(i, count, rows.length)];
                // The first iteration takes the mean.
                double weight = iteration == 0 ? 1 : 1 / Math.max(1e-9, Math.sqrt(squared(map, row, median)));
                weights += weight;
                for (int axis = 0; axis < dim; axis++) {
                    sums[axis] += weight * map.get(row, axis);
                }
            }
            for (int axis = 0; axis < dim; axis++) {
                median[axis] = sums[axis] / weights;
            }
        }
        int nearest = rows[0];
        double least = Double.POSITIVE_INFINITY;
        for (int row : rows) {
            double distance = squared(map, row, median);
            if (distance < least) {
                least = distance;
                nearest = row;
            }
        }
        return nearest;
    }

    private static double squared(Embedding map, int row, double[] place) {
        double sum = 0;
        for (int axis = 0; axis < place.length; axis++) {
            double difference = map.get(row, axis) - place[axis];
            sum += difference * difference;
        }
        return sum;
    }
}

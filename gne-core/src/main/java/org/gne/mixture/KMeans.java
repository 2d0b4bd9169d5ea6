package org.gne.mixture;

import java.util.Arrays;
import org.gne.kernel.CounterRandom;

/**
 * K-means (Lloyd 1982) with seeds by k-means++ (Arthur and Vassilvitskii 2007): the start of expectation-maximisation.
 */
final class KMeans {

    private static final int ROUNDS = 20;

    private KMeans() {}

    /**
     * The group of each point.
     *
     * @param points {@code [n, dim]}
     * @return {@code [n]}: 0 to groups - 1
     */
    static int[] groups(double[] points, int dim, int groups, CounterRandom random) {
        int n = points.length / dim;
        double[] centres = seeds(points, dim, groups, random);
        int[] nearest = new int[n];
        for (int round = 0; round < ROUNDS; round++) {
            boolean moved = round == 0;
            for (int i = 0; i < n; i++) {
                int best = nearest(points, i, centres, dim);
                moved |= best != nearest[i];
                nearest[i] = best;
            }
            if (!moved) {
                break;
            }
            centre(points, nearest, centres, dim);
        }
        return nearest;
    }

    private static double[] seeds(double[] points, int dim, int groups, CounterRandom random) {
        int n = points.length / dim;
        double[] centres = new double[groups * dim];
        double[] far = new double[n];
        Arrays.fill(far, 1);
        for (int group = 0; group < groups; group++) {
            int chosen = draw(far, random.uniform(group));
            System.arraycopy(points, chosen * dim, centres, group * dim, dim);
            for (int i = 0; i < n; i++) {
                double distance = distance(points, i, centres, group, dim);
                far[i] = group == 0 ? distance : Math.min(far[i], distance);
            }
        }
        return centres;
    }

    /** Draws an index with a probability proportional to its weight. */
    private static int draw(double[] weights, double uniform) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = uniform * sum;
        for (int i = 0; i < weights.length; i++) {
            if (left < weights[i]) {
                return i;
            }
            left -= weights[i];
        }
        return weights.length - 1;
    }

    private static int nearest(double[] points, int i, double[] centres, int dim) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int group = 0; group < centres.length / dim; group++) {
            double distance = distance(points, i, centres, group, dim);
            if (distance < least) {
                least = distance;
                best = group;
            }
        }
        return best;
    }

    private static double distance(double[] points, int i, double[] centres, int group, int dim) {
        double sum = 0;
        for (int axis = 0; axis < dim; axis++) {
            double d = points[i * dim + axis] - centres[group * dim + axis];
            sum += d * d;
        }
        return sum;
    }

    /** Moves each centre to the mean of its points; a centre without points stays. */
    private static void centre(double[] points, int[] groupOf, double[] centres, int dim) {
        double[] sums = new double[centres.length];
        int[] counts = new int[centres.length / dim];
        for (int i = 0; i < groupOf.length; i++) {
            counts[groupOf[i]]++;
            for (int axis = 0; axis < dim; axis++) {
                sums[groupOf[i] * dim + axis] += points[i * dim + axis];
            }
        }
        for (int i = 0; i < centres.length; i++) {
            centres[i] = counts[i / dim] == 0 ? centres[i] : sums[i] / counts[i / dim];
        }
    }
}

package org.gne.neighbor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.gne.data.Embedding;
import org.gne.kernel.Parallel;
import org.junit.jupiter.api.Test;

class PrunedSearchTest {

    private static final int K = 12;

    private static Embedding points(int n, int dim, IntToDoubleFunction value) {
        float[] values = new float[n * dim];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) value.applyAsDouble(i);
        }
        return new Embedding(values, dim);
    }

    /** Clusters of very unequal size and width. */
    private static Embedding clusters(int n, int dim, double offset, long seed) {
        Random random = new Random(seed);
        double[] centres = random.doubles(20 * dim, -6, 6).toArray();
        float[] values = new float[n * dim];
        for (int i = 0; i < n; i++) {
            int cluster = (int) (20 * Math.pow(random.nextDouble(), 3));
            for (int j = 0; j < dim; j++) {
                values[i * dim + j] =
                        (float) (offset + centres[cluster * dim + j] + 0.05 * (1 + cluster) * random.nextGaussian());
            }
        }
        return new Embedding(values, dim);
    }

    private static void assertExact(Embedding points, Embedding queries, int k) {
        try (Parallel two = new Parallel(2);
                Parallel three = new Parallel(3)) {
            NeighborGraph all = new ExactSearch(points).graph(k, two);
            NeighborSearch pruned = new PrunedSearch(points, two);
            assertEqual(pruned.graph(k, two), all);
            assertEqual(new PrunedSearch(points, three).graph(k, three), all);
            assertEqual(pruned.nearest(queries, k, two), new ExactSearch(points).nearest(queries, k, two));
        }
    }

    private static void assertEqual(NeighborGraph found, NeighborGraph expected) {
        assertThat(found.neighbors()).isEqualTo(expected.neighbors());
        assertThat(found.distances()).isEqualTo(expected.distances());
    }

    @Test
    void clustersOfUnequalDensity() {
        assertExact(clusters(5_000, 24, 0, 1), clusters(700, 24, 0, 2), K);
        assertExact(clusters(2_000, 4, 0, 3), clusters(300, 4, 1, 4), 40);
    }

    @Test
    void pointsWithoutStructure() {
        Random random = new Random(5);
        assertExact(points(3_000, 10, i -> random.nextGaussian()), points(300, 10, i -> 2 * random.nextGaussian()), K);
    }

    @Test
    void manyEqualDistances() {
        Random random = new Random(6);
        Embedding grid = points(4_000, 5, i -> random.nextInt(4));
        assertExact(grid, points(200, 5, i -> random.nextInt(5)), K);
        assertExact(points(3_000, 4, i -> random.nextInt(2)), points(10, 4, i -> 0.5), 30);
        assertExact(points(500, 6, i -> 3), points(10, 6, i -> i), K);
    }

    @Test
    void pointsFarFromTheOriginAndFarFromEachOther() {
        assertExact(clusters(3_000, 12, 500, 7), clusters(100, 12, 500, 8), K);
        Random random = new Random(9);
        // Each point has values of its own size, from a thousandth to a thousand.
        double[] size = random.doubles(3_000, -3, 3).map(e -> Math.pow(10, e)).toArray();
        assertExact(
                points(3_000, 8, i -> size[i / 8] * random.nextGaussian()),
                points(100, 8, i -> 10 * random.nextGaussian()),
                K);
    }

    @Test
    void fewPointsAndNearlyAllAsNeighbours() {
        assertExact(clusters(30, 7, 0, 10), clusters(5, 7, 0, 11), 29);
        assertExact(clusters(2, 5, 0, 12), clusters(3, 5, 0, 13), 1);
    }
}

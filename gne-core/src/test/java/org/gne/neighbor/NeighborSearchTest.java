package org.gne.neighbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.gne.data.Embedding;
import org.gne.kernel.Parallel;
import org.junit.jupiter.api.Test;

class NeighborSearchTest {

    @Test
    void exactSearchFindsTheNearestInOrder() {
        // Far from the origin, and some points several times over.
        Embedding points = clustered(1_500, 13, 100f, 1);
        try (Parallel parallel = new Parallel(2)) {
            NeighborGraph graph = new ExactSearch(points).graph(20, parallel);
            for (int i = 0; i < points.size(); i += 7) {
                int row = i;
                int[] expected = IntStream.range(0, points.size())
                        .filter(j -> j != row)
                        .boxed()
                        .sorted(Comparator.<Integer>comparingDouble(j -> distance(points, row, points, j))
                                .thenComparing(Comparator.naturalOrder()))
                        .limit(20)
                        .mapToInt(Integer::intValue)
                        .toArray();
                int[] found = Arrays.copyOfRange(graph.neighbors(), i * 20, i * 20 + 20);
                assertThat(found).as("row %d", i).isEqualTo(expected);
                assertThat(graph.distances()[i * 20 + 19]).isEqualTo(distance(points, i, points, found[19]));
            }
        }
    }

    @Test
    void newPointsFindOldOnes() {
        Embedding points = clustered(900, 5, 0, 2);
        Embedding queries = new Embedding(Arrays.copyOf(points.values(), 70 * 5), 5);
        try (Parallel parallel = new Parallel(2)) {
            NeighborGraph graph = new ExactSearch(points).nearest(queries, 900, parallel);
            for (int i = 0; i < 70; i++) {
                assertThat(graph.distances()[i * 900]).isZero();
                assertThat(Arrays.stream(graph.neighbors(), i * 900, i * 900 + 900)
                                .distinct()
                                .count())
                        .isEqualTo(900);
            }
        }
    }

    @Test
    void cellsFindNearlyAllNearestWhateverTheThreads() {
        Embedding points = clustered(12_000, 20, 0, 3);
        try (Parallel one = new Parallel(1);
                Parallel three = new Parallel(3)) {
            NeighborGraph exact = new ExactSearch(points).graph(15, three);
            NeighborGraph cells = new CellSearch(points, 5, one).graph(15, one);
            NeighborGraph again = new CellSearch(points, 5, three).graph(15, three);
            assertThat(again.neighbors()).isEqualTo(cells.neighbors());
            assertThat(again.distances()).isEqualTo(cells.distances());
            int found = 0;
            for (int i = 0; i < points.size(); i++) {
                int row = i;
                found += (int) IntStream.range(0, 15)
                        .filter(j -> IntStream.range(0, 15)
                                .anyMatch(e -> exact.neighbors()[row * 15 + e] == cells.neighbors()[row * 15 + j]))
                        .count();
            }
            assertThat(found / (15.0 * points.size())).as("recall").isGreaterThan(0.98);
        }
    }

    @Test
    void cellsFindEnoughWhereAllPointsAreOneButFew() {
        float[] values = new float[3 * 5_000];
        for (int i = 0; i < 30; i++) {
            values[i] = i;
        }
        Embedding points = new Embedding(values, 3);
        try (Parallel parallel = new Parallel(2)) {
            NeighborGraph graph = new CellSearch(points, 1, parallel).graph(60, parallel);
            for (int i = 0; i < points.size(); i++) {
                int row = i;
                assertThat(IntStream.range(0, 60).noneMatch(e -> graph.neighbors()[row * 60 + e] == row))
                        .isTrue();
            }
        }
    }

    @Test
    void impossibleNumbersOfNeighboursAreRefused() {
        Embedding points = clustered(50, 3, 0, 4);
        try (Parallel parallel = new Parallel(1)) {
            NeighborSearch search = NeighborSearch.over(points, 1, parallel);
            assertThatThrownBy(() -> search.graph(50, parallel)).hasMessageContaining("found 50, expected 1 to 49");
            assertThatThrownBy(() -> search.nearest(new Embedding(new float[4], 2), 1, parallel))
                    .hasMessageContaining("dimension 2, expected 3");
        }
    }

    private static float distance(Embedding a, int i, Embedding b, int j) {
        float sum = 0;
        for (int axis = 0; axis < a.dim(); axis++) {
            float d = a.get(i, axis) - b.get(j, axis);
            sum += d * d;
        }
        return sum;
    }

    private static Embedding clustered(int n, int dim, float offset, long seed) {
        Random random = new Random(seed);
        float[] values = new float[n * dim];
        for (int i = 0; i < n; i++) {
            if (i % 50 == 49) {
                System.arraycopy(values, (i - 1) * dim, values, i * dim, dim);
                continue;
            }
            Random cluster = new Random(i % 11);
            for (int j = 0; j < dim; j++) {
                values[i * dim + j] = offset + (float) (2 * cluster.nextGaussian() + random.nextGaussian());
            }
        }
        return new Embedding(values, dim);
    }

    @Test
    void aTreeFindsWhatComparingAllFinds() {
        try (Parallel parallel = new Parallel(2)) {
            for (int dim = 1; dim <= 3; dim++) {
                for (int n : new int[] {2, 12, 13, 40, 3_000}) {
                    Embedding points = clustered(n, dim, 10f, 5 + dim);
                    int k = Math.min(n - 1, 15);
                    NeighborGraph tree = new TreeSearch(points).graph(k, parallel);
                    NeighborGraph all = new ExactSearch(points).graph(k, parallel);
                    assertThat(tree.neighbors()).isEqualTo(all.neighbors());
                    assertThat(tree.distances()).isEqualTo(all.distances());
                    Embedding queries = clustered(100, dim, 10f, 77);
                    assertThat(new TreeSearch(points)
                                    .nearest(queries, k, parallel)
                                    .neighbors())
                            .isEqualTo(new ExactSearch(points)
                                    .nearest(queries, k, parallel)
                                    .neighbors());
                }
            }
        }
    }

    @Test
    void aTreeOfEqualPointsFindsTheLowestIndices() {
        float[] grid = new float[2 * 900];
        for (int i = 0; i < 900; i++) {
            grid[2 * i] = i % 3;
            grid[2 * i + 1] = i / 3 % 3;
        }
        Embedding points = new Embedding(grid, 2);
        try (Parallel parallel = new Parallel(1)) {
            assertThat(new TreeSearch(points).graph(150, parallel).neighbors())
                    .isEqualTo(new ExactSearch(points).graph(150, parallel).neighbors());
        }
    }

    @Test
    void pointsThatAreNotFiniteAreNotPutOnATree() {
        assertThat(TreeSearch.suits(new Embedding(new float[] {0, Float.NaN}, 2)))
                .isFalse();
        assertThat(TreeSearch.suits(new Embedding(new float[] {0, 1, 2, 3}, 4))).isFalse();
        assertThat(TreeSearch.suits(new Embedding(new float[] {0, 1, 2}, 3))).isTrue();
    }
}

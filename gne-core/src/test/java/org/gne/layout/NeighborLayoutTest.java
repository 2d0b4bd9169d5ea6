package org.gne.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.gne.Clusters;
import org.gne.data.Embedding;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.gne.neighbor.NeighborSearch;
import org.junit.jupiter.api.Test;

class NeighborLayoutTest {

    private static final int ROWS = 240;

    private static Embedding layout(int k, int threads) {
        float[][] rows = Clusters.rows(ROWS, 8);
        float[] values = new float[ROWS * 8];
        for (int i = 0; i < ROWS; i++) {
            System.arraycopy(rows[i], 0, values, 8 * i, 8);
        }
        Embedding data = new Embedding(values, 8);
        try (Parallel parallel = new Parallel(threads)) {
            return NeighborLayout.of(
                    data,
                    NeighborSearch.over(data, 1, parallel).graph(k, parallel),
                    200,
                    CounterRandom.of(1, "layout"),
                    parallel);
        }
    }

    @Test
    void clustersLieApartAtAStandardDeviationOfOne() {
        Embedding map = layout(15, 1);
        double square = 0;
        for (float value : map.values()) {
            square += value * value;
        }
        assertThat(Math.sqrt(square / map.values().length)).isCloseTo(1, offset(1e-3));
        // Rows i, i + 3, ... are a cluster: the nearest of another is further than the farthest of its own is on
        // average.
        double[][] centres = new double[3][2];
        for (int i = 0; i < ROWS; i++) {
            centres[i % 3][0] += map.get(i, 0) / (ROWS / 3);
            centres[i % 3][1] += map.get(i, 1) / (ROWS / 3);
        }
        for (int i = 0; i < ROWS; i++) {
            double own = distance(map, i, centres[i % 3]);
            assertThat(own).isLessThan(0.5 * distance(map, i, centres[(i + 1) % 3]));
            assertThat(own).isLessThan(0.5 * distance(map, i, centres[(i + 2) % 3]));
        }
    }

    private static double distance(Embedding map, int row, double[] place) {
        return Math.hypot(map.get(row, 0) - place[0], map.get(row, 1) - place[1]);
    }

    @Test
    void aHandfulOfNeighbourhoodsIsNotDrawnIntoOnePlace() {
        Embedding map = layout(ROWS - 1, 1);
        float first = map.get(0, 0);
        int elsewhere = 0;
        for (int i = 1; i < ROWS; i++) {
            elsewhere += Math.abs(map.get(i, 0) - first) > 0.05f ? 1 : 0;
        }
        assertThat(elsewhere).isGreaterThan(ROWS / 2);
    }

    @Test
    void threadsChangeNothing() {
        assertThat(layout(15, 3).values()).isEqualTo(layout(15, 1).values());
    }
}

package org.gne.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.gne.data.Embedding;
import org.gne.data.PrincipalComponents;
import org.gne.data.Samples;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.gne.neighbor.NeighborGraph;
import org.gne.neighbor.NeighborSearch;
import org.junit.jupiter.api.Test;

class LandmarksTest {

    private static final int ROWS = 1200;

    private static final int WIDTH = 6;

    private static final int CLUSTERS = 4;

    /** Row i is of cluster i mod 4. */
    private static Samples clusters() {
        CounterRandom random = CounterRandom.of(11, "clusters");
        float[][] rows = new float[ROWS][WIDTH];
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < WIDTH; j++) {
                double centre = 8 * random.uniform(1_000_000 + i % CLUSTERS * WIDTH + j);
                rows[i][j] = (float) (centre + 0.2 * random.gaussian(i * WIDTH + j));
            }
        }
        return Samples.of(rows);
    }

    private static Neighborhoods neighborhoods(Landmarks landmarks, int threads) {
        Samples samples = clusters();
        try (Parallel parallel = new Parallel(threads)) {
            PrincipalComponents components = PrincipalComponents.fit(samples, 4, 1, parallel);
            return Neighborhoods.of(
                    samples, null, landmarks, components, NeighborOptions.ON, NeighborSearch.MOST_EXACT, 1, parallel);
        }
    }

    @Test
    void rowsAndLandmarksAreEachOthersInverse() {
        for (int rows : new int[] {10, 11, 1200, 1999}) {
            Landmarks landmarks = Landmarks.of(rows, 10, 7);
            Set<Integer> chosen = new HashSet<>();
            for (int i = 0; i < landmarks.count(); i++) {
                assertThat(landmarks.landmark(landmarks.row(i))).isEqualTo(i);
                chosen.add(landmarks.row(i));
            }
            for (int row = 0; row < rows; row++) {
                assertThat(landmarks.landmark(row) >= 0).isEqualTo(chosen.contains(row));
            }
            assertThat(chosen).hasSize(rows == 10 ? 10 : 7);
        }
    }

    @Test
    void theNeighboursOfAllRowsAreLandmarksOfTheirCluster() {
        Landmarks landmarks = Landmarks.of(ROWS, 1000, 599);
        NeighborGraph graph = neighborhoods(landmarks, 2).graph();
        assertThat(graph.size()).isEqualTo(ROWS);
        for (int row = 0; row < ROWS; row++) {
            for (int e = row * graph.k(); e < (row + 1) * graph.k(); e++) {
                int neighbor = graph.neighbors()[e];
                assertThat(landmarks.landmark(neighbor)).isNotNegative();
                assertThat(neighbor).isNotEqualTo(row);
                assertThat(neighbor % CLUSTERS).isEqualTo(row % CLUSTERS);
            }
        }
    }

    @Test
    void whereAllRowsAreLandmarksNothingChanges() {
        Neighborhoods all = neighborhoods(Landmarks.of(ROWS), 1);
        assertThat(all.graph()).isSameAs(all.among());
        assertThat(all.graph().size()).isEqualTo(ROWS);
    }

    @Test
    void rowsBeginWithTheirClusterWhateverTheThreads() {
        Landmarks landmarks = Landmarks.of(ROWS, 1000, 599);
        Embedding[] starts = new Embedding[2];
        for (int threads = 1; threads <= 2; threads++) {
            try (Parallel parallel = new Parallel(threads)) {
                starts[threads - 1] = neighborhoods(landmarks, threads).layout(NeighborOptions.ON, 1, parallel);
            }
        }
        assertThat(starts[1].values()).isEqualTo(starts[0].values());
        double[][] centre = new double[CLUSTERS][2];
        for (int row = 0; row < ROWS; row++) {
            for (int axis = 0; axis < 2; axis++) {
                centre[row % CLUSTERS][axis] += starts[0].get(row, axis) * CLUSTERS / ROWS;
            }
        }
        for (int row = 0; row < ROWS; row++) {
            int best = 0;
            for (int c = 0; c < CLUSTERS; c++) {
                best = distance(starts[0], row, centre[c]) < distance(starts[0], row, centre[best]) ? c : best;
            }
            assertThat(best).as("row " + row).isEqualTo(row % CLUSTERS);
        }
    }

    private static double distance(Embedding map, int row, double[] place) {
        return Math.hypot(map.get(row, 0) - place[0], map.get(row, 1) - place[1]);
    }
}

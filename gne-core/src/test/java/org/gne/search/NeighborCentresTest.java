package org.gne.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.gne.data.Embedding;
import org.gne.kernel.Parallel;
import org.gne.neighbor.NeighborGraph;
import org.junit.jupiter.api.Test;

class NeighborCentresTest {

    @Test
    void centresAreBetweenMedianAndMeanOfTheNearestAndCostGrowsWithTheSquaredDistance() {
        NeighborGraph graph = new NeighborGraph(
                4, new int[] {1, 2, 3, 4, 0, 2, 3, 4, 0, 1, 3, 4, 0, 1, 2, 4, 0, 1, 2, 3}, new float[20]);
        Embedding line = new Embedding(new float[] {0, 0, 1, 10, 2, 20, 3, 30, 100, 1000}, 2);
        try (Parallel parallel = new Parallel(2)) {
            NeighborCentres three = NeighborCentres.of(graph, line, 3, 0.5, parallel);
            // Of 1, 2, 3 both are 2; of 0, 2, 3 the median is 2 and the mean 5/3.
            assertThat(three.places()[0]).isEqualTo(2);
            assertThat(three.places()[2]).isCloseTo(2 - 1f / 12, offset(1e-6f));
            NeighborCentres all = NeighborCentres.of(graph, line, 40, 0.5, parallel);
            assertThat(all.places()[1]).isCloseTo(25 + 240 / 4f, offset(1e-4f));
            assertThat(three.cost(0, new float[] {9, 9, 3, 22}, 2, 2)).isEqualTo(0.5f * (1 + 4));
        }
    }
}

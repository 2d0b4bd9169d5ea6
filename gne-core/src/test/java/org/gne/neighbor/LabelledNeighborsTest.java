package org.gne.neighbor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.gne.data.Embedding;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.junit.jupiter.api.Test;

class LabelledNeighborsTest {

    private static final int N = 300;

    private static final int K = 7;

    private static final Embedding POINTS = points();

    private static Embedding points() {
        float[] values = new float[N * 5];
        CounterRandom random = CounterRandom.of(3, "points");
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.gaussian(i);
        }
        return new Embedding(values, 5);
    }

    /** Two classes, and every fifth row unknown. */
    private static int[] classes() {
        return IntStream.range(0, N).map(i -> i % 5 == 4 ? -1 : i % 2).toArray();
    }

    private static NeighborGraph graph(int[] classes, double weight) {
        try (Parallel parallel = new Parallel(2)) {
            return LabelledNeighbors.of(NeighborSearch.over(POINTS, 1, parallel), K, classes, weight, parallel);
        }
    }

    @Test
    void theNearestOfTheWeighedCandidatesAreFound() {
        int[] classes = classes();
        NeighborGraph plain;
        try (Parallel parallel = new Parallel(1)) {
            plain = NeighborSearch.over(POINTS, 1, parallel).graph(3 * K, parallel);
        }
        NeighborGraph graph = graph(classes, 1.5);
        for (int i = 0; i < N; i++) {
            int from = i * plain.k();
            int own = classes[i];
            float[] weighed = new float[plain.k()];
            for (int e = 0; e < weighed.length; e++) {
                int other = classes[plain.neighbors()[from + e]];
                weighed[e] = (own >= 0 && other >= 0 && own != other ? 2.5f : 1) * plain.distances()[from + e];
            }
            int[] expected = IntStream.range(0, weighed.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(e -> weighed[e]))
                    .limit(K)
                    .mapToInt(e -> plain.neighbors()[from + e])
                    .toArray();
            assertThat(Arrays.copyOfRange(graph.neighbors(), i * K, (i + 1) * K))
                    .as("row %d", i)
                    .isEqualTo(expected);
        }
    }

    @Test
    void withoutWeightOrClassesTheNeighboursAreThoseOfTheValues() {
        NeighborGraph plain;
        try (Parallel parallel = new Parallel(1)) {
            plain = NeighborSearch.over(POINTS, 1, parallel).graph(K, parallel);
        }
        int[] unknown = new int[N];
        Arrays.fill(unknown, -1);
        assertThat(graph(classes(), 0).neighbors()).isEqualTo(plain.neighbors());
        assertThat(graph(unknown, 9).neighbors()).isEqualTo(plain.neighbors());
    }
}

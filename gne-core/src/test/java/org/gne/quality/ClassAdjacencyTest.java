package org.gne.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.kernel.Parallel;
import org.junit.jupiter.api.Test;

class ClassAdjacencyTest {

    private static final List<String> NAMES = List.of("a", "b", "c");

    private static ClassAdjacency of(Embedding map, int[] classes, int k) {
        try (Parallel parallel = new Parallel(2)) {
            return ClassAdjacency.of(map, new Labels(classes, NAMES), k, 1, parallel);
        }
    }

    @Test
    void edgesAcrossAreCountedFromBothClasses() {
        // On a line: a a b b, far away c c. The nearest of each of the outer ones is its own kind.
        Embedding map = new Embedding(new float[] {0, 0, 1, 0, 1.9f, 0, 3, 0, 50, 0, 51, 0}, 2);
        ClassAdjacency adjacency = of(map, new int[] {0, 0, 1, 1, 2, 2}, 1);
        // The second a and the first b are each other's nearest: 2 of the 4 edges of a and b.
        assertThat(adjacency.pairs())
                .containsExactly(
                        new ClassAdjacency.Pair(0, 1, 0.5),
                        new ClassAdjacency.Pair(0, 2, 0),
                        new ClassAdjacency.Pair(1, 2, 0));
        assertThat(adjacency.rank(adjacency.pair(1, 0))).isEqualTo(1);
        assertThat(adjacency.rank(adjacency.pair(0, 2))).isEqualTo(2);
        assertThat(adjacency.rank(adjacency.pair(1, 2))).isEqualTo(2);
        assertThatThrownBy(() -> adjacency.pair(1, 1)).hasMessage("no pair of classes 1 and 1");
    }

    @Test
    void classesMixedAtRandomShareHalfOfTheirEdgesWithEachOther() {
        Random random = new Random(20241125);
        int n = 4000;
        float[] values = new float[2 * n];
        int[] classes = new int[n];
        for (int i = 0; i < n; i++) {
            classes[i] = random.nextInt(2);
            values[2 * i] = random.nextFloat();
            values[2 * i + 1] = random.nextFloat();
        }
        ClassAdjacency adjacency = of(new Embedding(values, 2), classes, 10);
        assertThat(adjacency.pair(0, 1).share()).isCloseTo(0.5, within(0.02));
        assertThat(adjacency.pair(0, 2).share()).isZero();
    }

    @Test
    void rowsOfUnknownClassBeginNoEdgesAndFewRowsAreEnough() {
        Embedding map = new Embedding(new float[] {0, 0, 1, 0, 1, 0}, 2);
        assertThat(of(map, new int[] {0, -1, 1}, 10).pair(0, 1).share()).isEqualTo(0.5);
        assertThat(of(new Embedding(new float[] {1, 2}, 2), new int[] {0}, 10)
                        .pair(0, 1)
                        .share())
                .isZero();
        assertThatThrownBy(() -> of(map, new int[2], 1)).hasMessage("2 labels for 3 points, expected as many");
    }

    @Test
    void territoriesMeetAcrossAGap() {
        // Three columns of points with gaps between: a | b | c.
        int n = 300;
        float[] values = new float[2 * n];
        int[] classes = new int[n];
        Random random = new Random(20241125);
        for (int i = 0; i < n; i++) {
            classes[i] = i % 3;
            values[2 * i] = 10 * classes[i] + random.nextFloat();
            values[2 * i + 1] = 20 * random.nextFloat();
        }
        Embedding map = new Embedding(values, 2);
        try (Parallel parallel = new Parallel(2)) {
            Labels labels = new Labels(classes, NAMES);
            ClassAdjacency borders = ClassTerritories.borders(map, labels, 5, 1, parallel);
            // The outer columns border on the middle one only, which divides its border evenly among them.
            assertThat(borders.pair(0, 1).share()).isCloseTo(0.5, within(0.1));
            assertThat(borders.pair(1, 2).share()).isCloseTo(0.5, within(0.1));
            assertThat(borders.pair(0, 2).share()).isZero();
            assertThat(of(map, classes, 5).pair(0, 1).share()).isZero();
        }
    }

    @Test
    void onePointHasNoBorder() {
        try (Parallel parallel = new Parallel(1)) {
            Embedding point = new Embedding(new float[] {1, 2}, 2);
            for (int label : new int[] {-1, 0}) {
                Labels labels = new Labels(new int[] {label}, NAMES);
                assertThat(ClassTerritories.borders(point, labels, 15, 1, parallel)
                                .pairs())
                        .allMatch(pair -> pair.share() == 0);
            }
        }
    }
}

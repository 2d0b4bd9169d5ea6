package org.gne.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.kernel.Parallel;
import org.junit.jupiter.api.Test;

class ClassIslandsTest {

    private static final int ROWS = 900;

    private final float[] places = new float[2 * ROWS];
    private final int[] classes = new int[ROWS];

    /** Three classes of 300 rows, a round cloud each. */
    ClassIslandsTest() {
        Random random = new Random(7);
        for (int i = 0; i < ROWS; i++) {
            classes[i] = i % 3;
            places[2 * i] = 10f * classes[i] + (float) random.nextGaussian();
            places[2 * i + 1] = (float) random.nextGaussian();
        }
    }

    private void move(int from, int to, int step, float dx, float dy) {
        for (int i = from; i < to; i += step) {
            places[2 * i] += dx;
            places[2 * i + 1] += dy;
        }
    }

    private ClassIslands count() {
        try (Parallel parallel = new Parallel(2)) {
            return ClassIslands.of(new Embedding(places, 2), new Labels(classes, List.of("a", "b", "c")), parallel);
        }
    }

    @Test
    void aClassInOnePieceIsOneIsland() {
        assertThat(count()).isEqualTo(new ClassIslands(new int[] {1, 1, 1}, 0));
    }

    @Test
    void eachPieceOfATornClassCounts() {
        move(0, 300, 3, 0, 30);
        move(300, 450, 3, 0, -30);
        move(1, 600, 3, 0, 60);
        assertThat(count().perClass()).containsExactly(3, 2, 1);
        assertThat(count().total()).isEqualTo(6);
    }

    @Test
    void piecesThatTouchOneAnotherThroughAnotherClassStayApart() {
        // Class a left and right of b, all three without a gap.
        for (int i = 0; i < ROWS; i++) {
            places[2 * i] = i / 300f;
            classes[i] = i / 300 == 1 ? 1 : 0;
        }
        assertThat(count().perClass()).containsExactly(2, 1, 0);
    }

    @Test
    void rowsAmidAnotherClassAreStray() {
        move(0, 27, 3, 10, 0);
        move(2, 11, 3, -10, 0);
        assertThat(count().perClass()).containsExactly(1, 1, 1);
        assertThat(count().stray()).isBetween(10 / 900.0, 12 / 900.0);
    }

    @Test
    void classesStrewnAtRandomHaveNoIslands() {
        Random random = new Random(3);
        for (int i = 0; i < ROWS; i++) {
            places[2 * i] = random.nextFloat();
            places[2 * i + 1] = random.nextFloat();
            classes[i] = i % 100;
        }
        List<String> names = IntStream.range(0, 100).mapToObj(Integer::toString).toList();
        try (Parallel parallel = new Parallel(1)) {
            ClassIslands found = ClassIslands.of(new Embedding(places, 2), new Labels(classes, names), parallel);
            assertThat(found.total()).isLessThan(10);
            assertThat(found.stray()).isGreaterThan(0.9);
        }
    }

    @Test
    void manyRowsInOnePlaceHangTogetherWithThoseAround() {
        for (int i = 0; i < 600; i++) {
            places[2 * i] = 10f * classes[i];
            places[2 * i + 1] = 0;
        }
        assertThat(count().perClass()).containsExactly(1, 1, 1);
        assertThat(count().stray()).isZero();
    }

    @Test
    void smallClassesAndUnknownOnesAreUnderstood() {
        for (int i = 0; i < ROWS; i++) {
            classes[i] = i < 5 ? i / 3 : -1;
            places[2 * i] = i;
        }
        assertThat(count()).isEqualTo(new ClassIslands(new int[] {1, 1, 0}, 0));
        Arrays.fill(classes, -1);
        assertThat(count()).isEqualTo(new ClassIslands(new int[3], 0));
    }

    @Test
    void threadsDoNotMatter() {
        move(0, 400, 3, 0, 30);
        Labels labels = new Labels(classes, List.of("a", "b", "c"));
        try (Parallel one = new Parallel(1);
                Parallel five = new Parallel(5)) {
            Embedding embedding = new Embedding(places, 2);
            assertThat(ClassIslands.of(embedding, labels, five)).isEqualTo(ClassIslands.of(embedding, labels, one));
        }
    }

    @Test
    void labelsThatAreNotThePlacesAreRefused() {
        Labels two = new Labels(new int[2], List.of("a"));
        try (Parallel parallel = new Parallel(1)) {
            assertThatThrownBy(() -> ClassIslands.of(new Embedding(places, 2), two, parallel))
                    .hasMessage("2 labels for 900 points, expected as many");
        }
    }
}

package org.gne.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.kernel.Parallel;
import org.gne.mixture.MapMixture;
import org.junit.jupiter.api.Test;

class ClassOverlapTest {

    private static final int ROWS = 2000;

    /** a and b on top of each other around 0, c apart at 10, none of class d; rows of no class count nowhere. */
    private static ClassOverlap overlap(int threads) {
        Random random = new Random(1);
        float[] values = new float[ROWS * 2];
        int[] classes = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            classes[i] = i % 4 == 3 ? -1 : i % 4;
            values[2 * i] = (float) random.nextGaussian() + (i % 4 == 2 ? 10 : 0);
            values[2 * i + 1] = (float) random.nextGaussian();
        }
        Embedding map = new Embedding(values, 2);
        Labels labels = new Labels(classes, List.of("a", "b", "c", "d"));
        try (Parallel parallel = new Parallel(threads)) {
            return ClassOverlap.of(map, labels, MapMixture.fit(map, labels, 1, parallel), 1, parallel);
        }
    }

    @Test
    void classesThatMixOverlapByHalfAndThoseApartNotAtAll() {
        ClassOverlap overlap = overlap(2);
        assertThat(overlap.rows()).containsExactly(500, 500, 500, 0);
        List<ClassOverlap.Pair> pairs = overlap.pairs();
        assertThat(pairs).hasSize(3);
        ClassOverlap.Pair hardest = pairs.get(0);
        assertThat(List.of(hardest.first(), hardest.second())).containsExactly(0, 1);
        assertThat(hardest.byNeighbors()).isCloseTo(0.5, offset(0.06));
        assertThat(hardest.byMixture()).isCloseTo(0.5, offset(0.03));
        assertThat(pairs.get(1).byNeighbors()).isZero();
        assertThat(pairs.get(2).byMixture()).isCloseTo(0, offset(1e-3));
        for (int of = 0; of < 3; of++) {
            assertThat(Arrays.stream(overlap.byNeighbors()[of]).sum()).isCloseTo(1, offset(1e-12));
            assertThat(Arrays.stream(overlap.byMixture()[of]).sum()).isCloseTo(1, offset(1e-12));
        }
    }

    @Test
    void threadsDoNotShowInAnyBit() {
        assertThat(overlap(3).pairs()).isEqualTo(overlap(1).pairs());
    }

    @Test
    void oneRowOfAClassHasNoNeighbours() {
        Embedding map = new Embedding(new float[] {0, 0, 1, 1}, 2);
        Labels labels = new Labels(new int[] {-1, 0}, List.of("a"));
        try (Parallel parallel = new Parallel(1)) {
            MapMixture mixture = MapMixture.fit(map, labels, 1, parallel);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ClassOverlap.of(map, labels, mixture, 1, parallel))
                    .withMessage("overlap of classes: found 1 rows of a known class, expected 2");
        }
    }
}

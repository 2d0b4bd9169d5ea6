package org.gne.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gne.nn.AdamState;
import org.junit.jupiter.api.Test;

class DecoderMergeTest {

    private static final int PARTS = 8;

    private static final int PARAMETERS = 64;

    /** What becomes of a decoder of ones after the parts have added these displacements. */
    private static float[] merged(float[][] displacements, int steps) {
        float[] mean = new float[PARAMETERS];
        float[] square = new float[DecoderMerge.blocks(PARAMETERS)];
        for (float[] each : displacements) {
            for (int j = 0; j < PARAMETERS; j++) {
                mean[j] += each[j] / displacements.length;
            }
            DecoderMerge.addSquares(each, 1f / displacements.length, square);
        }
        float[] ones = new float[PARAMETERS];
        java.util.Arrays.fill(ones, 1);
        DecoderMerge merge =
                new DecoderMerge(displacements.length, steps, new float[square.length], new float[square.length]);
        return merge.next(
                        new AdamState(ones, new float[PARAMETERS], new float[PARAMETERS]),
                        mean,
                        square,
                        new float[PARAMETERS],
                        new float[PARAMETERS])
                .parameters();
    }

    @Test
    void partsThatMoveAllParametersAlikeAreAveraged() {
        float[][] alike = new float[PARTS][PARAMETERS];
        for (float[] each : alike) {
            java.util.Arrays.fill(each, 0.5f);
        }
        for (float value : merged(alike, 5)) {
            assertThat(value).isCloseTo(1.5f, within(1e-6f));
        }
    }

    @Test
    void theStepsOfPartsThatMoveDifferentParametersAddUp() {
        float[][] apart = new float[PARTS][PARAMETERS];
        for (int j = 0; j < PARAMETERS; j++) {
            apart[j / (PARAMETERS / PARTS)][j] = 0.5f;
        }
        for (float value : merged(apart, 5)) {
            assertThat(value).isCloseTo(1.5f, within(1e-6f));
        }
    }

    @Test
    void afterManyStepsTheyAddUpLess() {
        float[][] apart = new float[PARTS][PARAMETERS];
        for (int j = 0; j < PARAMETERS; j++) {
            apart[j / (PARAMETERS / PARTS)][j] = 0.5f;
        }
        // A gain of 1 + 7 * 40 / (8 * 10).
        for (float value : merged(apart, 10)) {
            assertThat(value).isCloseTo(1.28125f, within(1e-6f));
        }
        assertThat(DecoderMerge.adding(PARTS, 10)).isEqualTo(0.5);
        assertThat(DecoderMerge.adding(PARTS, 2)).isEqualTo(1);
    }

    @Test
    void parametersThatNoPartMovesStay() {
        for (float value : merged(new float[PARTS][PARAMETERS], 5)) {
            assertThat(value).isEqualTo(1);
        }
    }
}

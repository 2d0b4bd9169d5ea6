package org.gne.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.kernel.Parallel;
import org.junit.jupiter.api.Test;

class MapMixtureTest {

    private static final int ROWS = 3000;

    /** Class a in two heaps, at x = -3 and 3; class b in one between them; c has no rows; every 50th row has no class. */
    private static final Embedding MAP = map(2);

    private static final Labels LABELS = labels();

    private static Embedding map(int dim) {
        Random random = new Random(5);
        float[] values = new float[ROWS * dim];
        for (int i = 0; i < ROWS; i++) {
            for (int axis = 0; axis < dim; axis++) {
                float centre = axis == 0 ? 3 * (i % 3 - 1) : 0;
                values[i * dim + axis] = centre + 0.4f * (float) random.nextGaussian();
            }
        }
        return new Embedding(values, dim);
    }

    private static Labels labels() {
        int[] classes = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            classes[i] = i % 50 == 0 ? -1 : i % 3 == 1 ? 1 : 0;
        }
        return new Labels(classes, List.of("a", "b", "c"));
    }

    private static MapMixture fit(Embedding map, Labels labels, int threads) {
        try (Parallel parallel = new Parallel(threads)) {
            return MapMixture.fit(map, labels, 1, parallel);
        }
    }

    @Test
    void aClassInTwoPlacesHasTwoComponents() {
        MapMixture mixture = fit(MAP, LABELS, 2);
        assertThat(mixture.classes()).containsOnly(-1, -1, -1, 0, 0, 1).hasSize(6);
        assertThat(mixture.names()).containsExactly("a", "b", "c");
        assertThat(mixture.ofClass(2)).isNull();
    }

    @Test
    void aMapWithoutClassesHasAComponentPerHeap() {
        try (Parallel parallel = new Parallel(1)) {
            MapMixture mixture = MapMixture.fit(MAP, null, 1, parallel);
            assertThat(mixture.classes()).containsExactly(-1, -1, -1);
            assertThat(mixture.names()).isEmpty();
            assertThat(mixture.classProbabilities(new float[] {0, 0})).isEmpty();
        }
    }

    @Test
    void densityIsOneInAll() {
        MapMixture mixture = fit(MAP, LABELS, 1);
        double sum = 0;
        double step = 0.05;
        for (double x = -8; x < 8; x += step) {
            for (double y = -4; y < 4; y += step) {
                sum += step * step * Math.exp(mixture.logDensity(new float[] {(float) x, (float) y}));
            }
        }
        assertThat(sum).isCloseTo(1, offset(1e-4));
    }

    @Test
    void probabilitiesFollowTheClassesAndAddUpToOne() {
        MapMixture mixture = fit(MAP, LABELS, 1);
        assertThat(mixture.classProbabilities(new float[] {-3, 0})).satisfies(p -> {
            assertThat(p[0]).isGreaterThan(0.99);
            assertThat(p[0] + p[1]).isCloseTo(1, offset(1e-12));
            assertThat(p[2]).isZero();
        });
        assertThat(mixture.classProbabilities(new float[] {0, 0})[1]).isGreaterThan(0.99);
        // Far away too, where the density itself is 0 in doubles.
        double[] far = mixture.classProbabilities(new float[] {0, 500});
        assertThat(far[0] + far[1]).isCloseTo(1, offset(1e-12));
    }

    @Test
    void oneRowInAHundredIsSparse() {
        MapMixture mixture = fit(MAP, LABELS, 1);
        int sparse = 0;
        for (int row = 0; row < ROWS; row++) {
            sparse += mixture.isSparse(MAP.point(row)) ? 1 : 0;
        }
        assertThat(sparse).isBetween(ROWS / 100 - 1, ROWS / 100 + 1);
        assertThat(mixture.isSparse(new float[] {0, 5})).isTrue();
        assertThat(mixture.isSparse(new float[] {Float.NaN, 0})).isTrue();
    }

    @Test
    void threadsDoNotShowInAnyBit() {
        MapMixture one = fit(MAP, LABELS, 1);
        MapMixture three = fit(MAP, LABELS, 3);
        assertThat(one.components().means()).isEqualTo(three.components().means());
        assertThat(one.components().covariances()).isEqualTo(three.components().covariances());
        assertThat(one.components().weights()).isEqualTo(three.components().weights());
        assertThat(one.threshold()).isEqualTo(three.threshold());
        assertThat(one.sample(20, 4)).isDeepEqualTo(three.sample(20, 4));
    }

    @Test
    void samplesLieWhereTheRowsOfTheirClassDo() {
        MapMixture mixture = fit(MAP, LABELS, 1);
        float[][] ofA = mixture.sample(2000, 0, 9);
        assertThat(List.of(ofA))
                .allSatisfy(place -> assertThat(Math.abs(place[0])).isBetween(1f, 5f));
        long left = Arrays.stream(ofA).filter(place -> place[0] < 0).count();
        assertThat(left).isBetween(900L, 1100L);
        float[][] ofAll = mixture.sample(3000, 9);
        long middle =
                Arrays.stream(ofAll).filter(place -> Math.abs(place[0]) < 1.5).count();
        assertThat(middle).isBetween(900L, 1100L);
        assertThat(List.of(ofAll)).noneMatch(mixture::isSparse);
        assertThat(mixture.sample(10, 9)).isDeepEqualTo(Arrays.copyOf(ofAll, 10));
        assertThat(mixture.sample(10, 8)).isNotEqualTo(mixture.sample(10, 9));
    }

    @Test
    void aClassWithoutRowsCanNotBeDrawnFrom() {
        MapMixture mixture = fit(MAP, LABELS, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mixture.sample(1, 2, 1))
                .withMessage("class c has no rows to draw from");
    }

    @Test
    void anyDimensionWillDo() {
        for (int dim : new int[] {1, 3, 7}) {
            MapMixture mixture = fit(map(dim), LABELS, 2);
            float[] middle = new float[dim];
            assertThat(mixture.classProbabilities(middle)[1]).isGreaterThan(0.99);
            assertThat(mixture.sample(5, 1)[0]).hasSize(dim);
        }
    }

    @Test
    void fewOrEqualRowsStillHaveADensity() {
        Embedding same = new Embedding(new float[] {1, 2, 1, 2, 1, 2}, 2);
        MapMixture mixture = fit(same, new Labels(new int[] {0, 1, 1}, List.of("a", "b", "c")), 1);
        assertThat(mixture.logDensity(new float[] {1, 2})).isFinite();
        assertThat(mixture.classProbabilities(new float[] {1, 2}))
                .containsExactly(new double[] {1 / 3., 2 / 3., 0}, offset(1e-6));
        Embedding broken = new Embedding(new float[] {1, 2, Float.NaN, 2, 3, 4}, 2);
        assertThat(fit(broken, new Labels(new int[3], List.of("a")), 1).logDensity(new float[] {1, 2}))
                .isFinite();
    }

    @Test
    void slopesAreThoseOfFiniteDifferences() {
        GaussianMixture mixture = fit(map(3), LABELS, 1).components();
        double[] place = {0.7, -0.2, 0.4};
        double[] gradient = new double[3];
        assertThat(mixture.gradient(place, gradient)).isEqualTo(mixture.logDensity(place));
        for (int axis = 0; axis < 3; axis++) {
            double[] above = place.clone();
            double[] below = place.clone();
            above[axis] += 1e-5;
            below[axis] -= 1e-5;
            double difference = (mixture.logDensity(above) - mixture.logDensity(below)) / 2e-5;
            assertThat(gradient[axis]).isCloseTo(difference, offset(1e-6));
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GaussianMixture(1, new double[] {1}, new double[] {0}, new double[] {-1}))
                .withMessageContaining("positive definite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(MAP, new Labels(new int[2], List.of("a")), 1))
                .withMessage("2 labels for 3000 points, expected as many");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(MAP, LABELS, 1).logDensity(new float[] {1}))
                .withMessageContaining("expected 2");
    }
}

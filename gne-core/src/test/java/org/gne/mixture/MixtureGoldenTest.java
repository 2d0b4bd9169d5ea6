package org.gne.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.junit.jupiter.api.Test;

/** Against values from scikit-learn; src/test/python/mixture_goldens.py made them. */
class MixtureGoldenTest {

    private static final CounterRandom RANDOM = CounterRandom.of(1, "golden");

    private final Map<String, Object> golden = read();
    private final double[] points = numbers(golden, "points");
    private final double[] places = numbers(golden, "places");

    private static Map<String, Object> read() {
        try (InputStream in = MixtureGoldenTest.class.getResourceAsStream("mixture_goldens.json")) {
            return JSON.std.mapFrom(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double[] numbers(Map<String, Object> from, String name) {
        return ((List<?>) Objects.requireNonNull(from.get(name)))
                .stream().mapToDouble(value -> ((Number) value).doubleValue()).toArray();
    }

    private static double number(Map<String, Object> from, String name) {
        return ((Number) Objects.requireNonNull(from.get(name))).doubleValue();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> fit(int components) {
        return (Map<String, Object>) ((List<?>) Objects.requireNonNull(golden.get("fits"))).get(components - 1);
    }

    private MixtureOptions options(int most) {
        return new MixtureOptions(most, number(golden, "floor"), 1e-12, 5000);
    }

    @Test
    void densitiesAndResponsibilitiesOfGivenComponentsMatch() {
        for (int k = 1; k <= 4; k++) {
            Map<String, Object> expected = fit(k);
            GaussianMixture mixture = new GaussianMixture(
                    2, numbers(expected, "weights"), numbers(expected, "means"), numbers(expected, "covariances"));
            for (int i = 0; i < places.length / 2; i++) {
                double[] place = Arrays.copyOfRange(places, 2 * i, 2 * i + 2);
                double density = numbers(expected, "logDensities")[i];
                assertThat(mixture.logDensity(place)).isCloseTo(density, offset(1e-9 * Math.abs(density)));
                assertThat(mixture.responsibilities(place))
                        .containsExactly(
                                Arrays.copyOfRange(numbers(expected, "responsibilities"), i * k, (i + 1) * k),
                                offset(1e-9));
            }
        }
    }

    @Test
    void fittedMixturesMatch() {
        try (Parallel parallel = new Parallel(2)) {
            for (int k = 1; k <= 3; k++) {
                Map<String, Object> expected = fit(k);
                MixtureFit found = MixtureFit.of(points, 2, k, options(k), RANDOM, parallel);
                assertThat(found.logLikelihood()).isCloseTo(number(expected, "score"), offset(1e-7));
                assertThat(found.criterion(points.length / 2)).isCloseTo(number(expected, "bic"), offset(1e-4));
                GaussianMixture mixture = found.mixture();
                double[] means = numbers(expected, "means");
                Integer[] order = IntStream.range(0, k).boxed().toArray(Integer[]::new);
                Arrays.sort(order, Comparator.comparingDouble(each -> mixture.means()[2 * each]));
                for (int i = 0; i < k; i++) {
                    assertThat(mixture.weights()[order[i]]).isCloseTo(numbers(expected, "weights")[i], offset(1e-4));
                    for (int j = 0; j < 4; j++) {
                        assertThat(mixture.covariances()[4 * order[i] + j])
                                .isCloseTo(numbers(expected, "covariances")[4 * i + j], offset(1e-4));
                    }
                    assertThat(mixture.means()[2 * order[i] + 1]).isCloseTo(means[2 * i + 1], offset(1e-4));
                }
            }
        }
    }

    @Test
    void theNumberOfComponentsIsThatOfTheLowestCriterion() {
        try (Parallel parallel = new Parallel(2)) {
            MixtureFit found = MixtureFit.best(points, 2, options(8), RANDOM, parallel);
            assertThat(found.mixture().components()).isEqualTo(3);
            // A restart of another seed may end in another optimum, never in a better one.
            assertThat(found.logLikelihood()).isCloseTo(number(fit(3), "score"), offset(1e-7));
        }
    }
}

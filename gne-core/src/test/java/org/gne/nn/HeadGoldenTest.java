package org.gne.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gne.kernel.Kernel;
import org.gne.kernel.Kernels;
import org.junit.jupiter.api.Test;

/** Against likelihoods from SciPy; src/test/python/head_goldens.py made them. */
final class HeadGoldenTest {

    private static final float[] ONE = {1};

    private final Map<String, Object> goldens = read();
    private final Kernel kernel = Kernels.active();

    private static Map<String, Object> read() {
        try (InputStream in = HeadGoldenTest.class.getResourceAsStream("head_goldens.json")) {
            return JSON.std.mapFrom(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T get(Map<String, Object> in, String name) {
        return (T) Objects.requireNonNull(in.get(name), name);
    }

    private static float[] floats(Map<String, Object> in, String name) {
        double[] numbers = numbers(in, name);
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
            assertThat((double) floats[i]).isEqualTo(numbers[i]);
        }
        return floats;
    }

    private static double[] numbers(Map<String, Object> in, String name) {
        List<Number> numbers = get(in, name);
        return numbers.stream().mapToDouble(Number::doubleValue).toArray();
    }

    /** Cost and deviance of a row against a mean, both of the width of the stretch from an offset on. */
    private void matches(Stretch stretch, float[] row, float[] mean, int at, double loss, double deviance) {
        Head head = stretch.head();
        double[] perColumn = new double[stretch.width()];
        double found = head.deviance(stretch, row, at, mean, at, perColumn);
        String what = head.key() + " from " + at;
        assertThat(found).as(what).isCloseTo(deviance, offset(1e-6 * Math.max(1, deviance)));
        double cost = head.cost(kernel, stretch, row, at, mean, at, new float[stretch.width()]);
        assertThat(cost).as(what).isCloseTo(loss, offset(1e-6 * Math.max(1, loss)));
    }

    @Test
    void booleansAndSharesAreBernoullis() {
        for (String name : List.of("binary", "shares")) {
            Map<String, Object> golden = get(goldens, name);
            Head head = name.equals("binary") ? HeadKinds.BINARY : HeadKinds.UNIT_CROSS_ENTROPY;
            double[] losses = numbers(golden, "losses");
            double[] deviances = numbers(golden, "deviances");
            for (int i = 0; i < losses.length; i++) {
                Stretch stretch = Stretch.of(head, 0, 1);
                matches(stretch, floats(golden, "values"), floats(golden, "means"), i, losses[i], deviances[i]);
            }
        }
    }

    @Test
    void categoriesAreMultinomialsOfOneDraw() {
        List<Map<String, Object>> all = get(goldens, "categorical");
        assertThat(all).hasSize(3);
        for (Map<String, Object> golden : all) {
            int width = get(golden, "width");
            double[] losses = numbers(golden, "losses");
            double[] deviances = numbers(golden, "deviances");
            Stretch stretch = Stretch.of(HeadKinds.CATEGORICAL, 0, width);
            for (int i = 0; i < losses.length; i++) {
                matches(stretch, floats(golden, "values"), floats(golden, "means"), i * width, losses[i], deviances[i]);
            }
        }
    }

    @Test
    void countsAreNegativeBinomialsRelativeToTheirBestMean() {
        Map<String, Object> golden = get(goldens, "counts");
        double[] deviances = numbers(golden, "deviances");
        float[] dispersions = floats(golden, "dispersions");
        float[] values = floats(golden, "values");
        for (int i = 0; i < deviances.length; i++) {
            Stretch stretch = counts(dispersions[i]);
            matches(stretch, values, floats(golden, "means"), i, deviances[i], deviances[i]);
        }
    }

    @Test
    void withoutDispersionTheyArePoissons() {
        Map<String, Object> golden = get(goldens, "poisson");
        float[] values = floats(golden, "values");
        float[] means = floats(golden, "means");
        double[] deviances = numbers(golden, "deviances");
        for (int i = 0; i < deviances.length; i++) {
            Stretch stretch = counts(1e12f);
            double found = stretch.head().deviance(stretch, values, i, means, i, new double[1]);
            assertThat(found).as("case %d", i).isCloseTo(deviances[i], offset(1e-6));
        }
    }

    /** A column alone has the exposure 1. */
    private static Stretch counts(float dispersion) {
        return Stretch.counts(0, ONE, ONE, new float[] {dispersion}, ONE);
    }
}

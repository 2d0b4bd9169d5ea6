package org.gne.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Fisher scoring takes from the heads: {@link Head#whiten}. */
final class ScoringTest {

    private static final double STEP = 1e-5;

    static Stream<MlpShape> shapes() {
        return HeadCases.all().map(heads -> new MlpShape(2, 7, 1, heads));
    }

    /** {@code J'^T r'} against central differences of the cost with respect to the place. */
    @ParameterizedTest
    @MethodSource("shapes")
    void theEquationsHaveHalfTheNegativeGradientOfTheCost(MlpShape shape) {
        NetworkCase net = NetworkCase.random(shape, 8, 21);
        float[] holed = net.targets.clone();
        HeadCases.punch(shape.heads(), holed, 4 * shape.out(), 4, new Random(22));
        Workspace scratch = net.workspace();
        net.network.forward(net.rows, scratch);
        Tangents tangents = new Tangents(net.network, net.rows);
        float[] residual = new float[shape.out()];
        float[] factor = new float[shape.out()];
        for (int axis = 0; axis < shape.in(); axis++) {
            float[] slopes = new float[net.rows * shape.out()];
            tangents.forward(net.rows, scratch, axis, slopes);
            for (int i = 0; i < net.rows; i++) {
                int at = i * shape.out();
                shape.heads().whiten(holed, at, scratch.output(), at, residual, factor);
                double found = 0;
                double size = 0;
                for (int j = 0; j < shape.out(); j++) {
                    double term = (double) factor[j] * slopes[at + j] * residual[j];
                    found += term;
                    size += Math.abs(term);
                    assertThat(factor[j] == 0).isEqualTo(Float.isNaN(holed[at + j]));
                }
                double expected = -slope(net, holed, i, axis) / 2;
                assertThat(found).as("row %d, axis %d", i, axis).isCloseTo(expected, offset(1e-5 * size + 1e-9));
            }
        }
    }

    private static double slope(NetworkCase net, float[] rows, int row, int axis) {
        return (cost(net, rows, row, axis, STEP) - cost(net, rows, row, axis, -STEP)) / (2 * STEP);
    }

    private static double cost(NetworkCase net, float[] rows, int row, int axis, double step) {
        int width = net.shape.out();
        double[] place = NetworkCase.matrix(net.inputs, net.rows)[row];
        place[axis] += step;
        double[] parameters = NetworkCase.doubles(net.network.parameters());
        double[] means = ReferenceMlp.forward(net.shape, parameters, new double[][] {place})[0];
        double[] values = NetworkCase.doubles(Arrays.copyOfRange(rows, row * width, (row + 1) * width));
        return ReferenceHeads.loss(net.shape.heads(), means, values);
    }

    /** Over all rows that there can be, weighted by their likelihood, the squared gradients are the expected curvature. */
    @Test
    void theirMatrixIsHalfTheExpectedCurvature() {
        float p = 0.3f;
        Stretch flag = Stretch.of(HeadKinds.BINARY, 0, 1, new float[] {1.7f}, new float[] {1});
        double binary = expected(flag, new float[] {p}, new float[][] {{0}, {1}}, new double[] {1 - p, p});
        assertThat(curvature(flag, new float[] {p})).isCloseTo(binary / 2, offset(1e-6));

        float[] shares = {0.2f, 0.5f, 0.3f};
        Stretch category = Stretch.of(HeadKinds.CATEGORICAL, 0, 3, new float[] {0.6f}, new float[] {1});
        double categorical = expected(
                category, shares, new float[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, NetworkCase.doubles(shares));
        assertThat(curvature(category, shares)).isCloseTo(categorical / 2, offset(1e-6));

        // One column of counts says all of its exposure: the second, without weight to speak of, holds that at 1.
        double mean = 2.5;
        double r = 1.5;
        int most = 200;
        float[][] rows = new float[most][];
        double[] likelihoods = new double[most];
        double each = Math.pow(r / (r + mean), r);
        for (int x = 0; x < most; x++) {
            rows[x] = new float[] {x, 1000 - x};
            likelihoods[x] = each;
            each *= (x + r) / (x + 1) * mean / (mean + r);
        }
        float[] usual = {500, 500};
        float[] weights = {1.3f, 1e-12f};
        Stretch counts = Stretch.counts(0, weights, new float[] {1}, new float[] {(float) r, 1}, usual);
        float[] means = {(float) mean, 997.5f};
        assertThat(curvature(counts, means)).isCloseTo(expected(counts, means, rows, likelihoods) / 2, offset(1e-5));
    }

    /** Of the loss along the logits' direction (1, 2, ...). */
    private static double expected(Stretch stretch, float[] means, float[][] rows, double[] likelihoods) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            double[] whitened = whitened(stretch, rows[i], means);
            // The gradient is -2 J'^T r', and grows with the weight as the curvature does.
            sum += likelihoods[i] * 4 * whitened[1] * whitened[1] / stretch.weight(0);
        }
        return sum;
    }

    private static double curvature(Stretch stretch, float[] means) {
        float[] row = new float[means.length];
        row[0] = stretch.head() == HeadKinds.COUNT ? 500 : 1;
        if (stretch.head() == HeadKinds.COUNT) {
            row[1] = 500;
        }
        return whitened(stretch, row, means)[0];
    }

    /** {@code J'^T J'} and {@code J'^T r'} along the direction. */
    private static double[] whitened(Stretch stretch, float[] row, float[] means) {
        int n = means.length;
        float[] slope = new float[n];
        for (int j = 0; j < n; j++) {
            slope[j] = j + 1;
        }
        float[] residual = new float[n];
        float[] factor = new float[n];
        new Heads(List.of(stretch)).slope(1, means, slope);
        stretch.head().whiten(stretch, row, 0, means, 0, residual, factor, 0);
        double square = 0;
        double product = 0;
        for (int j = 0; j < n; j++) {
            double tangent = (double) factor[j] * slope[j];
            square += tangent * tangent;
            product += tangent * residual[j];
        }
        return new double[] {square, product};
    }
}

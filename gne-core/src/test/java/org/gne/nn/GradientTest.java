package org.gne.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients and tangents against central differences of a reference in double precision. */
final class GradientTest {

    private static final double STEP = 1e-6;

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of(new MlpShape(2, 9, 2, Heads.unit(13)), Loss.SQUARED_ERROR),
                Arguments.of(new MlpShape(2, 9, 2, Heads.unit(13, Loss.CROSS_ENTROPY)), Loss.CROSS_ENTROPY),
                Arguments.of(new MlpShape(3, 16, 1, Heads.real(7)), Loss.SQUARED_ERROR),
                Arguments.of(new MlpShape(2, 5, 1, Heads.unit(250)), Loss.SQUARED_ERROR),
                Arguments.of(new MlpShape(1, 4, 0, Heads.real(24)), Loss.SQUARED_ERROR),
                Arguments.of(new MlpShape(11, 8, 3, Heads.real(2)), Loss.SQUARED_ERROR));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientsAreThoseOfFiniteDifferences(MlpShape shape, Loss loss) {
        NetworkCase net = NetworkCase.random(shape, 6, 42);
        NetworkCase.Gradients found = net.gradients();
        double[] parameters = NetworkCase.doubles(net.network.parameters());
        double[][] inputs = NetworkCase.matrix(net.inputs, net.rows);
        double[][] targets = NetworkCase.matrix(net.targets, net.rows);
        double value = ReferenceMlp.loss(loss, ReferenceMlp.forward(shape, parameters, inputs), targets);
        assertThat(found.loss()).isCloseTo(value, offset(1e-6));

        double[] expected = new double[parameters.length];
        for (int p = 0; p < parameters.length; p++) {
            expected[p] = slope(shape, loss, parameters, inputs, targets, parameters, p);
        }
        close("parameter", found.parameters(), expected);
        double[] expectedInputs = new double[net.inputs.length];
        for (int p = 0; p < expectedInputs.length; p++) {
            expectedInputs[p] = slope(shape, loss, parameters, inputs, targets, inputs[p / shape.in()], p % shape.in());
        }
        close("input", found.inputs(), expectedInputs);
    }

    /** What is missing is in no loss: with any value in its place the others' gradients are the same. */
    @ParameterizedTest
    @MethodSource("cases")
    void missingTargetsTakeNoPart(MlpShape shape, Loss loss) {
        NetworkCase net = NetworkCase.random(shape, 6, 45);
        Random random = new Random(46);
        int missing = 0;
        for (int i = 0; i < net.targets.length; i++) {
            // The first row has all, the last none.
            int row = i / shape.out();
            if (row > 0 && (row == net.rows - 1 || random.nextInt(3) == 0)) {
                net.targets[i] = Float.NaN;
                missing++;
            }
        }
        NetworkCase.Gradients found = net.gradients();
        double[] parameters = NetworkCase.doubles(net.network.parameters());
        double[][] inputs = NetworkCase.matrix(net.inputs, net.rows);
        double[][] targets = NetworkCase.matrix(net.targets, net.rows);
        // The reference takes the mean over the known, ours divides by all.
        double share = 1 - (double) missing / net.targets.length;
        double value = ReferenceMlp.loss(loss, ReferenceMlp.forward(shape, parameters, inputs), targets);
        assertThat(found.loss()).isCloseTo(value * share, offset(1e-6));
        double[] expected = new double[parameters.length];
        for (int p = 0; p < parameters.length; p++) {
            expected[p] = share * slope(shape, loss, parameters, inputs, targets, parameters, p);
        }
        close("parameter", found.parameters(), expected);
        double[] expectedInputs = new double[net.inputs.length];
        for (int p = 0; p < expectedInputs.length; p++) {
            expectedInputs[p] =
                    share * slope(shape, loss, parameters, inputs, targets, inputs[p / shape.in()], p % shape.in());
        }
        close("input", found.inputs(), expectedInputs);
        for (int axis = 0; axis < shape.in(); axis++) {
            assertThat(found.inputs()[(net.rows - 1) * shape.in() + axis]).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whereNothingIsMissingTheBitsAreTheSame(MlpShape shape, Loss loss) {
        NetworkCase net = NetworkCase.random(shape, 6, 47);
        NetworkCase.Gradients plain = net.gradients();
        NetworkCase.Gradients masked = net.gradients(true);
        assertThat(masked.parameters()).containsExactly(plain.parameters());
        assertThat(masked.inputs()).containsExactly(plain.inputs());
        assertThat(masked.loss()).isEqualTo(plain.loss());
    }

    /** An encoder's gradient comes from outside; it must be that of the fused pass, bit for bit. */
    @ParameterizedTest
    @MethodSource("cases")
    void aGradientFromOutsideGivesTheSameBits(MlpShape shape, Loss loss) {
        NetworkCase net = NetworkCase.random(shape, 6, 44);
        NetworkCase.Gradients expected = net.gradients();
        Workspace scratch = net.workspace();
        net.network.logits(net.rows, scratch);
        int width = shape.out();
        float scale = 1f / (net.rows * width);
        shape.heads()
                .gradient(
                        net.kernel,
                        net.rows,
                        0,
                        width,
                        scratch.output(),
                        net.targets,
                        false,
                        new float[0],
                        scale,
                        new float[width]);
        float[] gradient = new float[shape.parameters()];
        new Backward(net.network).parameters(net.rows, scratch, gradient);
        assertThat(gradient).containsExactly(expected.parameters());
    }

    private static double slope(
            MlpShape shape,
            Loss loss,
            double[] parameters,
            double[][] inputs,
            double[][] targets,
            double[] of,
            int at) {
        double kept = of[at];
        of[at] = kept + STEP;
        double up = ReferenceMlp.loss(loss, ReferenceMlp.forward(shape, parameters, inputs), targets);
        of[at] = kept - STEP;
        double down = ReferenceMlp.loss(loss, ReferenceMlp.forward(shape, parameters, inputs), targets);
        of[at] = kept;
        return (up - down) / (2 * STEP);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tangentsAreThoseOfFiniteDifferences(MlpShape shape, Loss loss) {
        NetworkCase net = NetworkCase.random(shape, 5, 43);
        Workspace scratch = net.workspace();
        net.network.forward(net.rows, scratch);
        double[] parameters = NetworkCase.doubles(net.network.parameters());
        double[][] inputs = NetworkCase.matrix(net.inputs, net.rows);
        Tangents tangents = new Tangents(net.network, net.rows);
        float[] found = new float[net.rows * shape.out()];
        for (int axis = 0; axis < shape.in(); axis++) {
            tangents.forward(net.rows, scratch, axis, found);
            double[] expected = new double[found.length];
            double[][] up = ReferenceMlp.forward(shape, parameters, shifted(inputs, axis, STEP));
            double[][] down = ReferenceMlp.forward(shape, parameters, shifted(inputs, axis, -STEP));
            for (int i = 0; i < expected.length; i++) {
                int row = i / shape.out();
                int column = i % shape.out();
                expected[i] = (up[row][column] - down[row][column]) / (2 * STEP);
            }
            close("tangent of input " + axis + ", element", found, expected);
        }
    }

    private static double[][] shifted(double[][] inputs, int axis, double by) {
        double[][] result = new double[inputs.length][];
        for (int i = 0; i < inputs.length; i++) {
            result[i] = inputs[i].clone();
            result[i][axis] += by;
        }
        return result;
    }

    private static void close(String what, float[] found, double[] expected) {
        double scale = 0;
        for (double value : expected) {
            scale = Math.max(scale, Math.abs(value));
        }
        for (int i = 0; i < expected.length; i++) {
            assertThat(Math.abs(found[i] - expected[i]))
                    .as("%s %d: found %s, expected %s", what, i, found[i], expected[i])
                    .isLessThan(1e-5 * scale);
        }
    }
}

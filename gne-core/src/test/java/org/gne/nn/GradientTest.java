package org.gne.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients and tangents against central differences of a reference in double precision. */
final class GradientTest {

    private static final double STEP = 1e-6;

    static Stream<MlpShape> cases() {
        return Stream.of(
                new MlpShape(2, 9, 2, Heads.unit(13)),
                new MlpShape(2, 9, 2, Heads.unit(13, Loss.CROSS_ENTROPY)),
                new MlpShape(3, 16, 1, Heads.real(7)),
                new MlpShape(2, 5, 1, Heads.unit(250)),
                new MlpShape(1, 4, 0, Heads.real(24)),
                new MlpShape(11, 8, 3, Heads.real(2)),
                new MlpShape(2, 6, 1, Heads.of(HeadKinds.BINARY, 9)),
                new MlpShape(2, 6, 1, Heads.of(HeadKinds.CATEGORICAL, 5)),
                new MlpShape(2, 4, 1, Heads.of(HeadKinds.CATEGORICAL, 130)),
                new MlpShape(2, 6, 1, new Heads(List.of(HeadCases.counts(0, 6, 1)))),
                new MlpShape(2, 7, 2, HeadCases.mixed()),
                new MlpShape(new GridEncoding(2, List.of(2, 5), 8), 6, 1, Heads.unit(7)),
                new MlpShape(new GridEncoding(1, List.of(3, 9), 3), 6, 1, Heads.real(4)),
                new MlpShape(new GridEncoding(3, List.of(2, 3), 2), 6, 1, Heads.real(4)),
                new MlpShape(new SineEncoding(4, 5), 6, 1, Heads.real(4)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientsAreThoseOfFiniteDifferences(MlpShape shape) {
        areThoseOfFiniteDifferences(NetworkCase.random(shape, 6, 42));
    }

    /** What is missing is in no loss. */
    @ParameterizedTest
    @MethodSource("cases")
    void missingTargetsTakeNoPart(MlpShape shape) {
        NetworkCase net = NetworkCase.random(shape, 6, 45).withGaps(46);
        NetworkCase.Gradients found = areThoseOfFiniteDifferences(net);
        for (int axis = 0; axis < shape.in(); axis++) {
            assertThat(found.inputs()[(net.rows - 1) * shape.in() + axis]).isZero();
        }
    }

    private static NetworkCase.Gradients areThoseOfFiniteDifferences(NetworkCase net) {
        MlpShape shape = net.shape;
        NetworkCase.Gradients found = net.gradients();
        double[] parameters = NetworkCase.doubles(net.network.parameters());
        double[][] inputs = NetworkCase.matrix(net.inputs, net.rows);
        double[][] targets = NetworkCase.matrix(net.targets, net.rows);
        double value = ReferenceMlp.loss(shape.heads(), ReferenceMlp.forward(shape, parameters, inputs), targets);
        assertThat(found.loss()).isCloseTo(value, offset(1e-6 * Math.max(1, value)));

        double[] expected = new double[parameters.length];
        for (int p = 0; p < parameters.length; p++) {
            boolean learnt = p >= unlearnt(shape.encoding());
            expected[p] = learnt ? slope(shape, parameters, inputs, targets, parameters, p) : 0;
        }
        close("parameter", shape, found.parameters(), expected);
        double[] expectedInputs = new double[net.inputs.length];
        for (int p = 0; p < expectedInputs.length; p++) {
            expectedInputs[p] = slope(shape, parameters, inputs, targets, inputs[p / shape.in()], p % shape.in());
        }
        close("input", shape, found.inputs(), expectedInputs);
        return found;
    }

    /** The box of grids is set at the start. */
    private static int unlearnt(Encoding encoding) {
        return encoding instanceof GridEncoding ? 2 * encoding.in() : 0;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whereNothingIsMissingTheBitsAreTheSame(MlpShape shape) {
        NetworkCase net = NetworkCase.random(shape, 6, 47);
        NetworkCase.Gradients plain = net.gradients();
        NetworkCase.Gradients masked = net.gradients(true);
        assertThat(masked.parameters()).containsExactly(plain.parameters());
        assertThat(masked.inputs()).containsExactly(plain.inputs());
        assertThat(masked.loss()).isEqualTo(plain.loss());
    }

    /** Encoders have no features before their first layer. */
    static Stream<MlpShape> plainCases() {
        return cases().filter(shape -> shape.encoding().features() == 0);
    }

    /** An encoder's gradient comes from outside; it must be that of the fused pass, bit for bit. */
    @ParameterizedTest
    @MethodSource("plainCases")
    void aGradientFromOutsideGivesTheSameBits(MlpShape shape) {
        NetworkCase net = NetworkCase.random(shape, 6, 44);
        NetworkCase.Gradients expected = net.gradients();
        Workspace scratch = net.workspace();
        net.network.logits(net.rows, scratch);
        Heads heads = shape.heads();
        int width = shape.out();
        float[] exposures = heads.exposures(net.rows, net.targets);
        float scale = 1f / (net.rows * heads.sources());
        float[] sums = new float[width];
        heads.gradient(net.kernel, net.rows, 0, width, scratch.output(), net.targets, false, exposures, scale, sums);
        Gradient gradient = new Gradient(shape);
        new Backward(net.network).parameters(net.rows, scratch, gradient);
        assertThat(gradient.values()).containsExactly(expected.parameters());
    }

    private static double slope(
            MlpShape shape, double[] parameters, double[][] inputs, double[][] targets, double[] of, int at) {
        double kept = of[at];
        of[at] = kept + STEP;
        double up = ReferenceMlp.loss(shape.heads(), ReferenceMlp.forward(shape, parameters, inputs), targets);
        of[at] = kept - STEP;
        double down = ReferenceMlp.loss(shape.heads(), ReferenceMlp.forward(shape, parameters, inputs), targets);
        of[at] = kept;
        return (up - down) / (2 * STEP);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tangentsAreThoseOfFiniteDifferences(MlpShape shape) {
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
            close("tangent of input " + axis + ", element", shape, found, expected);
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

    private static void close(String what, MlpShape shape, float[] found, double[] expected) {
        double scale = 0;
        for (double value : expected) {
            scale = Math.max(scale, Math.abs(value));
        }
        // An exponential magnifies the rounding of a logit.
        boolean counts = shape.heads().stretches().stream().anyMatch(stretch -> stretch.head() == HeadKinds.COUNT);
        double most = (counts ? 4e-5 : 1e-5) * scale;
        for (int i = 0; i < expected.length; i++) {
            assertThat(Math.abs(found[i] - expected[i]))
                    .as("%s %d: found %s, expected %s", what, i, found[i], expected[i])
                    .isLessThan(most);
        }
    }
}

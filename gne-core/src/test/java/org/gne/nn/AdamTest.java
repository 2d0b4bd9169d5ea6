package org.gne.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AdamTest {

    /** Some parameters of the encoding are a few nodes of a large grid, some are all of a small network. */
    static Stream<MlpShape> shapes() {
        return Stream.of(
                new MlpShape(new GridEncoding(2, List.of(4, 60), 8), 6, 1, Heads.unit(7)),
                new MlpShape(new GridEncoding(1, List.of(3, 900), 3), 6, 1, Heads.real(4)),
                new MlpShape(new GridEncoding(3, List.of(2, 9), 2), 6, 1, Heads.real(4)),
                new MlpShape(new SineEncoding(4, 5), 6, 1, Heads.real(4)),
                new MlpShape(2, 6, 1, Heads.real(4)));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void partialGradientsCountAsTheirSumAndAreCleared(MlpShape shape) {
        NetworkCase together = NetworkCase.random(shape, 6, 50);
        NetworkCase apart = NetworkCase.random(shape, 6, 50);
        Gradient[] sum = {new Gradient(shape)};
        Gradient[] parts = {new Gradient(shape), new Gradient(shape), new Gradient(shape)};
        Backward one = new Backward(together.network);
        Backward other = new Backward(apart.network);
        Adam expected = new Adam(together.network, one, AdamOptions.KERAS);
        Adam found = new Adam(apart.network, other, AdamOptions.KERAS);
        for (int step = 0; step < 4; step++) {
            // Each partial gradient is of other rows, which reach other nodes.
            for (int part = 0; part < parts.length; part++) {
                NetworkCase rows = NetworkCase.random(shape, 5, 60 + 10L * step + part);
                add(together, one, rows, new Gradient(shape), sum[0]);
                add(apart, other, rows, parts[part], null);
            }
            run(expected, sum, step);
            run(found, parts, step);
            assertThat(apart.network.parameters()).containsExactly(together.network.parameters());
            for (Gradient part : parts) {
                assertThat(part.values()).containsOnly(0);
            }
        }
    }

    /** Adds the gradient of some rows: to the sum as well, if there is one, value by value. */
    private static void add(
            NetworkCase net, Backward backward, NetworkCase rows, Gradient gradient, @Nullable Gradient sum) {
        Workspace scratch = new Workspace(net.shape, rows.rows);
        System.arraycopy(rows.inputs, 0, scratch.input(), 0, rows.inputs.length);
        float[] losses = new float[net.shape.out()];
        backward.reconstruct(rows.rows, scratch, rows.targets, false, 0.1f, losses, gradient);
        if (sum != null) {
            for (int i = 0; i < sum.values().length; i++) {
                sum.values()[i] += gradient.values()[i];
            }
        }
    }

    private static void run(Adam adam, Gradient[] gradients, int step) {
        adam.begin(0.01 / (1 + step));
        for (int task = 0; task < adam.tasks(); task++) {
            adam.run(task, gradients, gradients.length);
        }
    }
}

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

/** Against values from PyTorch in double precision; src/test/python/network_goldens.py made them. */
final class NetworkGoldenTest {

    private final Map<String, Object> goldens = read();

    private static Map<String, Object> read() {
        try (InputStream in = NetworkGoldenTest.class.getResourceAsStream("network_goldens.json")) {
            return JSON.std.mapFrom(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void outputsLossAndGradientsMatch() {
        List<Map<String, Object>> cases = list(goldens, "cases");
        assertThat(cases).hasSize(3);
        for (Map<String, Object> golden : cases) {
            Loss loss = "mse".equals(golden.get("lossFunction")) ? Loss.SQUARED_ERROR : Loss.CROSS_ENTROPY;
            NetworkCase net = net((String) golden.get("output"), loss, floats(golden, "targets"));
            Workspace scratch = net.workspace();
            net.network.forward(net.rows, scratch);
            close("output", scratch.output(), golden, "outputs");
            NetworkCase.Gradients found = net.gradients();
            assertThat(found.loss()).isCloseTo(number(golden, "loss"), offset(1e-6));
            close("gradient", found.parameters(), golden, "parameterGradient");
            close("input gradient", found.inputs(), golden, "inputGradient");
        }
    }

    @Test
    void tangentsMatch() {
        Map<String, Object> tangents = map(goldens, "tangents");
        for (String output : List.of("sigmoid", "identity")) {
            NetworkCase net = net(output, Loss.SQUARED_ERROR, new float[size("rows") * size("out")]);
            Workspace scratch = net.workspace();
            net.network.forward(net.rows, scratch);
            float[] all = new float[size("in") * net.rows * size("out")];
            float[] one = new float[net.rows * size("out")];
            for (int axis = 0; axis < size("in"); axis++) {
                new Tangents(net.network, net.rows).forward(net.rows, scratch, axis, one);
                System.arraycopy(one, 0, all, axis * one.length, one.length);
            }
            close("tangent", all, tangents, output);
        }
    }

    @Test
    void stepsOfAdamMatch() {
        Map<String, Object> golden = map(goldens, "adam");
        AdamOptions options =
                new AdamOptions(number(golden, "beta1"), number(golden, "beta2"), number(golden, "epsilon"));
        Kernel kernel = Kernels.active();
        float[] x = floats(golden, "start");
        float[] first = new float[x.length];
        float[] second = new float[x.length];
        List<List<Number>> gradients = list(golden, "gradients");
        List<List<Number>> values = list(golden, "values");
        for (int t = 1; t <= gradients.size(); t++) {
            float[] gradient = floats(gradients.get(t - 1));
            kernel.adam(x.length, x, first, second, 0, gradient, 0, options.step(number(golden, "rate"), t));
            float[] expected = floats(values.get(t - 1));
            for (int i = 0; i < x.length; i++) {
                assertThat(x[i]).as("step %d, element %d", t, i).isCloseTo(expected[i], offset(2e-6f));
            }
        }
    }

    private NetworkCase net(String output, Loss loss, float[] targets) {
        Heads heads = output.equals("sigmoid") ? Heads.unit(size("out"), loss) : Heads.real(size("out"));
        MlpShape shape = new MlpShape(size("in"), size("hidden"), size("blocks"), heads);
        ResidualMlp network = new ResidualMlp(shape, floats(goldens, "parameters"));
        return new NetworkCase(network, size("rows"), floats(goldens, "inputs"), targets);
    }

    private int size(String name) {
        return (int) number(map(goldens, "shape"), name);
    }

    private static void close(String what, float[] found, Map<String, Object> golden, String name) {
        float[] expected = floats(golden, name);
        assertThat(found).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(Math.abs(found[i] - expected[i]))
                    .as("%s %d: found %s, expected %s", what, i, found[i], expected[i])
                    .isLessThan(2e-6f * Math.max(1, Math.abs(expected[i])));
        }
    }

    private static double number(Map<String, Object> in, String name) {
        return ((Number) in.get(name)).doubleValue();
    }

    private static float[] floats(Map<String, Object> in, String name) {
        return floats(list(in, name));
    }

    private static float[] floats(List<Number> numbers) {
        float[] values = new float[numbers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers.get(i).floatValue();
        }
        return values;
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> list(Map<String, Object> in, String name) {
        return (List<T>) in.get(name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> in, String name) {
        return (Map<String, Object>) in.get(name);
    }
}

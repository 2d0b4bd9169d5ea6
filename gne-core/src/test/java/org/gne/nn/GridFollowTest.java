package org.gne.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.gne.data.Embedding;
import org.gne.kernel.CounterRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridFollowTest {

    private static ResidualMlp network(int dim) {
        GridEncoding grids = new GridEncoding(dim, List.of(8, 24), 3);
        MlpShape shape = new MlpShape(grids, 5, 1, Heads.real(4));
        ResidualMlp network =
                ResidualMlp.glorot(shape, CounterRandom.of(3, "test")).over(cube(dim, -1, 1));
        // Smooth features: waves over the nodes.
        for (int grid = 0; grid < 2; grid++) {
            int nodes = grids.cells().get(grid) + 2;
            int count = (int) Math.pow(nodes, dim) * grids.channels();
            for (int i = 0; i < count; i++) {
                double phase = i % grids.channels();
                int rest = i / grids.channels();
                for (int axis = 0; axis < dim; axis++) {
                    phase += 4.0 * (rest % nodes) / nodes;
                    rest /= nodes;
                }
                network.parameters()[grids.from(grid) + i] = (float) Math.sin(phase);
            }
        }
        return network;
    }

    /** The corners of a cube. */
    private static Embedding cube(int dim, float low, float high) {
        float[] corners = new float[(1 << dim) * dim];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = (i / dim >> i % dim & 1) == 0 ? low : high;
        }
        return new Embedding(corners, dim);
    }

    private static AdamState state(ResidualMlp network) {
        Random random = new Random(4);
        int n = network.parameters().length;
        AdamState state = new AdamState(network.parameters(), new float[n], new float[n]);
        for (int i = 0; i < n; i++) {
            state.first()[i] = (float) random.nextGaussian();
            state.second()[i] = random.nextInt(3) == 0 ? 0 : random.nextFloat();
        }
        return state;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aMapWithinTheBoxChangesNothing(int dim) {
        ResidualMlp network = network(dim);
        AdamState state = state(network);
        AdamState before = state.copy();
        assertThat(network.shape().encoding().follow(cube(dim, -1.1f, 1.1f), state))
                .isFalse();
        assertThat(state.parameters()).containsExactly(before.parameters());
        assertThat(state.second()).containsExactly(before.second());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aMapThatHasGrownIsInTheBoxAndSamplesStay(int dim) {
        ResidualMlp network = network(dim);
        Random random = new Random(5);
        float[][] points = new float[200][dim];
        for (float[] point : points) {
            for (int axis = 0; axis < dim; axis++) {
                point[axis] = 2 * random.nextFloat() - 1;
            }
        }
        float[][] before = network.decode(points);
        AdamState state = state(network);
        assertThat(network.shape().encoding().follow(cube(dim, -1.2f, 1.7f), state))
                .isTrue();
        float[][] after = network.decode(points);
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < 4; j++) {
                assertThat(after[i][j]).isCloseTo(before[i][j], within(0.05f));
            }
        }
        for (float moment : state.second()) {
            assertThat(moment).isNotNegative();
        }
        for (int axis = 0; axis < dim; axis++) {
            GridBox box = new GridBox(state.parameters()[axis], state.parameters()[dim + axis]);
            assertThat(box.position(-1.2f)).isBetween(GridEncoding.MARGIN, 0.5f);
            assertThat(box.position(1.7f)).isBetween(0.5f, 1 - GridEncoding.MARGIN);
            assertThat(box.coordinate(box.position(1.5f))).isCloseTo(1.5f, within(1e-5f));
        }
        // Another time, nothing is left to do.
        assertThat(network.shape().encoding().follow(cube(dim, -1.2f, 1.7f), state))
                .isFalse();
    }

    /** The box has the formula of the pass: beyond the margins, too. */
    @ParameterizedTest
    @ValueSource(floats = {-9, -1.3f, -1, 0.2f, 1.25f, 40})
    void positionsAreThoseOfThePass(float x) {
        GridEncoding grids = new GridEncoding(1, List.of(1), 1);
        ResidualMlp network = ResidualMlp.glorot(new MlpShape(grids, 2, 0, Heads.real(1)), CounterRandom.of(1, "test"))
                .over(cube(1, -1, 1));
        float[] parameters = network.parameters();
        // Features that are the position: -1/2, 1/2, 3/2 at the nodes of one cell.
        for (int node = 0; node < 3; node++) {
            parameters[grids.from(0) + node] = node - 0.5f;
        }
        float[] inputs = new float[grids.width()];
        grids.pass(1).forward(1, parameters, new float[] {x}, inputs);
        assertThat(new GridBox(parameters[0], parameters[1]).position(x)).isCloseTo(inputs[1], within(1e-6f));
    }
}

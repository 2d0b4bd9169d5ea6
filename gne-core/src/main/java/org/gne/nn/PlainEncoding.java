package org.gne.nn;

import java.util.List;
import org.gne.data.Embedding;
import org.gne.kernel.CounterRandom;

/**
 * No features: the first layer receives the coordinates alone, as in the paper.
 *
 * @hidden internal
 * @serial exclude
 */
public record PlainEncoding(int in) implements Encoding {

    @Override
    public String key() {
        return "none";
    }

    @Override
    public int features() {
        return 0;
    }

    @Override
    public int parameters() {
        return 0;
    }

    @Override
    public float rate() {
        return 1;
    }

    @Override
    public List<Part> parts() {
        return List.of();
    }

    @Override
    public void initialise(float[] parameters, CounterRandom random) {}

    @Override
    public void cover(Embedding map, float[] parameters) {}

    @Override
    public void shift(float[] parameters, float[] by) {}

    /** There is nothing to compute: the inputs of the first layer are the array of the coordinates itself. */
    @Override
    public Pass pass(int capacity) {
        return new Pass() {
            @Override
            public void forward(int rows, float[] parameters, float[] coordinates, float[] inputs) {}

            @Override
            public void backward(
                    int rows, float[] parameters, float[] slope, Gradient gradient, float[] coordinateSlope) {}

            @Override
            public void tangent(int rows, float[] parameters, int axis, float[] tangent) {}
        };
    }
}

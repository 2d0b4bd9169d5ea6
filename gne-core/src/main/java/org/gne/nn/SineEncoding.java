package org.gne.nn;

import java.util.List;
import org.gne.data.Embedding;
import org.gne.kernel.CounterRandom;

/**
 * Learnt waves over the map: features {@code sin(x W + b)}, W random at first with a deviation of several cycles over
 * the map, b uniform (the features of Tancik et al. 2020, with learnt frequencies as in Sitzmann et al. 2020). It is
 * used for maps of more dimensions than grids can cover.
 *
 * @param in the number of coordinates, at least 1
 * @param features the number of waves
 * @hidden internal
 * @serial exclude
 */
public record SineEncoding(int in, int features) implements Encoding {

    /** The deviation of the initial frequencies, in radians per unit of the map, whose deviation is about 1. */
    private static final double FREQUENCY = 4;

    /** The usual number of waves. */
    public static final int FEATURES = 64;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a number is below 1
     */
    public SineEncoding {
        if (in < 1 || features < 1) {
            throw new IllegalArgumentException(
                    "waves of " + in + " dimensions and " + features + " features, expected at least 1 each");
        }
    }

    @Override
    public String key() {
        return "sine";
    }

    @Override
    public int parameters() {
        return (in + 1) * features;
    }

    @Override
    public float rate() {
        return 1;
    }

    @Override
    public List<Part> parts() {
        return List.of(new Part("frequency", 0, in, features), new Part("phase", in * features, features));
    }

    @Override
    public void initialise(float[] parameters, CounterRandom random) {
        CounterRandom waves = random.at(1);
        for (int i = 0; i < in * features; i++) {
            parameters[i] = (float) (FREQUENCY * waves.gaussian(i));
        }
        for (int i = in * features; i < parameters(); i++) {
            parameters[i] = (float) (Math.PI * (2 * waves.uniform(i) - 1));
        }
    }

    @Override
    public void cover(Embedding map, float[] parameters) {}

    @Override
    public void shift(float[] parameters, float[] by) {
        for (int j = 0; j < features; j++) {
            double phase = parameters[in * features + j];
            for (int axis = 0; axis < in; axis++) {
                phase += (double) by[axis] * parameters[axis * features + j];
            }
            parameters[in * features + j] = (float) phase;
        }
    }

    @Override
    public Pass pass(int capacity) {
        return new SinePass(this, capacity);
    }
}

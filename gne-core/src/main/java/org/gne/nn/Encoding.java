package org.gne.nn;

import java.io.Serializable;
import java.util.List;
import org.gne.data.Embedding;
import org.gne.kernel.CounterRandom;

/**
 * What the first layer of a network receives: the coordinates, and features computed from them. A network of few layers
 * is a smooth function of two coordinates; features that vary quickly over the map let it describe detail.
 *
 * <p>An encoding has parameters of its own, which are the first parameters of the network. It is immutable; the passes
 * have the scratch.
 */
public sealed interface Encoding extends Serializable permits PlainEncoding, SineEncoding, GridEncoding {

    /** The name of the kind in a model file. */
    String key();

    /** The number of coordinates. */
    int in();

    /** The number of features that are joined to the coordinates; 0 if there are none. */
    int features();

    /** The number of parameters. */
    int parameters();

    /** The learning rate of the parameters, relative to that of the network. */
    float rate();

    /** The tensors that the parameters consist of, in their order. */
    List<Part> parts();

    /** A tensor of the parameters. */
    record Part(String name, int from, int... sizes) {

        /** The number of parameters of this tensor: the product of its sizes. */
        public int length() {
            int length = 1;
            for (int size : sizes) {
                length *= size;
            }
            return length;
        }
    }

    /** The number of inputs of the first layer: coordinates and features. */
    default int width() {
        return in() + features();
    }

    /**
     * Sets the initial parameters.
     *
     * @hidden internal
     */
    void initialise(float[] parameters, CounterRandom random);

    /** Adapts the initial parameters to the extent of a map: {@code map} holds the initial coordinates. */
    void cover(Embedding map, float[] parameters);

    /**
     * Adapts the parameters to a map that has grown or moved in training, so that the features at a point stay nearly the same.
     *
     * @param map the coordinates of all rows
     * @param state parameters and moments of the network, changed in place
     * @return whether anything changed
     */
    default boolean follow(Embedding map, AdamState state) {
        return false;
    }

    /**
     * Changes the parameters so that the features at x are those that were at {@code x + by}.
     *
     * @param by {@code [in]}
     */
    void shift(float[] parameters, float[] by);

    /**
     * A pass with its scratch, for one thread at a time and up to {@code capacity} rows.
     *
     * @hidden internal
     */
    Pass pass(int capacity);

    /**
     * The computations. Coordinates are {@code [rows, in]}; the inputs of the first layer are {@code [rows, width]}.
     *
     * @hidden internal
     */
    interface Pass {

        /** Writes coordinates and features to {@code inputs}. */
        void forward(int rows, float[] parameters, float[] coordinates, float[] inputs);

        /**
         * Computes gradients, after {@link #forward} of the same rows.
         *
         * @param slope {@code [rows, width]}: the gradient of the inputs of the first layer
         * @param gradient that of all parameters of the network, added to; what is reached is marked
         * @param coordinateSlope {@code [rows, in]}: the gradient of the coordinates, overwritten
         */
        void backward(int rows, float[] parameters, float[] slope, Gradient gradient, float[] coordinateSlope);

        /**
         * Computes the derivative of the features with respect to one coordinate, after {@link #forward} of the same
         * rows.
         *
         * @param tangent {@code [rows, features]}, overwritten
         */
        void tangent(int rows, float[] parameters, int axis, float[] tangent);
    }
}

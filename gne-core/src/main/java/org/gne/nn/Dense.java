package org.gne.nn;

import java.util.ArrayList;
import java.util.List;

/**
 * One layer, a matrix and its bias, within the flat array of parameters.
 *
 * @param name the name of the layer in a model file
 * @param weights the offset of the matrix {@code [inputs, outputs]}; the bias {@code [outputs]} follows it
 * @hidden internal
 */
public record Dense(String name, int weights, int inputs, int outputs) {

    /** The offset of the bias. */
    public int bias() {
        return weights + inputs * outputs;
    }

    /** The layers of a network in the order of their parameters. */
    public static List<Dense> of(MlpShape shape) {
        List<Dense> layers = new ArrayList<>();
        layers.add(new Dense("input", shape.inputWeights(), shape.encoding().width(), shape.hidden()));
        for (int block = 0; block < shape.blocks(); block++) {
            for (int which = 0; which < 2; which++) {
                layers.add(new Dense(
                        "block" + block + ".dense" + which,
                        shape.blockWeights(block, which),
                        shape.hidden(),
                        shape.hidden()));
            }
        }
        layers.add(new Dense("output", shape.outputWeights(), shape.hidden(), shape.out()));
        return layers;
    }
}

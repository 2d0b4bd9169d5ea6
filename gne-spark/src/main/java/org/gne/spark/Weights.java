package org.gne.spark;

import java.io.Serializable;
import org.gne.nn.AdamState;

/** An {@link AdamState} in a form that travels. */
record Weights(float[] parameters, float[] first, float[] second) implements Serializable {

    static Weights of(AdamState state) {
        return new Weights(state.parameters(), state.first(), state.second());
    }

    AdamState state() {
        return new AdamState(parameters, first, second);
    }
}

package org.gne.spark;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.Serializable;
import org.gne.nn.AdamState;

/** An {@link AdamState} in a form that travels. */
@DefaultSerializer(JavaSerializer.class)
record Weights(float[] parameters, float[] first, float[] second) implements Serializable {

    static Weights of(AdamState state) {
        return new Weights(state.parameters(), state.first(), state.second());
    }

    AdamState state() {
        return new AdamState(parameters, first, second);
    }
}

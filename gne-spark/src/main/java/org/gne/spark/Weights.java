package org.gne.spark;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import org.gne.nn.AdamState;

/** An {@link AdamState} in a form that travels. */
@DefaultSerializer(JavaSerializer.class)
final class Weights implements Serializable {

    private static final long serialVersionUID = 1;

    private transient float[] parameters;
    private transient float[] first;
    private transient float[] second;

    private Weights(float[] parameters, float[] first, float[] second) {
        this.parameters = parameters;
        this.first = first;
        this.second = second;
    }

    static Weights of(AdamState state) {
        return new Weights(state.parameters(), state.first(), state.second());
    }

    /** Parameters whose moments are no longer needed. */
    static Weights without(float[] parameters) {
        return new Weights(parameters, new float[0], new float[0]);
    }

    /** Parameters and moments of 0. */
    static Weights zero(int parameters) {
        return new Weights(new float[parameters], new float[parameters], new float[parameters]);
    }

    /** No parameters. */
    static Weights none() {
        return zero(0);
    }

    AdamState state() {
        return new AdamState(parameters, first, second);
    }

    float[] parameters() {
        return parameters;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        FloatBytes.write(out, parameters);
        FloatBytes.write(out, first);
        FloatBytes.write(out, second);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        parameters = FloatBytes.read(in);
        first = FloatBytes.read(in);
        second = FloatBytes.read(in);
    }
}

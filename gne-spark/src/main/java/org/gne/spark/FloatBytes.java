package org.gne.spark;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Arrays of floats in Java's serialization, as bytes. Java writes and reads a {@code float[]} value by value, which took twice the time of
 * the training where rounds are short (docs/decisions.md).
 */
final class FloatBytes {

    private FloatBytes() {}

    static void write(ObjectOutputStream out, float[] values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        out.writeUnshared(bytes.array());
    }

    static float[] read(ObjectInputStream in) throws IOException, ClassNotFoundException {
        byte[] bytes = (byte[]) in.readUnshared();
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }
}

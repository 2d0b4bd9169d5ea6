package org.gne.explorer;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.gne.data.Embedding;
import org.gne.data.MapRange;

/**
 * Coordinates in half the bytes of floats, for maps that are only drawn. First 4 floats: lowest x and y, width of a step
 * in x and in y. Then for each row two unsigned 16-bit numbers: the steps from the lowest value. The rounding error is at
 * most half a step, {@code 1/131070} of the map's extent.
 */
record PlaceSteps(Embedding map) {

    private static final int STEPS = 65535;

    private static final int HEAD_BYTES = 4 * Float.BYTES;

    Payload payload(String name) {
        return new Payload(name, HEAD_BYTES + 2L * Short.BYTES * map.size(), this::writeTo);
    }

    private void writeTo(OutputStream out) throws IOException {
        MapRange x = MapRange.whole(map, 0);
        MapRange y = MapRange.whole(map, 1);
        double[] low = {x.low(), y.low()};
        double[] step = {x.length() / STEPS, y.length() / STEPS};
        BufferedOutputStream buffered = new BufferedOutputStream(out);
        ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        head.putFloat((float) low[0]).putFloat((float) low[1]);
        head.putFloat((float) step[0]).putFloat((float) step[1]);
        buffered.write(head.array());
        for (int row = 0; row < map.size(); row++) {
            for (int axis = 0; axis < 2; axis++) {
                long steps = step[axis] > 0 ? Math.round((map.get(row, axis) - low[axis]) / step[axis]) : 0;
                buffered.write((int) steps);
                buffered.write((int) steps >>> 8);
            }
        }
        buffered.flush();
    }
}

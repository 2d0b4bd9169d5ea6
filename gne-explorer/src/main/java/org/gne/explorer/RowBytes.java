package org.gne.explorer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.data.Schema;

/**
 * Rows as the page reads them. Pictures are a byte per value, 0-255 over the range that a decoder's 0-1 stands for, which
 * loses nothing of pictures of bytes; other rows are little-endian floats in the units of the data, NaN where a value is
 * missing.
 */
record RowBytes(Samples samples, float low, float high, boolean asBytes) {

    static RowBytes of(Samples samples, Schema schema, Scaling scaling) {
        float[] ends = pictureRange(scaling);
        return new RowBytes(samples, ends[0], ends[1], schema instanceof Schema.Picture);
    }

    /** The values that are drawn black and white: those at 0 and 1 of the decoder's scale. */
    static float[] pictureRange(Scaling scaling) {
        return scaling.unitRange();
    }

    /** Bytes of a row. */
    int rowLength() {
        return asBytes ? samples.width() : 4 * samples.width();
    }

    long length() {
        return (long) samples.size() * rowLength();
    }

    /** Writes rows {@code from} to {@code to - 1}. */
    void write(OutputStream out, int from, int to) throws IOException {
        float[] row = new float[samples.width()];
        ByteBuffer bytes = ByteBuffer.allocate(rowLength()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = from; i < to; i++) {
            samples.read(i, row, 0);
            if (asBytes) {
                for (int j = 0; j < row.length; j++) {
                    bytes.put(j, (byte) unsigned(row[j]));
                }
            } else {
                bytes.asFloatBuffer().put(row);
            }
            out.write(bytes.array());
        }
    }

    /** One value of every row, as floats: pictures 0-1, other rows in their units. */
    Payload column(int value) {
        float[] column = new float[samples.size()];
        float[] row = new float[samples.width()];
        for (int i = 0; i < column.length; i++) {
            samples.read(i, row, 0);
            column[i] = asBytes ? unsigned(row[value]) / 255f : row[value];
        }
        return Payload.ofFloats("column", column);
    }

    private int unsigned(float value) {
        float unit = (value - low) / (high - low);
        // A missing pixel is drawn as the background.
        return unit > 0 ? Math.round(255 * Math.min(1, unit)) : 0;
    }
}

package org.gne.explorer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.IntStream;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.data.Schema;

/**
 * Rows as the page reads them. Images have one byte per value: 0-255 stands for the decoder's 0-1, so images of bytes are
 * sent without loss. Other rows are little-endian floats in the units of the data, NaN for a missing value.
 */
record RowBytes(Samples samples, float low, float high, boolean asBytes) {

    static RowBytes of(Samples samples, Schema schema, Scaling scaling) {
        float[] ends = pictureRange(scaling);
        return new RowBytes(samples, ends[0], ends[1], schema instanceof Schema.Picture);
    }

    /** The values that are drawn as black and as white: 0 and 1 on the decoder's scale. */
    static float[] pictureRange(Scaling scaling) {
        return scaling.unitRange();
    }

    /** The bytes of one row. */
    int rowLength() {
        return asBytes ? samples.width() : 4 * samples.width();
    }

    long length() {
        return (long) samples.size() * rowLength();
    }

    /** Writes rows {@code from} to {@code to - 1}. */
    void write(OutputStream out, int from, int to) throws IOException {
        write(out, IntStream.range(from, to).toArray());
    }

    /** Writes some rows. */
    void write(OutputStream out, int[] rows) throws IOException {
        float[] row = new float[samples.width()];
        ByteBuffer bytes = ByteBuffer.allocate(rowLength()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i : rows) {
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

    /** One value of every row, as floats: images 0-1, other rows in the units of the data. */
    Payload column(int value) {
        float[] column = new float[samples.size()];
        float[] row = new float[samples.width()];
        for (int i = 0; i < column.length; i++) {
            samples.read(i, row, 0);
            column[i] = asBytes ? unsigned(row[value]) / 255f : row[value];
        }
        return Payload.ofFloats("column", column);
    }

    /**
     * The category of every row, as ints: the number of the largest of some values, -1 if none of them is known.
     *
     * @param from the first value of the category
     * @param categories the number of its values
     */
    Payload categories(int from, int categories) {
        int[] codes = new int[samples.size()];
        float[] row = new float[samples.width()];
        for (int i = 0; i < codes.length; i++) {
            samples.read(i, row, 0);
            codes[i] = -1;
            for (int k = 0; k < categories; k++) {
                float value = row[from + k];
                if (!Float.isNaN(value) && (codes[i] < 0 || value > row[from + codes[i]])) {
                    codes[i] = k;
                }
            }
        }
        return Payload.ofInts("category", codes);
    }

    private int unsigned(float value) {
        float unit = (value - low) / (high - low);
        // A missing pixel is drawn as the background.
        return unit > 0 ? Math.round(255 * Math.min(1, unit)) : 0;
    }
}

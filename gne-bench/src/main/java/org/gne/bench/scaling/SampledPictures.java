package org.gne.bench.scaling;

import org.gne.data.Samples;
import org.gne.data.Schema;

/** Square grey pictures brought to another size, the nearest pixel each: rows of any width, alike in all else. */
final class SampledPictures {

    private SampledPictures() {}

    /**
     * @param pictures of bytes
     * @param side pixels across and down, at least 1
     */
    static Samples of(Samples pictures, int side) {
        int from = (int) Math.round(Math.sqrt(pictures.width()));
        byte[] values = new byte[Math.multiplyExact(pictures.size(), side * side)];
        float[] picture = new float[pictures.width()];
        for (int row = 0; row < pictures.size(); row++) {
            pictures.read(row, picture, 0);
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    int near = (2 * y + 1) * from / (2 * side) * from + (2 * x + 1) * from / (2 * side);
                    values[(row * side + y) * side + x] = (byte) picture[near];
                }
            }
        }
        return Samples.ofBytes(values, new Schema.Picture(side, side, 1));
    }
}

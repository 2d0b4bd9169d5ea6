package org.gne.io.table;

import java.util.Arrays;

/**
 * Some of the numbers of a long series, evenly spread over it: every number at first, every second one once the room is used
 * up, then every fourth ...
 */
final class SpreadSample {

    private final int room;
    private double[] kept = new double[4];
    private int size;
    private long step = 1;
    private long seen;

    /**
     * @param room how many are kept at most, an even number
     */
    SpreadSample(int room) {
        this.room = room;
    }

    void add(double value) {
        if (seen++ % step != 0) {
            return;
        }
        if (size == room) {
            for (int i = 0; i < size / 2; i++) {
                kept[i] = kept[2 * i];
            }
            size /= 2;
            step *= 2;
            if ((seen - 1) % step != 0) {
                return;
            }
        }
        if (size == kept.length) {
            kept = Arrays.copyOf(kept, Math.min(room, 2 * size));
        }
        kept[size++] = value;
    }

    /** Those that were kept, in ascending order. */
    double[] sorted() {
        double[] values = Arrays.copyOf(kept, size);
        Arrays.sort(values);
        return values;
    }
}

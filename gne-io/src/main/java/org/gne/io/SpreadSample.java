package org.gne.io;

import java.util.Arrays;

/**
 * An evenly spread sample of a series of numbers: all numbers at first, every second one when there are too many, then every
 * fourth ...
 *
 * @hidden internal
 */
public final class SpreadSample {

    private final int room;
    private double[] kept = new double[4];
    private int size;
    /** A power of two. */
    private long step = 1;

    private long seen;

    /**
     * @param room the largest size of the sample, even
     */
    public SpreadSample(int room) {
        this.room = room;
    }

    /** Adds a number, or drops it if it is not one of the evenly spread. */
    public void add(double value) {
        if ((seen++ & (step - 1)) != 0) {
            return;
        }
        if (size == room) {
            for (int i = 0; i < size / 2; i++) {
                kept[i] = kept[2 * i];
            }
            size /= 2;
            step *= 2;
            if (((seen - 1) & (step - 1)) != 0) {
                return;
            }
        }
        if (size == kept.length) {
            kept = Arrays.copyOf(kept, Math.min(room, 2 * size));
        }
        kept[size++] = value;
    }

    /** The sample, ascending. */
    public double[] sorted() {
        double[] values = Arrays.copyOf(kept, size);
        Arrays.sort(values);
        return values;
    }
}

package org.gne.baseline;

import org.gne.data.Samples;

/** Checks new rows for an encoder. */
final class Rows {

    private Rows() {}

    static void check(Samples samples, int width) {
        if (samples.width() != width) {
            throw new IllegalArgumentException("rows of " + samples.width() + " values, expected " + width);
        }
        samples.requireFinite();
    }
}

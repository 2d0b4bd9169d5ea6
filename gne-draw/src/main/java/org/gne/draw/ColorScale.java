package org.gne.draw;

import java.awt.Color;
import java.util.Arrays;

/**
 * Colours for numbers: viridis (Nathaniel Smith and Stefan van der Walt, matplotlib 1.5, CC0), whose steps of
 * brightness are even, also for colour-blind readers and in black and white. The largest number is darkest, because the
 * background is white, and the brightest yellow is left out.
 *
 * @param range the numbers at the ends; numbers beyond an end have its colour
 */
record ColorScale(AxisRange range) {

    /** Fifteen of its colours at even steps; colours between them are interpolated. */
    private static final int[] VIRIDIS = {
        0xd2e21b, 0xa5db36, 0x7ad151, 0x54c568, 0x35b779, 0x22a884, 0x1f988b, 0x23888e, 0x2a788e, 0x31688e, 0x39568c,
        0x414487, 0x472f7d, 0x481a6c, 0x440154
    };

    /**
     * The share of the rows beyond either end of a scale, so that a few outliers do not give all other rows the same
     * colour.
     */
    private static final double OUTSIDE = 0.02;

    /** A scale from the 2nd to the 98th percentile of some numbers, or over all if these are the same; NaN is ignored. */
    static ColorScale of(double[] values) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return new ColorScale(AxisRange.widened(0, 1));
        }
        int last = sorted.length - 1;
        double low = sorted[(int) (OUTSIDE * last)];
        double high = sorted[(int) Math.ceil((1 - OUTSIDE) * last)];
        // If nearly all rows have the same number, as of a gene of a rare kind of cells, the others are what is looked
        // for.
        return new ColorScale(low < high ? AxisRange.widened(low, high) : AxisRange.widened(sorted[0], sorted[last]));
    }

    /** Where a number lies between the ends of the scale: 0 to 1. */
    double share(double value) {
        return Math.max(0, Math.min(1, (value - range.low()) / range.length()));
    }

    /** The colour of a number. */
    Color of(double value) {
        return atShare(share(value));
    }

    /** The colour at a share of the scale, 0 to 1. */
    Color atShare(double unit) {
        double place = unit * (VIRIDIS.length - 1);
        int below = (int) Math.min(VIRIDIS.length - 2, place);
        double share = place - below;
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = VIRIDIS[below] >> shift & 0xff;
            int to = VIRIDIS[below + 1] >> shift & 0xff;
            rgb |= (int) Math.round(from + share * (to - from)) << shift;
        }
        return new Color(rgb);
    }
}

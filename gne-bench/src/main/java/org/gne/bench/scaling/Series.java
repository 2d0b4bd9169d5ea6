package org.gne.bench.scaling;

import java.util.Arrays;

/**
 * The cost of a part of the work along an axis: medians over the rounds.
 *
 * @param part what was measured
 * @param settings ascending
 * @param sizes one per setting
 * @param costs seconds, one per setting
 */
record Series(String part, int[] settings, double[] sizes, double[] costs) {

    PowerFit fit() {
        return PowerFit.of(sizes, costs);
    }

    /** Against the setting itself, where the size is another number. */
    PowerFit fitOfSettings() {
        return PowerFit.of(Arrays.stream(settings).asDoubleStream().toArray(), costs);
    }
}

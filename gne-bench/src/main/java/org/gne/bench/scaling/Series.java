package org.gne.bench.scaling;

import java.util.Arrays;

/**
 * The cost of a part of the work along an axis: medians over the rounds.
 *
 * @param part the part of the work
 * @param settings the settings, ascending
 * @param sizes the sizes, one per setting
 * @param costs the seconds, one per setting
 */
record Series(String part, int[] settings, double[] sizes, double[] costs) {

    PowerFit fit() {
        return PowerFit.of(sizes, costs);
    }

    /** The power law over the settings instead of the sizes. */
    PowerFit fitOfSettings() {
        return PowerFit.of(Arrays.stream(settings).asDoubleStream().toArray(), costs);
    }
}

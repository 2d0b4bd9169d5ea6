package org.gne.bench.scaling;

import java.util.Arrays;
import java.util.List;

/**
 * The cost of a part of the work at one setting of an axis, a number per round.
 *
 * @param part what was measured
 * @param setting of the axis
 * @param processorSeconds of all threads together
 * @param wallSeconds by the clock
 * @param by what measured it: JDK and kernel
 */
record Point(String part, int setting, List<Double> processorSeconds, List<Double> wallSeconds, String by) {

    /** Seconds in the middle. */
    double median(boolean byTheClock) {
        double[] sorted = (byTheClock ? wallSeconds : processorSeconds)
                .stream().mapToDouble(value -> value).toArray();
        Arrays.sort(sorted);
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    int rounds() {
        return wallSeconds.size();
    }
}

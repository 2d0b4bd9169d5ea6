package org.gne.bench.scaling;

import java.util.List;
import org.gne.bench.Spread;

/**
 * The cost of a part of the work at one setting of an axis, one number per round.
 *
 * @param part the part of the work
 * @param setting the setting of the axis
 * @param processorSeconds the processor time of all threads, in seconds
 * @param wallSeconds the wall time, in seconds
 * @param by the JDK and the kernel
 */
record Point(String part, int setting, List<Double> processorSeconds, List<Double> wallSeconds, String by) {

    /** The median of the seconds. */
    double median(boolean byTheClock) {
        return Spread.of(byTheClock ? wallSeconds : processorSeconds).median();
    }

    int rounds() {
        return wallSeconds.size();
    }
}

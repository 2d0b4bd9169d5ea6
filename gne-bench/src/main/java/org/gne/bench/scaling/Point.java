package org.gne.bench.scaling;

import java.util.List;
import org.gne.bench.Spread;

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
        return Spread.of(byTheClock ? wallSeconds : processorSeconds).median();
    }

    int rounds() {
        return wallSeconds.size();
    }
}

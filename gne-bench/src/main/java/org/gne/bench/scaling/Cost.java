package org.gne.bench.scaling;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What work has taken.
 *
 * @param wall seconds by the clock
 * @param processor seconds of all processors together, those of the compiler and the collector included: what other
 *     processes do meanwhile is hardly in it
 */
record Cost(double wall, double processor) {

    static final Cost NONE = new Cost(0, 0);

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** What this process has taken, from some point in time on. */
    static Cost now() {
        return new Cost(System.nanoTime() * 1e-9, SYSTEM.getProcessCpuTime() * 1e-9);
    }

    static Cost of(Runnable work) {
        Cost begin = now();
        work.run();
        return now().minus(begin);
    }

    Cost minus(Cost other) {
        return new Cost(wall - other.wall, processor - other.processor);
    }

    Cost plus(Cost other) {
        return new Cost(wall + other.wall, processor + other.processor);
    }

    Cost dividedBy(int n) {
        return new Cost(wall / n, processor / n);
    }
}

package org.gne.bench.scaling;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * The time that some work took.
 *
 * @param wall the wall time in seconds
 * @param processor the processor time of all threads in seconds, including the compiler and the garbage collector; other
 *     processes hardly change it
 */
record Cost(double wall, double processor) {

    static final Cost NONE = new Cost(0, 0);

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** The time that this process has used since some point in time. */
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

package org.gne.cli.compare;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * The heap that some work takes: the highest use of each of the heap's pools since a full collection at the start, summed.
 * The data set and garbage that was not yet collected are in it; what the JVM holds outside the heap is not.
 */
final class PeakHeap {

    /**
     * Full collections until the heap is back at its size: the serial collector shrinks it in steps. A large heap is collected
     * seldom, and so much garbage would count as use of the method that comes next.
     */
    private static final int COLLECTIONS = 4;

    private final List<MemoryPoolMXBean> pools;

    private PeakHeap(List<MemoryPoolMXBean> pools) {
        this.pools = pools;
    }

    /** Collects garbage and starts to watch. */
    static PeakHeap watch() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
        return new PeakHeap(pools);
    }

    /** In units of 2^20 bytes. */
    double mebibytes() {
        return pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / 1048576.0;
    }
}

package org.gne.cli.compare;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * The heap that some work uses: the highest use of each pool of the heap since a full collection at the start, summed.
 * This includes the data set and uncollected garbage, but no memory of the JVM outside the heap.
 */
final class PeakHeap {

    /**
     * Full collections until the heap has its old size: the serial collector shrinks it in steps. A large heap is collected
     * seldom, and its garbage would count for the next method.
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

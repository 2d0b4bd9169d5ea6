package org.gne.spark;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Adds up what Spark's own metrics say of tasks. */
final class Exchange extends SparkListener {

    private final AtomicLong cpuNanos = new AtomicLong();
    private final AtomicLong resultBytes = new AtomicLong();
    private final AtomicLong shuffledBytes = new AtomicLong();

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        TaskMetrics metrics = end.taskMetrics();
        cpuNanos.addAndGet(metrics.executorCpuTime());
        resultBytes.addAndGet(metrics.resultSize());
        shuffledBytes.addAndGet(metrics.shuffleWriteMetrics().bytesWritten());
    }

    /** Processor time of tasks, seconds. */
    double cpuSeconds() {
        return cpuNanos.get() * 1e-9;
    }

    /** What tasks sent to the driver. */
    long resultBytes() {
        return resultBytes.get();
    }

    /** What tasks sent to one another. */
    long shuffledBytes() {
        return shuffledBytes.get();
    }
}

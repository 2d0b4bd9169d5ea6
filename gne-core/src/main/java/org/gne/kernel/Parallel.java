package org.gne.kernel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Runs independent, numbered tasks on a fixed set of threads, including the calling thread. Results must not depend on
 * which thread runs which task. A round takes microseconds, because threads spin a little before they park.
 *
 * <p>It is used by one calling thread at a time; {@link #close} ends the other threads.
 */
public final class Parallel implements AutoCloseable {

    /** One numbered task. */
    @FunctionalInterface
    public interface Task {
        /**
         * @param index 0 to tasks - 1
         * @param worker 0 to threads - 1: the index of scratch that no other thread uses at the same time
         */
        void run(int index, int worker);
    }

    /** About 50 microseconds: longer than threads usually wait at the end of a round, shorter than a time slice. */
    private static final int SPINS = 2_000;

    private final Thread[] helpers;
    private volatile @Nullable Round round;
    private volatile boolean closed;

    /**
     * @param threads the number of threads including the calling thread, at least 1
     */
    public Parallel(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: found " + threads + ", expected at least 1");
        }
        helpers = new Thread[threads - 1];
        for (int i = 0; i < helpers.length; i++) {
            int worker = i + 1;
            helpers[i] = new Thread(() -> serve(worker), "gne-" + worker);
            helpers[i].setDaemon(true);
            helpers[i].start();
        }
    }

    /** The number of threads including the calling thread. */
    public int threads() {
        return helpers.length + 1;
    }

    /**
     * Runs tasks 0 to {@code tasks - 1} and returns when all are done. If a task fails, no further task starts, and its
     * exception is thrown here.
     */
    public void run(int tasks, Task task) {
        Round current = new Round(task, tasks);
        if (tasks > 1) {
            round = current;
            for (Thread helper : helpers) {
                LockSupport.unpark(helper);
            }
        }
        current.work(0);
        for (int spins = 0; !current.isDone(); spins++) {
            pause(spins, current);
        }
        Throwable failure = current.failure;
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
    }

    private void serve(int worker) {
        Round last = null;
        for (int spins = 0; !closed; spins++) {
            Round current = round;
            if (current == null || current == last) {
                pause(spins, this);
            } else {
                last = current;
                current.work(worker);
                spins = 0;
            }
        }
    }

    private static void pause(int spins, Object blocker) {
        if (spins < SPINS) {
            Thread.onSpinWait();
        } else {
            LockSupport.park(blocker);
        }
    }

    private static final class Round {
        private final Task task;
        private final int tasks;
        private final Thread caller = Thread.currentThread();
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private volatile @Nullable Throwable failure;

        Round(Task task, int tasks) {
            this.task = task;
            this.tasks = tasks;
        }

        boolean isDone() {
            return done.get() >= tasks;
        }

        void work(int worker) {
            int index;
            while ((index = next.getAndIncrement()) < tasks) {
                if (failure == null) {
                    try {
                        task.run(index, worker);
                    } catch (RuntimeException | Error e) {
                        failure = e;
                    }
                }
                if (done.incrementAndGet() == tasks) {
                    LockSupport.unpark(caller);
                }
            }
        }
    }
}

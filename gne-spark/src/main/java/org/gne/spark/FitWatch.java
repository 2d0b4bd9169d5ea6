package org.gne.spark;

import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkStageInfo;
import org.apache.spark.TaskEndReason;
import org.apache.spark.TaskFailedReason;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the driver's log how a fit goes on the cluster: lost executors, failed tasks, and a round that takes far longer than those before
 * it. Spark's page and its listeners see the epoch and the round as the description of each job, and as its properties {@value #EPOCH} and
 * {@value #ROUND}.
 */
final class FitWatch extends SparkListener implements AutoCloseable {

    static final String EPOCH = "gne.epoch";

    static final String ROUND = "gne.round";

    private static final Logger LOG = LoggerFactory.getLogger(FitWatch.class);

    private static final long CHECK_SECONDS = 15;

    /** A round is late when it has taken this many times the usual time, and at least some time. */
    private static final int LATE = 5;

    private static final double LEAST_SECONDS = 60;

    private final JavaSparkContext context;
    private final ScheduledExecutorService clock;
    private final double[] seconds = new double[15];
    private int ended;
    private String round = "";
    private long begin;
    private boolean warned;

    FitWatch(JavaSparkContext context) {
        this.context = context;
        clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "gne-fit-watch");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleAtFixedRate(this::check, CHECK_SECONDS, CHECK_SECONDS, TimeUnit.SECONDS);
        context.sc().addSparkListener(this);
    }

    /** A round begins. */
    synchronized void begin(Round next, int epochs) {
        round = next.trains()
                ? "epoch " + (next.epoch() + 1) + " of " + epochs + ", round " + (next.index() + 1) + " of "
                        + next.rounds()
                : "last search";
        begin = System.nanoTime();
        warned = false;
        context.setJobDescription("GNE: " + round);
        context.setLocalProperty(EPOCH, Integer.toString(next.epoch() + 1));
        context.setLocalProperty(ROUND, Integer.toString(next.index() + 1));
    }

    /** The round has ended. */
    synchronized void end() {
        seconds[ended++ % seconds.length] = elapsed();
        round = "";
    }

    private double elapsed() {
        return (System.nanoTime() - begin) * 1e-9;
    }

    private synchronized void check() {
        if (round.isEmpty() || warned || ended == 0) {
            return;
        }
        double[] known = Arrays.copyOf(seconds, Math.min(ended, seconds.length));
        Arrays.sort(known);
        double usual = known[known.length / 2];
        if (elapsed() > Math.max(LEAST_SECONDS, LATE * usual)) {
            warned = true;
            LOG.warn(
                    "{} has taken {} s, others took {} s: {}",
                    round,
                    Math.round(elapsed()),
                    Math.round(usual),
                    tasks());
        }
    }

    private String tasks() {
        StringBuilder text = new StringBuilder();
        for (int stage : context.statusTracker().getActiveStageIds()) {
            SparkStageInfo info = context.statusTracker().getStageInfo(stage);
            if (info != null) {
                text.append(text.isEmpty() ? "" : "; ")
                        .append("stage " + stage + ": " + info.numCompletedTasks() + " of " + info.numTasks()
                                + " tasks have ended, " + info.numActiveTasks() + " run");
            }
        }
        return text.isEmpty() ? "no task runs" : text.toString();
    }

    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved executor) {
        LOG.warn(
                "executor {} is lost ({}): what it had is computed again on others, to the same bits",
                executor.executorId(),
                executor.reason());
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        TaskEndReason reason = end.reason();
        String failure = failure(reason);
        if (failure != null) {
            LOG.warn(
                    "a task failed on executor {} and is tried again: {}",
                    end.taskInfo().executorId(),
                    failure);
        }
    }

    private static @Nullable String failure(TaskEndReason reason) {
        return reason instanceof TaskFailedReason failed
                ? failed.toErrorString().lines().findFirst().orElse("")
                : null;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        context.sc().removeSparkListener(this);
        context.setJobDescription(null);
        context.setLocalProperty(EPOCH, null);
        context.setLocalProperty(ROUND, null);
    }
}

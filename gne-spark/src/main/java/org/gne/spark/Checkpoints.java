package org.gne.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the partitions' states are kept after each epoch, by Spark's own reliable checkpoints: they cut the lineage, so that what
 * is lost with an executor is computed anew from the last epoch. In a folder of one's own a job that starts anew goes on from
 * there.
 */
final class Checkpoints {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final SparkContext context;
    private final Configuration hadoop;
    private final String folder;
    /** The number of rounds of the progress that is in the folder. */
    private int kept;

    private Checkpoints(SparkContext context, String folder) {
        this.context = context;
        this.folder = folder;
        hadoop = context.hadoopConfiguration();
    }

    /**
     * @param folder for one fit only, in reach of all executors; empty for the context's checkpoint directory, or on a local
     *     master a temporary folder: fits do not go on from there
     * @throws IllegalArgumentException if there is none
     */
    static Checkpoints in(SparkContext context, String folder) {
        if (!folder.isEmpty()) {
            context.setCheckpointDir(folder);
            return new Checkpoints(context, folder);
        }
        if (context.getCheckpointDir().isEmpty()) {
            if (!context.isLocal()) {
                throw new IllegalArgumentException("checkpointDir: found none, expected a folder that all executors can"
                        + " reach (or SparkContext.setCheckpointDir)");
            }
            context.setCheckpointDir(temporary(context.hadoopConfiguration()));
        }
        return new Checkpoints(context, "");
    }

    private static String temporary(Configuration hadoop) {
        try {
            Path path = new Path(Files.createTempDirectory("gne-spark").toUri());
            path.getFileSystem(hadoop).deleteOnExit(path);
            return path.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * How far a fit has come before, or null.
     *
     * @throws IllegalArgumentException if the folder is that of another fit
     */
    @Nullable Progress found(String fit) {
        if (folder.isEmpty()) {
            return null;
        }
        try {
            Progress progress = Progress.read(folder, hadoop);
            if (progress != null && !progress.fit().equals(fit)) {
                throw new IllegalArgumentException("checkpointDir " + folder
                        + ": found the fit of other rows or options (" + progress.fit() + "), expected " + fit
                        + ": give each fit a folder of its own, or empty it");
            }
            return progress;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The states that such progress led to. */
    JavaRDD<PartState> states(Progress progress) {
        return new Reader(context).states(progress.states());
    }

    /** Reading a checkpoint is what Spark keeps for subclasses of its context. */
    private static final class Reader extends JavaSparkContext {
        Reader(SparkContext context) {
            super(context);
        }

        JavaRDD<PartState> states(String path) {
            return this.<PartState>checkpointFile(path);
        }
    }

    /** Keeps how far a fit has come, in place of what was kept before. */
    void keep(Progress progress, FitState state) {
        if (!folder.isEmpty()) {
            try {
                state.write(folder, progress.done(), hadoop);
                progress.write(folder, hadoop);
                if (kept > 0) {
                    FitState.delete(folder, kept, hadoop);
                }
                kept = progress.done();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What the driver knew after such progress. */
    FitState state(Progress progress) {
        try {
            kept = progress.done();
            return FitState.read(folder, progress.done(), hadoop);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes states that are no longer needed; a file left behind is no reason to fail. */
    void drop(String states) {
        try {
            Path path = new Path(states);
            path.getFileSystem(hadoop).delete(path, true);
        } catch (IOException e) {
            LOG.warn("{} is left behind: {}", states, e.toString());
        }
    }

    /** The fit is done: nobody goes on from here. */
    void done() {
        if (!folder.isEmpty()) {
            try {
                Progress.delete(folder, hadoop);
                FitState.delete(folder, kept, hadoop);
            } catch (IOException e) {
                LOG.warn("{} is left behind: {}", folder, e.toString());
            }
        }
    }
}

package org.gne.spark;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a fit, as a small file beside Spark's own checkpoint of the partitions: what a restarted job needs to
 * continue.
 *
 * @param fit what was to be done with which rows: another fit does not go on from here
 * @param done rounds
 * @param states folder of Spark's checkpoint of the partitions' states
 * @param losses {@code [epochs done]}: mean loss of each
 * @param loss sum of the losses of the epoch under way
 * @param seconds time so far
 * @param operations floating-point operations of matrix products so far
 */
record Progress(String fit, int done, String states, double[] losses, double loss, double seconds, double operations) {

    static final String FILE = "gne-progress.json";

    /** Writes the file in a folder: either the whole of it appears or the one before stays. */
    void write(String folder, Configuration hadoop) throws IOException {
        Path file = new Path(folder, FILE);
        FileSystem files = file.getFileSystem(hadoop);
        Path temporary = new Path(folder, "." + FILE + ".tmp");
        try (OutputStream out = files.create(temporary, true)) {
            out.write(JSON.std.asBytes(Map.of(
                    "fit", fit,
                    "done", done,
                    "states", states,
                    "losses", Arrays.stream(losses).boxed().toList(),
                    "loss", loss,
                    "seconds", seconds,
                    "operations", operations)));
        }
        FileContext.getFileContext(files.getUri(), hadoop).rename(temporary, file, Options.Rename.OVERWRITE);
    }

    /**
     * Reads the file of a folder, or gives null where there is none.
     *
     * @throws IOException if it cannot be read
     */
    static @Nullable Progress read(String folder, Configuration hadoop) throws IOException {
        Path file = new Path(folder, FILE);
        FileSystem files = file.getFileSystem(hadoop);
        if (!files.exists(file)) {
            return null;
        }
        try (InputStream in = files.open(file)) {
            Map<String, Object> found = JSON.std.mapFrom(in.readAllBytes());
            double[] losses = ((List<?>) member(found, "losses", List.class))
                    .stream().mapToDouble(each -> ((Number) each).doubleValue()).toArray();
            return new Progress(
                    member(found, "fit", String.class),
                    member(found, "done", Number.class).intValue(),
                    member(found, "states", String.class),
                    losses,
                    member(found, "loss", Number.class).doubleValue(),
                    member(found, "seconds", Number.class).doubleValue(),
                    member(found, "operations", Number.class).doubleValue());
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": no progress of a fit: " + e.getMessage(), e);
        }
    }

    private static <T> T member(Map<String, Object> found, String name, Class<T> type) {
        Object value = found.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(name + ": found " + value + ", expected a "
                    + type.getSimpleName().toLowerCase(Locale.ROOT));
        }
        return type.cast(value);
    }

    static void delete(String folder, Configuration hadoop) throws IOException {
        Path file = new Path(folder, FILE);
        file.getFileSystem(hadoop).delete(file, false);
    }
}

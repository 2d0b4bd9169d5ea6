package org.gne.bench.scaling;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * {@code gne fit} with 2 epochs and the other defaults, each in its own process. Its progress messages divide the cost into parts.
 * Between the epochs is one search for all rows.
 */
final class CommandExperiment implements Experiment {

    /** The message of the command at the end of a part, and the part. */
    private static final Map<String, String> ENDS = new LinkedHashMap<>();

    private static final String LAST = "measuring, drawing, writing";

    static {
        ENDS.put("; preset ", "reading");
        ENDS.put("epoch 1 of 2", "start, an epoch, a search");
        ENDS.put("epoch 2 of 2", "another epoch");
        ENDS.put("measuring and drawing", "error of every row");
    }

    private final Path images;
    private final Path labels;
    private final Path folder;

    /**
     * @param folder the folder for results and temporary files
     */
    CommandExperiment(Path images, Path labels, Path folder) {
        this.images = images;
        this.labels = labels;
        this.folder = folder;
    }

    @Override
    public Map<String, Cost> run(int rows) throws IOException {
        List<String> command = List.of(
                "./gne",
                "fit",
                images.toString(),
                "--labels",
                labels.toString(),
                "--limit",
                Integer.toString(rows),
                "--on-disk",
                "--scratch",
                folder.toString(),
                "--epochs",
                "2",
                "--out",
                folder.resolve("fit").toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Watch watch = new Watch(process);
        CompletableFuture<Map<String, Cost>> marks = CompletableFuture.supplyAsync(() -> marks(process, watch));
        try {
            // The times of a process cannot be read after its end.
            while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
                watch.look();
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while gne fit was at work", e);
        }
        return parts(marks.join(), watch.look());
    }

    /** The time that a process has used. */
    private static final class Watch {
        private final Process process;
        private final long begin = System.nanoTime();
        private Cost last = Cost.NONE;

        Watch(Process process) {
            this.process = process;
        }

        /** The time until now, or until the last look if the process has ended. */
        synchronized Cost look() {
            double wall = (System.nanoTime() - begin) * 1e-9;
            process.info().totalCpuDuration().ifPresent(spent -> last = new Cost(wall, spent.toNanos() * 1e-9));
            return last;
        }
    }

    /** The time at the end of each part. */
    private static Map<String, Cost> marks(Process process, Watch watch) {
        Map<String, Cost> marks = new LinkedHashMap<>();
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                for (Map.Entry<String, String> end : ENDS.entrySet()) {
                    if (line.contains(end.getKey())) {
                        marks.put(end.getValue(), watch.look());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (marks.size() < ENDS.size()) {
            throw new IllegalStateException(
                    "gne fit has ended parts " + marks.keySet() + ", expected " + ENDS.values() + "; it said\n" + said);
        }
        return marks;
    }

    private static Map<String, Cost> parts(Map<String, Cost> marks, Cost end) {
        Map<String, Cost> parts = new LinkedHashMap<>();
        Cost before = Cost.NONE;
        for (Map.Entry<String, Cost> mark : marks.entrySet()) {
            parts.put(mark.getKey(), mark.getValue().minus(before));
            before = mark.getValue();
        }
        parts.put(LAST, end.minus(before));
        parts.put("all of it", end);
        return parts;
    }
}

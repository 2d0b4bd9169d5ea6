package org.gne.bench.scaling;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gne.data.AtomicFile;
import org.gne.data.Samples;
import org.gne.data.StorageOptions;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;

/**
 * Measures how the cost of a fit grows along an axis: all sizes in turn, round after round. Draws the results. {@code
 * gne-bench/scaling} explains the arguments.
 */
public final class ScalingBenchmark {

    private static final Path RESULTS = Path.of("gne-bench", "results");

    private static final Path PLOTS = Path.of("docs", "scaling");

    private ScalingBenchmark() {}

    /**
     * {@code ROUNDS FOLDER [AXIS [SETTING ...]]}: 0 rounds mean the usual number, no axis means all axes, and the axis
     * {@code report} means none: only the report is written.
     */
    public static void main(String[] args) throws IOException {
        int rounds = Integer.parseInt(args[0]);
        Path folder = Path.of(args[1]);
        if (args.length == 2) {
            for (Axis axis : Axis.values()) {
                measure(axis, rounds, folder, axis.settings());
            }
        } else if (!args[2].equals("report")) {
            Axis axis = Axis.of(args[2]);
            int[] settings = Arrays.stream(args)
                    .skip(3)
                    .mapToInt(Integer::parseInt)
                    .sorted()
                    .toArray();
            measure(axis, rounds, folder, settings.length == 0 ? axis.settings() : settings);
        }
        report();
    }

    private static void measure(Axis axis, int asked, Path folder, int[] settings) throws IOException {
        Experiment experiment = experiment(axis, folder);
        if (axis != Axis.COMMAND) {
            // Compiles the code.
            experiment.run(axis.settings()[0]);
        }
        AxisResults results = AxisResults.read(axis, RESULTS);
        for (int setting : settings) {
            results.forget(setting);
        }
        int rounds = asked > 0 ? asked : axis.rounds();
        for (int round = 1; round <= rounds; round++) {
            for (int setting : settings) {
                Map<String, Cost> costs = experiment.run(setting);
                results.add(setting, costs);
                System.out.printf("%s %,d, round %d of %d%n", axis, setting, round, rounds);
                costs.forEach((part, cost) -> System.out.printf(
                        Locale.ROOT, "  %-32s %9.3f s, processors %9.3f s%n", part, cost.wall(), cost.processor()));
            }
        }
        results.write(RESULTS);
    }

    private static Experiment experiment(Axis axis, Path folder) {
        Path images = folder.resolve("many-images-idx3-ubyte");
        return switch (axis) {
            case ROWS -> new LibraryExperiment(axis, rows(images, folder));
            case COMMAND -> new CommandExperiment(images, folder.resolve("many-labels-idx1-ubyte"), folder);
            default -> LibraryExperiment.ofDigits(axis);
        };
    }

    private static Samples rows(Path images, Path folder) {
        StorageOptions storage = StorageOptions.automatic().onDisk().in(folder);
        return Inputs.read(images.toString(), ReadOptions.defaults().withStorage(storage))
                .samples();
    }

    private static void report() throws IOException {
        ScalingReport report = new ScalingReport();
        for (Axis axis : Axis.values()) {
            AxisResults results = AxisResults.read(axis, RESULTS);
            report.add(axis, results);
            List<Series> series = results.series();
            if (!series.isEmpty()) {
                ScalingPlot.write(PLOTS.resolve(axis + ".png"), axis, series);
            }
        }
        byte[] text = report.text().getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(RESULTS.resolve("scaling.md"), out -> out.write(text));
    }
}

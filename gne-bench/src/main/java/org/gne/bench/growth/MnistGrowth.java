package org.gne.bench.growth;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.gne.Gne;
import org.gne.GneModel;
import org.gne.GrowOptions;
import org.gne.data.Dataset;
import org.gne.data.Labels;
import org.gne.mnist.Mnist;

/**
 * Growth of a map of MNIST: digits 0 to 7 of the first half of the rows, then those of the other half, then all digits 8 and 9.
 *
 * <pre>
 * MnistGrowth FOLDER ROWS fit first    the first map, saved in FOLDER
 * MnistGrowth FOLDER ROWS fit second   a new fit of the rows of the first growth; third: of the second growth
 * MnistGrowth FOLDER ROWS grow ANCHOR [REHEARSED]   both growths
 * MnistGrowth FOLDER ROWS five ANCHOR  five growths of a tenth of the rows each
 * </pre>
 */
public final class MnistGrowth {

    private final Path folder;
    private final Dataset all;
    private final int half;
    private final int[] first;
    private final int[] second;
    private final int[] third;

    private MnistGrowth(Path folder, int rows) {
        this.folder = folder;
        all = Mnist.train().limit(rows);
        half = rows / 2;
        first = rows(row -> digit(row) < 8 && row < half);
        second = rows(row -> digit(row) < 8 && row >= half);
        third = rows(row -> digit(row) >= 8);
    }

    private int digit(int row) {
        Labels labels = all.labels();
        return labels == null ? -1 : labels.classes()[row];
    }

    private int[] rows(IntPredicate chosen) {
        return IntStream.range(0, all.samples().size()).filter(chosen).toArray();
    }

    private Dataset data(int[]... parts) {
        int[] rows = IntStream.range(0, parts.length)
                .flatMap(i -> IntStream.of(parts[i]))
                .toArray();
        Labels labels = all.labels();
        return new Dataset(all.name(), all.samples().rows(rows), labels == null ? null : labels.rows(rows));
    }

    /** Prints a table. */
    public static void main(String[] args) throws IOException {
        MnistGrowth growth = new MnistGrowth(Path.of(args[0]), Integer.parseInt(args[1]));
        System.out.println(Stage.HEAD);
        switch (args[2]) {
            case "fit" -> growth.fit(args[3]);
            case "grow" -> growth.grow(Double.parseDouble(args[3]), args.length > 4 ? Integer.parseInt(args[4]) : 0);
            case "five" -> growth.five(Double.parseDouble(args[3]));
            default -> throw new IllegalArgumentException(args[2]);
        }
    }

    private Path file(String name) {
        return folder.resolve(all.samples().size() + "-" + name + ".safetensors");
    }

    private void fit(String name) throws IOException {
        Files.createDirectories(folder);
        fit(
                name,
                switch (name) {
                    case "first" -> data(first);
                    case "second" -> data(first, second);
                    default -> data(first, second, third);
                });
    }

    private void fit(String name, Dataset data) throws IOException {
        long begin = time();
        GneModel model = Gne.fit(data);
        double seconds = seconds(begin);
        model.save(file(name));
        System.out.println(Stage.of("fit " + name, model, data, seconds, null).row());
    }

    /** The processor time of this process: other processes change it less than the time on the clock. */
    private static long time() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static double seconds(long begin) {
        return (time() - begin) * 1e-9;
    }

    private void grow(double anchor, int rehearsed) throws IOException {
        GrowOptions options = GrowOptions.defaults().withAnchor(anchor).withRehearse(rehearsed);
        GneModel model = GneModel.load(file("first"));
        GneModel more = step("0-7 again", model, data(first), data(second), options);
        more.save(file("grown2"));
        step("8 and 9", more, data(first, second), data(third), options).save(file("grown3"));
    }

    private static GneModel step(String name, GneModel model, Dataset old, Dataset added, GrowOptions options) {
        long begin = time();
        GneModel grown =
                options.rehearse() > 0 ? Gne.grow(model, added, options) : Gne.grow(model, old, added, options);
        double seconds = seconds(begin);
        System.out.println(Stage.of(name + ", anchor " + options.anchor(), grown, old.followedBy(added), seconds, model)
                .row());
        return grown;
    }

    private void five(double anchor) {
        GrowOptions options = GrowOptions.defaults().withAnchor(anchor);
        int part = all.samples().size() / 10;
        int[] rows = rows(row -> row < 5 * part);
        GneModel model = Gne.fit(data(rows));
        for (int i = 5; i < 10; i++) {
            int from = i * part;
            int[] more = rows(row -> row >= from && row < from + part);
            model = step("growth " + (i - 4), model, data(rows), data(more), options);
            int[] known = rows;
            rows = IntStream.concat(IntStream.of(known), IntStream.of(more)).toArray();
        }
        long begin = time();
        Dataset data = data(rows);
        GneModel fit = Gne.fit(data);
        System.out.println(
                Stage.of("fit of all", fit, data, seconds(begin), null).row());
    }
}

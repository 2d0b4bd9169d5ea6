package org.gne.bench.scaling;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gne.data.AtomicFile;
import org.gne.kernel.Kernels;

/** What was measured along an axis, kept in a file. */
final class AxisResults {

    private final Axis axis;
    private final List<Point> points;

    private AxisResults(Axis axis, List<Point> points) {
        this.axis = axis;
        this.points = points;
    }

    /** The file as JSON. */
    record Content(String axis, String sizes, String fixed, List<Point> points) {}

    /** What was measured before; nothing where there is no such file. */
    static AxisResults read(Axis axis, Path folder) throws IOException {
        Path file = file(axis, folder);
        List<Point> points = new ArrayList<>();
        if (Files.exists(file)) {
            points.addAll(
                    JSON.std.beanFrom(Content.class, Files.readString(file)).points());
        }
        return new AxisResults(axis, points);
    }

    private static Path file(Axis axis, Path folder) {
        return folder.resolve("scaling-" + axis + ".json");
    }

    void write(Path folder) throws IOException {
        Content content = new Content(axis.toString(), axis.unit(), axis.fixed(), points);
        byte[] text = (JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(content) + "\n")
                .getBytes(StandardCharsets.UTF_8);
        Files.createDirectories(folder);
        AtomicFile.write(file(axis, folder), out -> out.write(text));
    }

    /** Forgets what was measured at a setting: it is measured anew. */
    void forget(int setting) {
        points.removeIf(point -> point.setting() == setting);
    }

    /** Adds a round. */
    void add(int setting, Map<String, Cost> costs) {
        String by =
                "JDK " + Runtime.version().feature() + ", " + Kernels.active().name();
        costs.forEach((part, cost) -> {
            Point point = points.stream()
                    .filter(each -> each.setting() == setting && each.part().equals(part))
                    .findFirst()
                    .orElse(null);
            if (point == null) {
                point = new Point(part, setting, new ArrayList<>(), new ArrayList<>(), by);
                points.add(point);
            }
            point.processorSeconds().add(rounded(cost.processor()));
            point.wallSeconds().add(rounded(cost.wall()));
        });
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 1e4) / 1e4;
    }

    /** The parts that were measured at two settings or more. */
    List<Series> series() {
        List<Series> series = new ArrayList<>();
        for (String part : points.stream().map(Point::part).distinct().toList()) {
            List<Point> ascending = points.stream()
                    .filter(point -> point.part().equals(part))
                    .sorted(Comparator.comparing(Point::setting))
                    .toList();
            if (ascending.size() > 1) {
                int[] settings = ascending.stream().mapToInt(Point::setting).toArray();
                series.add(new Series(
                        part,
                        settings,
                        ascending.stream()
                                .mapToDouble(point -> axis.size(point.setting()))
                                .toArray(),
                        ascending.stream()
                                .mapToDouble(point -> point.median(axis.byTheClock()))
                                .toArray()));
            }
        }
        return series;
    }

    /** How many rounds there were, and what measured them. */
    String origin() {
        int least = points.stream().mapToInt(Point::rounds).min().orElse(0);
        int most = points.stream().mapToInt(Point::rounds).max().orElse(0);
        String by = points.stream().map(Point::by).distinct().collect(Collectors.joining(" and "));
        return (least == most ? "" : least + " to ") + most + (most == 1 ? " round, " : " rounds, ") + by;
    }
}

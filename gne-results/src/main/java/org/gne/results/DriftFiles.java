package org.gne.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gne.Drift;
import org.gne.cluster.ClusterTree;
import org.gne.data.Dataset;
import org.gne.io.export.CsvExport;
import org.gne.io.export.DriftTable;

/**
 * What adding rows has changed on a map: which rows moved, which new rows the map before did not explain, which regions filled or
 * emptied. A region is a cluster of level 0 of the grown map.
 *
 * @param drift the moves
 * @param filled regions with at least twice as many new rows as their old rows let expect, the most first
 * @param emptied regions with at most half as many, the emptiest first
 */
public record DriftFiles(Drift drift, List<Region> filled, List<Region> emptied) {

    /** Fewer rows, found or expected, say nothing. */
    private static final int FEWEST = 20;

    private static final double MUCH = 2;

    /** The number of regions that a line names. */
    private static final int NAMED = 3;

    /**
     * A region.
     *
     * @param cluster the number of the cluster in {@code clusters.json}
     * @param name its name, or an empty text
     * @param old the number of its old rows
     * @param added the number of its new rows
     * @param expected the number of new rows if they lay as the old rows do
     */
    public record Region(int cluster, String name, int old, int added, double expected) {

        double ratio() {
            return (added + 1) / (expected + 1);
        }

        private String text() {
            return String.format(
                    Locale.ROOT,
                    "%s (%,d old rows, %,d new)",
                    name.isEmpty() ? "cluster " + cluster : name,
                    old,
                    added);
        }
    }

    /** Compares the regions of a grown map. */
    public static DriftFiles of(Drift drift, NamedClusters clusters) {
        List<Region> filled = new ArrayList<>();
        List<Region> emptied = new ArrayList<>();
        for (ClusterTree.Node node : clusters.tree().level(0)) {
            int old = 0;
            for (int row : clusters.tree().rows(node.id())) {
                old += row < drift.oldRows() ? 1 : 0;
            }
            int added = clusters.tree().rows(node.id()).length - old;
            double expected = (double) old / drift.oldRows() * drift.newRows();
            Region region = new Region(node.id(), clusters.names().name(node.id()), old, added, expected);
            if (added >= FEWEST && region.ratio() >= MUCH) {
                filled.add(region);
            }
            if (expected >= FEWEST && region.ratio() <= 1 / MUCH) {
                emptied.add(region);
            }
        }
        filled.sort(Comparator.comparingDouble(Region::ratio).reversed());
        emptied.sort(Comparator.comparingDouble(Region::ratio));
        return new DriftFiles(drift, List.copyOf(filled), List.copyOf(emptied));
    }

    /**
     * Writes {@code drift.csv} and {@code drift.json}.
     *
     * @param data the rows of the grown map
     */
    public void write(Path folder, Dataset data) throws IOException {
        CsvExport.write(
                folder.resolve(ResultFiles.DRIFT), DriftTable.of(data, drift.moved(), drift.before(), drift.placed()));
        Results.writeText(folder.resolve(ResultFiles.DRIFT_FIGURES), Metrics.json(json()));
    }

    private Map<String, Object> json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("oldRows", drift.oldRows());
        all.put("newRows", drift.newRows());
        Metrics.number(all, "meanMove", drift.meanMove());
        Metrics.number(all, "move95", drift.move(0.95));
        Metrics.number(all, "largestMove", drift.move(1));
        Metrics.number(all, "unexplained", drift.unexplained());
        all.put("filled", filled);
        all.put("emptied", emptied);
        return all;
    }

    /** What a person should know, a line each. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "the old rows moved by %.1f %% of the map's standard deviation on average; 95 %% of them by less than %.1f %%",
                100 * drift.meanMove(),
                100 * drift.move(0.95)));
        double unexplained = drift.unexplained();
        if (drift.otherKind()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "the new rows are of another kind: %.0f %% of them were unexplained by the map before",
                    100 * unexplained));
        } else if (!Double.isNaN(unexplained)) {
            lines.add(String.format(
                    Locale.ROOT,
                    "the new rows are of the same kind: the map before explained all but %.1f %% of them",
                    100 * unexplained));
        }
        name(lines, "regions that filled: ", filled);
        name(lines, "regions that emptied: ", emptied);
        return lines;
    }

    private static void name(List<String> lines, String what, List<Region> regions) {
        if (!regions.isEmpty()) {
            int more = regions.size() - NAMED;
            lines.add(what
                    + regions.stream().limit(NAMED).map(Region::text).collect(Collectors.joining(", "))
                    + (more > 0 ? " and " + more + " more" : ""));
        }
    }
}

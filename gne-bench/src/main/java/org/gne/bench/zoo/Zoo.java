package org.gne.bench.zoo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gne.GneOptions;
import org.gne.Preset;
import org.gne.bench.Results;
import org.gne.data.Dataset;
import org.gne.io.export.CsvExport;
import org.gne.io.export.DatasetTable;
import org.jspecify.annotations.Nullable;

/**
 * The steps of {@code gne-bench/zoo} in Java: {@code Zoo fit FOLDER [NAME ...]} writes and fits all tables, or some; {@code Zoo
 * fill FOLDER [NAME ...]} fills in the values that were removed from others; {@code Zoo collect FOLDER RESULT.json}
 * measures the maps of all methods in the same way.
 */
public final class Zoo {

    private static final long SEED = 1;

    private final ZooFolder folder;

    private Zoo(ZooFolder folder) {
        this.folder = folder;
    }

    /** Runs a step. */
    public static void main(String[] args) throws IOException {
        Zoo zoo = new Zoo(new ZooFolder(Path.of(args[1])));
        List<String> rest = List.of(args).subList(2, args.length);
        switch (args[0]) {
            case "fit" -> zoo.fit(rest);
            case "fill" -> zoo.fill(rest);
            default -> zoo.collect(Path.of(args[2]));
        }
    }

    private static GneOptions options(Preset preset) {
        return GneOptions.of(preset)
                .withSeed(SEED)
                .withThreads(Runtime.getRuntime().availableProcessors());
    }

    private void fit(List<String> only) throws IOException {
        for (ZooFolder.Entry table : folder.tables()) {
            if (only.isEmpty() || only.contains(table.name())) {
                fit(table);
            }
        }
    }

    private void fill(List<String> only) throws IOException {
        for (String name : folder.gaps()) {
            if (only.isEmpty() || only.contains(name)) {
                fill(name);
            }
        }
    }

    private void fit(ZooFolder.Entry table) throws IOException {
        Path file = folder.table(table.name());
        Map<String, Object> found = new LinkedHashMap<>();
        for (Preset preset : List.of(Preset.FAST, Preset.DEFAULT)) {
            ZooFit fit = ZooFit.of(file, table.label(), options(preset));
            found.put(preset.toString(), measures(fit));
            if (preset == Preset.DEFAULT) {
                folder.write(table.name(), "rows.csv", fit.represented());
                folder.write(table.name(), "gne.csv", fit.model().embedding().toArray());
                folder.write(table.name(), "gne-rows.csv", fit.decoded());
            }
        }
        Results.write(folder.fit(table.name(), "gne.json"), found);
        System.err.println(table.name() + ": " + found);
    }

    private static Map<String, Object> measures(ZooFit fit) {
        Map<String, Object> found = new LinkedHashMap<>();
        put(found, "explained", fit.model().explained().total());
        put(found, "map", fit.mapScore());
        put(found, "place", fit.placeScore());
        put(found, "near", fit.nearShare());
        String warning = fit.warning();
        if (warning != null) {
            found.put("warning", warning);
        }
        return found;
    }

    /** Adds a number; JSON knows no NaN. */
    private static void put(Map<String, Object> found, String key, double value) {
        if (Double.isFinite(value)) {
            found.put(key, Math.round(value * 1e4) / 1e4);
        }
    }

    private void fill(String name) throws IOException {
        ZooFit fit = ZooFit.of(folder.gaps(name), null, options(Preset.DEFAULT));
        Dataset whole = fit.data()
                .withSamples(
                        fit.model().impute(fit.data().samples(), fit.model().embedding()));
        CsvExport.write(folder.filled(name), DatasetTable.of(whole, null, null));
        System.err.println(name + ": filled in");
    }

    private void collect(Path result) throws IOException {
        List<Map<String, Object>> all = new ArrayList<>();
        for (ZooFolder.Entry table : folder.tables()) {
            if (Files.exists(folder.fit(table.name(), "gne.json"))) {
                all.add(collected(table));
            }
        }
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("tables", all);
        Path imputation = folder.path().resolve("imputation.json");
        if (Files.exists(imputation)) {
            found.put("imputation", Results.read(imputation).get("tables"));
        }
        Results.write(result, found);
    }

    private Map<String, Object> collected(ZooFolder.Entry table) throws IOException {
        float[][] rows = required(table, "rows.csv");
        Dataset data = ZooFit.read(folder.table(table.name()), table.label());
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("name", table.name());
        found.put("source", table.source());
        found.put("rows", rows.length);
        found.put("width", rows[0].length);
        found.put("label", data.labels() != null ? "class" : data.target() != null ? "number" : "");
        found.put("clean", table.clean());
        found.putAll(Results.read(folder.fit(table.name(), "gne.json")));
        put(found, "variance", ZooFit.variance(rows, required(table, "gne-rows.csv")));
        float[][] components = folder.read(table.name(), "pca-rows.csv");
        if (components != null) {
            put(found, "pcaVariance", ZooFit.variance(rows, components));
        }
        for (String method : List.of("pca", "umap", "tsne")) {
            float[][] points = folder.read(table.name(), method + ".csv");
            if (points != null) {
                put(found, method, new NearestRows(data, ZooFolder.map(points)).score(ZooFolder.map(points)));
            }
        }
        return found;
    }

    private float[][] required(ZooFolder.Entry table, String file) {
        float @Nullable [][] rows = folder.read(table.name(), file);
        if (rows == null) {
            throw new IllegalStateException(table.name() + ": found no " + file + ", expected one from the fit");
        }
        return rows;
    }
}

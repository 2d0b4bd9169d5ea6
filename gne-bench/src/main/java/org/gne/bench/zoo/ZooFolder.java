package org.gne.bench.zoo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gne.data.AtomicFile;
import org.gne.data.Embedding;
import org.jspecify.annotations.Nullable;

/** The files that the steps of gne-bench/zoo leave for each other. */
record ZooFolder(Path path) {

    /** A table on disk: where it comes from, and the column of its label. */
    record Entry(String name, String source, @Nullable String label, boolean clean) {}

    /** Writes the generated tables and lists them, and after them the real ones that are there. */
    List<Entry> tables() throws IOException {
        List<Entry> all = new ArrayList<>();
        for (ZooTable table : ZooTables.all()) {
            table.write(Files.createDirectories(path.resolve("tables")));
            all.add(new Entry(table.name(), "generated", table.label(), table.clean()));
        }
        Path real = path.resolve("real.tsv");
        if (Files.exists(real)) {
            for (String line : Files.readAllLines(real)) {
                String[] fields = line.split("\t", -1);
                all.add(new Entry(fields[0], fields[2], fields[1], false));
            }
        }
        return all;
    }

    Path table(String name) {
        return path.resolve("tables").resolve(name + ".csv");
    }

    /** The tables with removed values, by name. */
    List<String> gaps() throws IOException {
        Path gaps = path.resolve("gaps");
        if (!Files.isDirectory(gaps)) {
            return List.of();
        }
        try (var files = Files.list(gaps)) {
            return files.map(file -> String.valueOf(file.getFileName()).replace(".csv", ""))
                    .sorted()
                    .toList();
        }
    }

    Path gaps(String name) {
        return path.resolve("gaps").resolve(name + ".csv");
    }

    /** The file for values that GNE filled in. */
    Path filled(String name) throws IOException {
        return Files.createDirectories(path.resolve("filled")).resolve(name + ".csv");
    }

    /** A file of a fit. */
    Path fit(String name, String file) throws IOException {
        return Files.createDirectories(path.resolve("fits").resolve(name)).resolve(file);
    }

    /** Writes numbers, a line for each row. */
    void write(String name, String file, float[][] rows) throws IOException {
        StringBuilder text = new StringBuilder();
        for (float[] row : rows) {
            for (int j = 0; j < row.length; j++) {
                text.append(j == 0 ? "" : ",").append(Float.isNaN(row[j]) ? "nan" : Float.toString(row[j]));
            }
            text.append('\n');
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(fit(name, file), out -> out.write(bytes));
    }

    /** Reads numbers, or null if the file does not exist. */
    float @Nullable [][] read(String name, String file) {
        try {
            Path found = fit(name, file);
            if (!Files.exists(found)) {
                return null;
            }
            List<float[]> rows = new ArrayList<>();
            for (String line : Files.readAllLines(found)) {
                String[] fields = line.split(",", -1);
                float[] row = new float[fields.length];
                for (int j = 0; j < row.length; j++) {
                    row[j] = fields[j].equals("nan") ? Float.NaN : Float.parseFloat(fields[j]);
                }
                rows.add(row);
            }
            return rows.toArray(float[][]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Coordinates as a map. */
    static Embedding map(float[][] points) {
        float[] values = new float[points.length * points[0].length];
        for (int i = 0; i < points.length; i++) {
            System.arraycopy(points[i], 0, values, i * points[0].length, points[0].length);
        }
        return new Embedding(values, points[0].length);
    }
}

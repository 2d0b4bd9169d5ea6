package org.gne.results;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gne.cluster.ClusterTree;
import org.gne.io.InputException;

/**
 * Names of clusters by hand: a CSV file with the columns {@code cluster} (an id of {@code clusters.json}) or {@code row} (any row of the
 * cluster, from 0, which stays right if the map is fitted again), {@code name}, and beside {@code row} perhaps {@code level} (0, the
 * coarsest, if it is empty). An empty name takes a name away; a name for {@code row} stands for its cluster.
 *
 * @param file the name of the file, for messages
 * @param names the lines
 */
public record GivenNames(String file, List<Line> names) {

    /**
     * A line.
     *
     * @param number its number in the file
     * @param cluster the id of the cluster, or -1 if it is given by a row
     * @param row a row of the cluster, or -1
     * @param level the level of the cluster of the row
     * @param name the name
     */
    public record Line(long number, int cluster, int row, int level, String name) {}

    /**
     * Reads a file.
     *
     * @throws InputException if it cannot be read, a column is absent, or a number is none
     */
    public static GivenNames read(Path file) {
        List<Line> lines = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
            for (NamedCsvRecord line : csv) {
                lines.add(line(file, line));
            }
        } catch (CsvParseException | IOException | UncheckedIOException e) {
            throw new InputException("names " + file + ": cannot be read (" + e.getMessage() + ")", e);
        }
        return new GivenNames(file.toString(), lines);
    }

    private static Line line(Path file, NamedCsvRecord line) {
        Optional<String> cluster = line.findField("cluster");
        Optional<String> row = line.findField("row");
        Optional<String> name = line.findField("name");
        if (name.isEmpty() || cluster.isPresent() == row.isPresent()) {
            throw new InputException("names " + file + ": found the columns " + String.join(", ", line.getHeader())
                    + ", expected name, and one of cluster and row");
        }
        return new Line(
                line.getStartingLineNumber(),
                number(file, line, "cluster", cluster, -1),
                number(file, line, "row", row, -1),
                number(file, line, "level", line.findField("level"), 0),
                name.get());
    }

    private static int number(Path file, NamedCsvRecord line, String column, Optional<String> text, int absent) {
        if (text.isEmpty() || column.equals("level") && text.get().isBlank()) {
            return absent;
        }
        try {
            return Integer.parseInt(text.get().strip());
        } catch (NumberFormatException e) {
            throw new InputException(
                    "names " + file + ": line " + line.getStartingLineNumber() + ": " + column + ": found '"
                            + text.get() + "', expected a whole number",
                    e);
        }
    }

    /**
     * Replaces names.
     *
     * @throws InputException if there is no such cluster, row or level
     */
    public NamedClusters applyTo(NamedClusters clusters) {
        ClusterTree tree = clusters.tree();
        Map<Integer, String> changed = new LinkedHashMap<>();
        for (Line line : names) {
            int id = line.cluster();
            if (id < 0 && line.row() >= 0) {
                check(line, "row", line.row(), tree.rows());
                check(line, "level", line.level(), tree.levels());
                id = tree.cluster(line.level(), line.row());
            }
            check(line, "cluster", id, tree.nodes().size());
            changed.put(id, line.name());
        }
        return new NamedClusters(tree, clusters.names().with(changed));
    }

    private void check(Line line, String what, int found, int count) {
        if (found < 0 || found >= count) {
            throw new InputException("names " + file + ": line " + line.number() + ": " + what + ": found " + found
                    + ", expected 0 to " + (count - 1));
        }
    }
}

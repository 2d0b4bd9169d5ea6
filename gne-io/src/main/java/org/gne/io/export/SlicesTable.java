package org.gne.io.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.gne.data.Embedding;
import org.gne.data.Ids;
import org.gne.data.Labels;
import org.gne.data.Slices;
import org.gne.io.Table;
import org.gne.io.TableColumn.Kind;
import org.jspecify.annotations.Nullable;

/** The slices of the rows of a map, and where each thing was in the slice before. */
public final class SlicesTable {

    private static final String SLICE = "slice";

    private static final String BEFORE = "before";

    private SlicesTable() {}

    /**
     * A row per row: {@code row}, {@code id}, {@code slice}, {@code before} (the row of the same id in the last slice before that has one),
     * and {@code moved}, the distance between the two on the map, in map units; both missing where there is none.
     */
    public static Table of(Embedding map, Slices slices, Ids ids) {
        RowTable<Integer> table = new RowTable<>("slices", map.size(), row -> row);
        table.add("row", Kind.NUMBER, row -> Integer.toString(row));
        table.add("id", Kind.TEXT, ids::get);
        table.add(SLICE, Kind.TEXT, row -> slices.of().text(row));
        table.add(BEFORE, Kind.NUMBER, row -> slices.before()[row] < 0 ? null : Integer.toString(slices.before()[row]));
        table.add("moved", Kind.NUMBER, row -> moved(map, row, slices.before()[row]));
        return table;
    }

    private static @Nullable String moved(Embedding map, int row, int before) {
        if (before < 0) {
            return null;
        }
        double square = 0;
        for (int axis = 0; axis < map.dim(); axis++) {
            double d = map.get(row, axis) - map.get(before, axis);
            square += d * d;
        }
        return Float.toString((float) Math.sqrt(square));
    }

    /**
     * What a table says.
     *
     * @param slices the slice of each row
     * @param before {@code [rows]}: the row of the same id in a slice before, or -1
     */
    public record Read(Labels slices, int[] before) {}

    /**
     * Reads slices back.
     *
     * @param file what {@link CsvExport} has written of {@link #of}
     * @param rows the number of rows that it should have
     * @throws IOException if the file cannot be read or is no such file
     */
    public static Read read(Path file, int rows) throws IOException {
        List<String> cells = EmbeddingCsv.readField(file, rows, SLICE);
        List<String> pairs = EmbeddingCsv.readField(file, rows, BEFORE);
        List<String> names = Slices.inOrder(cells);
        int[] before = new int[rows];
        Arrays.fill(before, -1);
        for (int row = 0; row < rows; row++) {
            String pair = pairs.get(row);
            if (!pair.isEmpty()) {
                if (!pair.matches("\\d{1,9}") || Integer.parseInt(pair) >= rows) {
                    throw new IOException(file + ": row " + row + ": found " + pair + ", expected a row below " + rows);
                }
                before[row] = Integer.parseInt(pair);
            }
        }
        int[] slice = cells.stream().mapToInt(names::indexOf).toArray();
        return new Read(new Labels(slice, names), before);
    }
}

package org.gne.io.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gne.data.Dataset;
import org.gne.data.Embedding;
import org.gne.data.Ids;
import org.gne.io.Table;
import org.gne.io.TableColumn.Kind;
import org.gne.place.Placed;

/** What adding rows has changed on a map, row by row. */
public final class DriftTable {

    private static final String BEFORE_X = "beforeX";

    private static final String BEFORE_Y = "beforeY";

    private DriftTable() {}

    /**
     * A row per row of the grown map: {@code row}, {@code id} if rows have ids, {@code kind} (old or new), {@code moved} (the distance
     * from where it was on the map before, in standard deviations of that map) and {@code explained} (of a new row, whether the map
     * before explained it; missing for old rows). Maps of 2 dimensions also have {@code beforeX} and {@code beforeY}, where it was.
     *
     * @param data the rows of the grown map, the old ones first
     * @param moved {@code [rows]}: the distances
     * @param before {@code [rows, dim]}: where rows were
     * @param placed the new rows on the map before
     * @throws IllegalArgumentException if the numbers of rows differ
     */
    public static Table of(Dataset data, float[] moved, Embedding before, Placed placed) {
        int rows = data.samples().size();
        if (moved.length != rows) {
            throw new IllegalArgumentException(
                    "a drift of " + moved.length + " rows for " + rows + " rows, expected as many");
        }
        RowTable<Integer> table = new RowTable<>(data.name(), rows, row -> row);
        table.add("row", Kind.NUMBER, row -> Integer.toString(row));
        Ids ids = data.ids();
        if (ids != null) {
            table.add("id", Kind.TEXT, ids::get);
        }
        int old = rows - placed.embedding().size();
        boolean known = !Double.isNaN(placed.explainedError());
        table.add("kind", Kind.TEXT, row -> row < old ? "old" : "new");
        table.add("moved", Kind.NUMBER, row -> Float.toString(moved[row]));
        table.add(
                "explained",
                Kind.BOOLEAN,
                row -> row < old || !known ? null : Boolean.toString(placed.explained(row - old)));
        if (before.dim() == 2) {
            table.add(BEFORE_X, Kind.NUMBER, row -> Float.toString(before.get(row, 0)));
            table.add(BEFORE_Y, Kind.NUMBER, row -> Float.toString(before.get(row, 1)));
        }
        return table;
    }

    /**
     * What a table says of each row.
     *
     * @param before {@code [rows, 2]}: where rows were
     * @param added whether a row is new
     * @param explained of a new row, whether the map before explained it, or whether that is not known
     */
    public record Read(Embedding before, boolean[] added, boolean[] explained) {}

    /**
     * Reads a drift back.
     *
     * @param file what {@link CsvExport} has written of {@link #of} for a map of 2 dimensions
     * @param rows the number of rows that it should have
     * @throws IOException if the file cannot be read or is no such file
     */
    public static Read read(Path file, int rows) throws IOException {
        List<String> kinds = EmbeddingCsv.readField(file, rows, "kind");
        List<String> explained = EmbeddingCsv.readField(file, rows, "explained");
        List<String> x = EmbeddingCsv.readField(file, rows, BEFORE_X);
        List<String> y = EmbeddingCsv.readField(file, rows, BEFORE_Y);
        float[] before = new float[2 * rows];
        boolean[] added = new boolean[rows];
        boolean[] known = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            try {
                before[2 * row] = Float.parseFloat(x.get(row));
                before[2 * row + 1] = Float.parseFloat(y.get(row));
            } catch (NumberFormatException e) {
                throw new IOException(
                        file + ": row " + row + ": found " + x.get(row) + ", " + y.get(row) + ", expected numbers", e);
            }
            added[row] = kinds.get(row).equals("new");
            known[row] = !explained.get(row).equals("false");
        }
        return new Read(new Embedding(before, 2), added, known);
    }
}

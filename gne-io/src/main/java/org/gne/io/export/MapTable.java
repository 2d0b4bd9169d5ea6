package org.gne.io.export;

import java.util.ArrayList;
import java.util.List;
import org.gne.data.Embedding;
import org.gne.data.Ids;
import org.gne.data.Labels;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.gne.io.TableColumn.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A map as a table: {@code row} (its number from 0), {@code id}, the coordinates, {@code label}, {@code error}. There
 * are no columns for values that are not known. Coordinates are {@code x}, {@code x,y} or {@code x,y,z}, above three
 * dimensions {@code z0,z1,...}.
 */
public final class MapTable implements Table {

    private final String name;
    private final Embedding embedding;
    private final List<TableColumn> columns = new ArrayList<>();
    /** The content of each column. */
    private final List<Cell> cells = new ArrayList<>();

    /** A value of a row, null if it is not known. */
    private interface Cell {
        @Nullable String of(int row);
    }

    /**
     * Creates a table of the rows of a map.
     *
     * @param name the name for messages
     * @param ids one per point, or null
     * @param labels one per point, or null
     * @param errors reconstruction errors, one per point, NaN for a row without known values; or null
     * @throws IllegalArgumentException if their number is not that of the points
     */
    public MapTable(
            String name, Embedding embedding, @Nullable Ids ids, @Nullable Labels labels, float @Nullable [] errors) {
        this.name = name;
        this.embedding = embedding;
        check("ids", ids == null ? embedding.size() : ids.size());
        check("labels", labels == null ? embedding.size() : labels.size());
        check("errors", errors == null ? embedding.size() : errors.length);
        add("row", Kind.INTEGER, Integer::toString);
        if (ids != null) {
            add("id", Kind.TEXT, ids::get);
        }
        List<String> axes = EmbeddingCsv.axes(embedding.dim());
        for (int axis = 0; axis < axes.size(); axis++) {
            int each = axis;
            add(axes.get(axis), Kind.NUMBER, row -> Float.toString(embedding.get(row, each)));
        }
        if (labels != null) {
            add("label", Kind.TEXT, row -> labels.classes()[row] < 0 ? null : labels.name(row));
        }
        if (errors != null) {
            add("error", Kind.NUMBER, row -> Float.isNaN(errors[row]) ? null : Float.toString(errors[row]));
        }
    }

    private void check(String what, int found) {
        if (found != embedding.size()) {
            throw new IllegalArgumentException(
                    found + " " + what + " for " + embedding.size() + " points, expected as many");
        }
    }

    private void add(String column, Kind kind, Cell cell) {
        columns.add(new TableColumn(column, kind));
        cells.add(cell);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<TableColumn> columns() {
        return columns;
    }

    @Override
    public Rows rows() {
        return new MapRows();
    }

    private final class MapRows implements Rows {
        private int row = -1;

        @Override
        public boolean next() {
            return ++row < embedding.size();
        }

        /** The number as its shortest text, which is shorter than that of the same float as a double. */
        @Override
        public double number(int column) {
            String text = text(column);
            return text == null ? Double.NaN : Double.parseDouble(text);
        }

        @Override
        public @Nullable String text(int column) {
            return cells.get(column).of(row);
        }

        @Override
        public String place() {
            return "row " + row;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}

package org.gne.io.export;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.gne.io.TableColumn.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A table of rows in memory: the values of each column are computed from the row.
 *
 * @param <R> the type of a row; it is read once for all columns
 */
final class RowTable<R> implements Table {

    private final String name;
    private final int size;
    private final IntFunction<R> source;
    private final List<TableColumn> columns = new ArrayList<>();
    private final List<Function<R, @Nullable String>> cells = new ArrayList<>();

    /**
     * Creates a table without columns; {@link #add} columns before it is read.
     *
     * @param name the name for messages
     * @param size the number of rows
     * @param source the rows, from 0 on
     */
    RowTable(String name, int size, IntFunction<R> source) {
        this.name = name;
        this.size = size;
        this.source = source;
    }

    /**
     * Adds a column.
     *
     * @param cell returns the value as text, {@code true} or {@code false} for a boolean, null for a missing value
     */
    void add(String column, Kind kind, Function<R, @Nullable String> cell) {
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
        return new Walk();
    }

    private final class Walk implements Rows {
        private int row = -1;
        private @Nullable R current;

        @Override
        public boolean next() {
            boolean found = ++row < size;
            current = found ? source.apply(row) : null;
            return found;
        }

        /** The number as its shortest text, which is shorter than that of the same float as a double. */
        @Override
        public double number(int column) {
            String text = text(column);
            if (text == null) {
                return Double.NaN;
            }
            boolean isBoolean = columns.get(column).kind() == Kind.BOOLEAN;
            return isBoolean ? (Boolean.parseBoolean(text) ? 1 : 0) : Double.parseDouble(text);
        }

        @Override
        public @Nullable String text(int column) {
            if (current == null) {
                throw new IllegalStateException(
                        name + ": read at " + place() + ", expected a row from 0 to " + (size - 1));
            }
            return cells.get(column).apply(current);
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

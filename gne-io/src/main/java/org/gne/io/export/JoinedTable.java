package org.gne.io.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gne.io.InputException;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.jspecify.annotations.Nullable;

/** Two tables of the same rows, joined row by row. */
public final class JoinedTable implements Table {

    private final Table left;
    private final Table right;
    private final List<TableColumn> columns;

    /**
     * Joins two tables. The columns of {@code right} keep their names, except names that {@code left} has too (upper or
     * lower case does not matter) or that are reserved: they become {@code data_NAME}.
     *
     * @param left the first table; this table closes it, and {@code right} too
     * @param right the second table; additional rows are left out
     * @param reserved names, in lower case, that would look like columns of {@code left}
     */
    public JoinedTable(Table left, Table right, Set<String> reserved) {
        this.left = left;
        this.right = right;
        columns = new ArrayList<>(left.columns());
        Set<String> taken = new HashSet<>(reserved);
        left.columns().forEach(column -> taken.add(lower(column.name())));
        Set<String> own = new HashSet<>();
        right.columns().forEach(column -> own.add(lower(column.name())));
        for (TableColumn column : right.columns()) {
            String name = column.name();
            while (taken.contains(lower(name)) || (!name.equals(column.name()) && own.contains(lower(name)))) {
                name = "data_" + name;
            }
            columns.add(new TableColumn(name, column.kind()));
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public String name() {
        return right.name();
    }

    @Override
    public List<TableColumn> columns() {
        return columns;
    }

    @Override
    public Rows rows() throws IOException {
        return new JoinedRows(left.rows(), right.rows());
    }

    private final class JoinedRows implements Rows {
        private final Rows first;
        private final Rows second;
        private final int border = left.columns().size();

        JoinedRows(Rows first, Rows second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public boolean next() throws IOException {
            if (!first.next()) {
                return false;
            }
            if (!second.next()) {
                throw new InputException(
                        right.name() + ": " + second.place() + ": found the end, expected as many rows as the map has");
            }
            return true;
        }

        @Override
        public double number(int column) throws IOException {
            return column < border ? first.number(column) : second.number(column - border);
        }

        @Override
        public @Nullable String text(int column) throws IOException {
            return column < border ? first.text(column) : second.text(column - border);
        }

        @Override
        public String place() {
            return second.place();
        }

        @Override
        public void close() throws IOException {
            try (first) {
                second.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (left) {
            right.close();
        }
    }
}

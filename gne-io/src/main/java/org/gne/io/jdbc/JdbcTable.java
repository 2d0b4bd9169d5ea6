package org.gne.io.jdbc;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.jspecify.annotations.Nullable;

/** The rows of a query, as a stream: only the rows that the driver fetches at a time are in memory. */
record JdbcTable(Database database, QueryRun run, JdbcColumns found) implements Table {

    @Override
    public String name() {
        return database.name();
    }

    @Override
    public List<TableColumn> columns() {
        return found.columns();
    }

    @Override
    public Rows rows() {
        try {
            return new JdbcRows(this, run.start());
        } catch (SQLException e) {
            throw database.failure("", e);
        }
    }

    @Override
    public void close() throws IOException {
        database.close();
    }

    private static final class JdbcRows implements Rows {
        private final JdbcTable table;
        private final ResultSet rows;
        private long row;

        JdbcRows(JdbcTable table, ResultSet rows) {
            this.table = table;
            this.rows = rows;
        }

        @Override
        public boolean next() {
            try {
                row++;
                return rows.next();
            } catch (SQLException e) {
                throw table.database.failure("after row " + (row - 1) + ": ", e);
            }
        }

        @Override
        public double number(int column) {
            try {
                double value = table.found.readers().get(column).value(rows, column + 1);
                return rows.wasNull() ? Double.NaN : value;
            } catch (SQLException e) {
                throw table.database.failure(place(column), e);
            }
        }

        @Override
        public @Nullable String text(int column) {
            try {
                return table.found.readers().get(column).text(rows, column + 1);
            } catch (SQLException e) {
                throw table.database.failure(place(column), e);
            }
        }

        private String place(int column) {
            return place() + ", column '" + table.found.columns().get(column).name() + "': ";
        }

        @Override
        public String place() {
            return "row " + row;
        }

        @Override
        public void close() throws IOException {
            try {
                rows.close();
            } catch (SQLException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
    }
}

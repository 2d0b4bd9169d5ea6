package org.gne.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.gne.data.AtomicFile;
import org.gne.io.InputException;
import org.gne.io.Table;
import org.gne.io.TableColumn;

/** Writes tables as Parquet. */
public final class ParquetExport {

    /** Up to this, every whole number is exact in a double. */
    private static final double WHOLE = 1L << 53;

    private static final String ROWS = "gne_rows";

    private ParquetExport() {}

    /**
     * Writes a table: whole numbers as 64-bit integers, other numbers as doubles, booleans as booleans, everything else
     * as text, missing values as nulls.
     *
     * @param file the file; if writing fails, an existing file stays as it was
     * @param scratch the folder for data that does not fit into memory
     * @throws InputException if a whole number has more than 64 bits
     * @throws IOException if the table cannot be read or the file cannot be written
     */
    public static void write(Path file, Table table, Path scratch) throws IOException {
        Path written = Files.createTempFile(scratch, "gne-", ".parquet");
        try (Connection database = DuckDb.open(scratch)) {
            fill(database.unwrap(DuckDBConnection.class), table);
            try (Statement statement = database.createStatement()) {
                statement.execute("COPY (SELECT " + names(table.columns()) + " FROM " + ROWS + ") TO "
                        + DuckDb.file(written) + " (FORMAT parquet)");
            }
            AtomicFile.write(file, out -> Files.copy(written, out));
        } catch (SQLException e) {
            throw new IOException(DuckDb.failure(file.toString(), e).getMessage(), e);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /**
     * The names of the columns in the database are numbers, because to it names that differ only in case are the same.
     */
    private static String names(List<TableColumn> columns) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            text.append(i == 0 ? "" : ", ")
                    .append("c")
                    .append(i)
                    .append(" AS ")
                    .append(DuckDb.name(columns.get(i).name()));
        }
        return text.toString();
    }

    private static void fill(DuckDBConnection database, Table table) throws SQLException, IOException {
        List<TableColumn> columns = table.columns();
        int[] number = {0};
        String types = columns.stream()
                .map(column -> "c" + number[0]++ + " " + type(column.kind()))
                .collect(Collectors.joining(", "));
        try (Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE " + ROWS + " (" + types + ")");
        }
        try (DuckDBAppender appender = database.createAppender(ROWS);
                Table.Rows rows = table.rows()) {
            while (rows.next()) {
                appender.beginRow();
                for (int column = 0; column < columns.size(); column++) {
                    append(appender, table, rows, column);
                }
                appender.endRow();
            }
        }
    }

    private static String type(TableColumn.Kind kind) {
        return switch (kind) {
            case INTEGER -> "BIGINT";
            case NUMBER -> "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
            case TEXT, DATE, TIME -> "VARCHAR";
        };
    }

    private static void append(DuckDBAppender appender, Table table, Table.Rows rows, int column)
            throws SQLException, IOException {
        TableColumn.Kind kind = table.columns().get(column).kind();
        if (type(kind).equals("VARCHAR")) {
            appender.append(rows.text(column));
            return;
        }
        double value = rows.number(column);
        if (Double.isNaN(value)) {
            appender.appendNull();
        } else if (kind == TableColumn.Kind.BOOLEAN) {
            appender.append(value != 0);
        } else if (kind == TableColumn.Kind.NUMBER) {
            appender.append(value);
        } else {
            appender.append(Math.abs(value) < WHOLE ? (long) value : whole(table, rows, column));
        }
    }

    private static long whole(Table table, Table.Rows rows, int column) throws IOException {
        String text = String.valueOf(rows.text(column)).strip();
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new InputException(
                    table.name() + ": " + rows.place() + ", column '"
                            + table.columns().get(column).name() + "': found " + text
                            + ", expected a whole number of 64 bits, the largest that this Parquet file holds",
                    e);
        }
    }
}

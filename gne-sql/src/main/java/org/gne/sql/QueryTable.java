package org.gne.sql;

import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gne.io.InputException;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.jspecify.annotations.Nullable;

/** The rows of a query, as a stream: only the rows that the database reads at a time are in memory. */
final class QueryTable implements Table {

    /** The types of lists of numbers: {@code DOUBLE[]}, {@code FLOAT[384]}. */
    private static final Pattern NUMBERS = Pattern.compile(
            "(U?(TINY|SMALL|BIG|HUGE)?INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL\\([0-9, ]+\\))\\[[0-9]*]",
            Pattern.CASE_INSENSITIVE);

    private final String name;
    private final String query;
    private final Connection connection;
    private final List<TableColumn> columns;
    private final List<String> notes;

    private QueryTable(
            String name, String query, Connection connection, List<TableColumn> columns, List<String> notes) {
        this.name = name;
        this.query = query;
        this.connection = connection;
        this.columns = columns;
        this.notes = notes;
    }

    /**
     * Opens the result of a query of a user.
     *
     * @param name the name for messages
     * @throws InputException if it is not a query, or it fails
     */
    static Table open(String name, String query, ReadOptions options) throws IOException {
        return open(name, query, options, true, (connection, found) -> new Names(found, List.of()));
    }

    /** The names of the columns, and notes about them. */
    record Names(List<String> names, List<String> notes) {}

    /** Chooses the names of columns. */
    interface Naming {
        /** The names for columns that have names in the database. */
        Names of(Connection connection, List<String> found) throws SQLException;
    }

    /**
     * Opens the result of a query that a reader of files made, with other names of its columns.
     *
     * @see #open(String, String, ReadOptions)
     */
    static Table open(String name, String query, ReadOptions options, Naming naming) throws IOException {
        return open(name, query, options, false, naming);
    }

    private static Table open(String name, String query, ReadOptions options, boolean check, Naming naming)
            throws IOException {
        String bare = query.strip().replaceAll(";$", "");
        Connection connection = DuckDb.open(options.storage().directory());
        try {
            if (check) {
                QueryCheck.require(name, bare, connection);
            }
            // The line end closes a comment. Of a query with another end, more rows are computed than are read.
            boolean limit = options.limit() < Integer.MAX_VALUE && bare.indexOf(';') < 0;
            String limited = limit ? "SELECT * FROM (" + bare + "\n) LIMIT " + options.limit() : bare;
            return open(name, limited, connection, columns(name, connection, bare), naming);
        } catch (SQLException e) {
            close(connection);
            throw DuckDb.failure(name, e);
        } catch (IOException | RuntimeException e) {
            close(connection);
            throw e;
        }
    }

    private static QueryTable open(
            String name, String query, Connection connection, List<TableColumn> found, Naming naming)
            throws SQLException {
        Names names =
                naming.of(connection, found.stream().map(TableColumn::name).toList());
        List<TableColumn> columns = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            TableColumn column = found.get(i);
            String own = names.names().get(i);
            columns.add(own.equals(column.name()) ? column : new TableColumn(own, column.kind(), column.doubt()));
        }
        return new QueryTable(name, query, connection, columns, names.notes());
    }

    private static List<TableColumn> columns(String name, Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            ResultSetMetaData found = statement.getMetaData();
            if (found == null) {
                throw new InputException(name + ": found another statement, expected a query (select ...)");
            }
            List<TableColumn> columns = new ArrayList<>();
            // To the database, names that differ only in case are the same.
            TreeMap<String, Integer> seen = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (int i = 1; i <= found.getColumnCount(); i++) {
                String column = found.getColumnName(i);
                Integer before = seen.put(column, i);
                if (before != null) {
                    throw new InputException(name + ": found the name '" + column + "' for columns " + before + " and "
                            + i + ", expected a different name for each");
                }
                columns.add(column(column, found.getColumnTypeName(i)));
            }
            return columns;
        }
    }

    private static TableColumn column(String name, String type) {
        if (NUMBERS.matcher(type).matches()) {
            // A list is read as its text.
            return new TableColumn(name, TableColumn.Kind.TEXT);
        }
        String kind = type.toUpperCase(Locale.ROOT).replaceAll("\\(.*", "");
        return switch (kind) {
            case "TINYINT",
                    "SMALLINT",
                    "INTEGER",
                    "BIGINT",
                    "HUGEINT",
                    "UTINYINT",
                    "USMALLINT",
                    "UINTEGER",
                    "UBIGINT",
                    "UHUGEINT" -> new TableColumn(name, TableColumn.Kind.INTEGER);
            case "FLOAT", "DOUBLE", "DECIMAL" -> new TableColumn(name, TableColumn.Kind.NUMBER);
            case "DATE" -> new TableColumn(name, TableColumn.Kind.DATE);
            case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "DATETIME", "TIMESTAMP WITH TIME ZONE" ->
                new TableColumn(name, TableColumn.Kind.TIME);
            case "BOOLEAN" -> new TableColumn(name, TableColumn.Kind.BOOLEAN);
            // The type of a column without any value.
            case "\"NULL\"", "NULL" -> new TableColumn(name, TableColumn.Kind.NUMBER);
            case "VARCHAR", "ENUM", "UUID" -> new TableColumn(name, TableColumn.Kind.TEXT);
            default ->
                new TableColumn(
                        name,
                        TableColumn.Kind.TEXT,
                        "column '" + name + "': found "
                                + (kind.equals("JSON") ? "values of several types" : shortened(type))
                                + ", expected numbers, booleans, dates, times or texts");
        };
    }

    private static String shortened(String type) {
        return type.length() <= 60 ? type : type.substring(0, 60) + "...";
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
    public List<String> notes() {
        return notes;
    }

    @Override
    public Rows rows() throws IOException {
        try {
            PreparedStatement statement = connection.prepareStatement(query);
            return new QueryRows(statement, statement.executeQuery());
        } catch (SQLException e) {
            throw DuckDb.failure(name, e);
        }
    }

    private final class QueryRows implements Rows {
        private final PreparedStatement statement;
        private final ResultSet result;
        private long row;

        QueryRows(PreparedStatement statement, ResultSet result) {
            this.statement = statement;
            this.result = result;
        }

        @Override
        public boolean next() {
            try {
                row++;
                return result.next();
            } catch (SQLException e) {
                throw DuckDb.failure(name + ": after row " + (row - 1), e);
            }
        }

        @Override
        public double number(int column) {
            try {
                double value = switch (columns.get(column).kind()) {
                    case BOOLEAN -> result.getBoolean(column + 1) ? 1 : 0;
                    case DATE -> days(result.getObject(column + 1, LocalDate.class));
                    case TIME -> seconds(column);
                    default -> result.getDouble(column + 1);
                };
                return result.wasNull() ? Double.NaN : value;
            } catch (SQLException e) {
                throw DuckDb.failure(name + ": " + place(), e);
            }
        }

        private static double days(@Nullable LocalDate date) {
            return date == null ? Double.NaN : date.toEpochDay();
        }

        private double seconds(int column) throws SQLException {
            Object found = result.getObject(column + 1);
            LocalDateTime time = found instanceof OffsetDateTime zoned
                    ? zoned.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
                    : result.getObject(column + 1, LocalDateTime.class);
            return time == null ? Double.NaN : time.toEpochSecond(ZoneOffset.UTC) + 1e-9 * time.getNano();
        }

        @Override
        public @Nullable String text(int column) {
            try {
                Object value = result.getObject(column + 1);
                return value == null ? null : value instanceof Array list ? text(list) : value.toString();
            } catch (SQLException e) {
                throw DuckDb.failure(name + ": " + place(), e);
            }
        }

        private static String text(Array list) throws SQLException {
            return Arrays.toString((Object[]) list.getArray());
        }

        @Override
        public String place() {
            return "row " + row;
        }

        @Override
        public void close() throws IOException {
            try (statement) {
                result.close();
            } catch (SQLException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        close(connection);
    }

    private static void close(Connection connection) throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}

package org.gne.io.jdbc;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.gne.io.InputException;
import org.gne.io.TableColumn;

/**
 * The columns of a query.
 *
 * @param columns their names and kinds
 * @param readers how the values of each are read
 */
record JdbcColumns(List<TableColumn> columns, List<CellReader> readers) {

    private static final Set<String> BOOLEANS = Set.of("bool", "boolean");

    static JdbcColumns of(QueryRun run) throws SQLException {
        JdbcColumns declared = run.describe(found -> declared(run.database().name(), found));
        return run.database().isSqlite() ? StoredTypes.found(run, declared) : declared;
    }

    private static JdbcColumns declared(String source, ResultSetMetaData found) throws SQLException {
        List<TableColumn> columns = new ArrayList<>();
        List<CellReader> readers = new ArrayList<>();
        TreeMap<String, Integer> seen = new TreeMap<>();
        for (int i = 1; i <= found.getColumnCount(); i++) {
            String name = found.getColumnLabel(i);
            Integer before = seen.put(name, i);
            if (before != null) {
                throw new InputException(source + ": found the name '" + name + "' for columns " + before + " and " + i
                        + ", expected a different name for each (select ... as ...)");
            }
            String type = String.valueOf(found.getColumnTypeName(i)).toLowerCase(Locale.ROOT);
            CellReader reader = reader(found.getColumnType(i), type);
            readers.add(reader);
            columns.add(
                    reader == CellReader.OTHER
                            ? new TableColumn(
                                    name,
                                    TableColumn.Kind.TEXT,
                                    "column '" + name + "': found " + type
                                            + ", expected numbers, booleans, dates, times or texts (a cast in the query)")
                            : new TableColumn(name, reader.kind()));
        }
        return new JdbcColumns(columns, readers);
    }

    private static CellReader reader(int type, String name) {
        return switch (type) {
            case Types.BIT, Types.BOOLEAN ->
                type == Types.BOOLEAN || BOOLEANS.contains(name) ? CellReader.BOOLEAN : CellReader.TEXT;
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> CellReader.INTEGER;
            // The money of PostgreSQL is a double to JDBC, but has a text with a currency.
            case Types.DOUBLE -> name.equals("money") ? CellReader.OTHER : CellReader.NUMBER;
            case Types.NUMERIC, Types.DECIMAL, Types.REAL, Types.FLOAT -> CellReader.NUMBER;
            case Types.DATE -> CellReader.DATE;
            case Types.TIMESTAMP -> name.equals("timestamptz") ? CellReader.ZONED : CellReader.TIME;
            case Types.TIMESTAMP_WITH_TIMEZONE -> CellReader.ZONED;
            case Types.CHAR, Types.NCHAR -> CellReader.PADDED;
            case Types.VARCHAR,
                    Types.NVARCHAR,
                    Types.LONGVARCHAR,
                    Types.LONGNVARCHAR,
                    Types.CLOB,
                    Types.NCLOB,
                    Types.NULL -> CellReader.TEXT;
            default -> name.equals("uuid") || name.equals("citext") ? CellReader.TEXT : CellReader.OTHER;
        };
    }
}

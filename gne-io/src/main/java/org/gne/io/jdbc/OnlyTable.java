package org.gne.io.jdbc;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.gne.io.InputException;

/** The query for all rows of the only table of a database. */
final class OnlyTable {

    private static final String[] TYPES = {
        "TABLE", "VIEW", "MATERIALIZED VIEW", "PARTITIONED TABLE", "FOREIGN TABLE", "BASE TABLE"
    };

    /** The largest number of tables that a message names. */
    private static final int NAMED = 12;

    private OnlyTable() {}

    /**
     * The query.
     *
     * @throws InputException if there is no table, or more than one
     */
    static String query(Database database) throws SQLException {
        DatabaseMetaData about = database.connection().getMetaData();
        String quote = about.getIdentifierQuoteString().strip();
        List<String> names = new ArrayList<>();
        String query = "";
        try (ResultSet tables = about.getTables(database.connection().getCatalog(), null, "%", TYPES)) {
            while (tables.next()) {
                String schema = tables.getString("TABLE_SCHEM");
                String table = tables.getString("TABLE_NAME");
                names.add(table);
                query = "select * from " + (schema == null ? "" : quoted(quote, schema) + ".") + quoted(quote, table);
            }
        }
        if (names.size() != 1) {
            String found = names.isEmpty()
                    ? "no table"
                    : names.size() + " tables ("
                            + String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                            + (names.size() > NAMED ? ", ..." : "") + ")";
            throw new InputException(
                    database.name() + ": found " + found + ", expected a query (--query \"select ...\")");
        }
        return query;
    }

    private static String quoted(String quote, String name) {
        return quote.isEmpty() ? name : quote + name.replace(quote, quote + quote) + quote;
    }
}

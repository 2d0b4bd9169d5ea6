package org.gne.sql;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import org.duckdb.DuckDBDriver;
import org.gne.io.InputException;

/** A database in memory that lives as long as a table is read or written. It loads nothing from anywhere. */
final class DuckDb {

    private static final String MEMORY = "1GB";

    private DuckDb() {}

    /**
     * An empty database.
     *
     * @param scratch folder for what does not fit into its memory
     */
    static Connection open(Path scratch) throws IOException {
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("memory_limit", MEMORY);
        // More of them would give the rows of a query without an order in another one each time.
        settings.setProperty("threads", "1");
        settings.setProperty(
                "temp_directory",
                scratch.resolve("gne-sql-"
                                + Long.toHexString(ThreadLocalRandom.current().nextLong()))
                        .toString());
        settings.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        try {
            return new DuckDBDriver().connect("jdbc:duckdb:", settings);
        } catch (SQLException | LinkageError e) {
            throw new IOException("DuckDB, which reads this kind of input, does not start: " + e.getMessage(), e);
        }
    }

    /** A file's name as a text of SQL. */
    static String file(Path path) {
        return text(path.toString());
    }

    /** A text of SQL. */
    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /** A name of SQL. */
    static String name(String value) {
        return "\"" + value.replace("\"", "\"\"") + "\"";
    }

    /** What the database said, to the point. */
    static InputException failure(String name, SQLException e) {
        String message = String.valueOf(e.getMessage());
        int paragraph = message.indexOf("\n\n");
        if (message.startsWith("Out of Memory")) {
            return new InputException(
                    name + ": DuckDB needs more than the " + MEMORY + " that it has here, expected fewer or smaller"
                            + " columns; tens of thousands of them are read from CSV, NumPy or safetensors",
                    e);
        }
        String first = paragraph > 0 ? message.substring(0, paragraph) : message;
        return new InputException(name + ": " + (first.length() <= 300 ? first : first.substring(0, 300) + "..."), e);
    }
}

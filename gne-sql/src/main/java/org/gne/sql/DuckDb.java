package org.gne.sql;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import org.duckdb.DuckDBDriver;
import org.gne.io.InputException;

/**
 * An in-memory database that exists while a table is read or written. It loads no extensions, and its configuration is locked.
 */
final class DuckDb {

    private static final String MEMORY = "1GB";

    private DuckDb() {}

    /**
     * Opens an empty database.
     *
     * @param scratch the folder for data that does not fit into its memory
     */
    static Connection open(Path scratch) throws IOException {
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("allow_community_extensions", "false");
        settings.setProperty("allow_persistent_secrets", "false");
        settings.setProperty("memory_limit", MEMORY);
        // With more threads, a query without an order returns rows in a different order each time.
        settings.setProperty("threads", "1");
        settings.setProperty(
                "temp_directory",
                scratch.resolve("gne-sql-"
                                + Long.toHexString(ThreadLocalRandom.current().nextLong()))
                        .toString());
        settings.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        try {
            Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", settings);
            UnpackedLibrary.delete();
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET lock_configuration = true");
            }
            return connection;
        } catch (SQLException | LinkageError e) {
            throw new IOException("DuckDB, which reads this kind of input, does not start: " + e.getMessage(), e);
        }
    }

    /** The name of a file as an SQL string. */
    static String file(Path path) {
        return text(path.toString());
    }

    /**
     * A file as an SQL string for functions that read files. They expand {@code *}, {@code ?} and {@code [}, which are ordinary
     * characters here, and {@code ~} at the start of a relative path.
     */
    static String exactly(Path path) {
        return text(path.toAbsolutePath().toString().replaceAll("[*?\\[]", "[$0]"));
    }

    /** A text as an SQL string. */
    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /** A name as an SQL identifier. */
    static String name(String value) {
        return "\"" + value.replace("\"", "\"\"") + "\"";
    }

    /** A short message for an error of the database. */
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

package org.gne.io.jdbc;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.gne.io.InputException;

/**
 * A connection that only reads.
 *
 * @param name the address without what may be a secret, for messages
 * @param url the address
 * @param connection the connection, in a transaction that is never committed
 * @param driver the driver
 */
record Database(String name, String url, Connection connection, JdbcDriver driver) implements Closeable {

    /**
     * Connects to a database.
     *
     * @param url {@code jdbc:...}
     * @param jars jars with the driver, or none if it is on the class path
     * @throws InputException if there is no driver or no connection
     */
    static Database open(String url, List<Path> jars) throws IOException {
        String name = shown(url);
        JdbcDriver driver = JdbcDriver.of(name, url, jars);
        Properties settings = new Properties();
        if (url.startsWith("jdbc:sqlite:")) {
            // Read only; else a file that does not exist would be created.
            settings.setProperty("open_mode", "1");
        }
        Connection connection;
        try {
            connection = driver.driver().connect(url, settings);
            if (connection == null) {
                throw new InputException(name + ": the driver does not accept this address");
            }
        } catch (SQLException e) {
            driver.close();
            throw failure(name, url, "no connection: ", e);
        } catch (RuntimeException e) {
            driver.close();
            throw e;
        }
        Database database = new Database(name, url, connection, driver);
        try {
            database.startReading();
            return database;
        } catch (SQLException e) {
            database.close();
            throw database.failure("", e);
        }
    }

    private void startReading() throws SQLException {
        if (!isSqlite()) {
            connection.setReadOnly(true);
            // The table is read twice, and must be the same.
            if (connection.getMetaData().supportsTransactionIsolationLevel(Connection.TRANSACTION_REPEATABLE_READ)) {
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            }
        }
        // Within a transaction, PostgreSQL sends rows in parts.
        connection.setAutoCommit(false);
    }

    /** Whether the type of a value is that of the value, not that of its column. */
    boolean isSqlite() throws SQLException {
        return connection
                .getMetaData()
                .getDatabaseProductName()
                .toLowerCase(Locale.ROOT)
                .contains("sqlite");
    }

    /** An address without the part after ? or ;, and without user and password before an @. */
    private static String shown(String url) {
        return url.replaceAll("[?;].*", "").replaceAll("(?<=[/:])[^/:@]*[/:][^/@]*@", "");
    }

    /**
     * A failure in one line.
     *
     * @param place where it happened, for example {@code "row 7: "}, or empty
     */
    InputException failure(String place, SQLException e) {
        return failure(name, url, place, e);
    }

    private static InputException failure(String name, String url, String place, SQLException e) {
        String message = String.valueOf(e.getMessage()).replace(url, name).replaceAll("\\s*\\R\\s*", " ");
        return new InputException(name + ": " + place + message, e);
    }

    @Override
    public void close() throws IOException {
        try (driver) {
            connection.rollback();
            connection.close();
        } catch (SQLException e) {
            throw new IOException(name + ": " + e.getMessage(), e);
        }
    }
}

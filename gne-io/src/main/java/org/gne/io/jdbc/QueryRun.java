package org.gne.io.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import org.gne.io.InputException;

/**
 * A query that can be run more than once.
 *
 * @param database where it runs
 * @param query the query
 * @param most the largest number of rows, 0 for all
 */
record QueryRun(Database database, String query, int most) {

    /** Rows that the driver fetches at a time. */
    private static final int FETCHED = 1000;

    /** What uses the description of the columns. */
    interface Described<T> {
        T of(ResultSetMetaData columns) throws SQLException;
    }

    /** Describes the columns without running the query. */
    <T> T describe(Described<T> described) throws SQLException {
        try (PreparedStatement statement = database.connection().prepareStatement(query)) {
            ResultSetMetaData columns = statement.getMetaData();
            if (columns == null || columns.getColumnCount() == 0) {
                throw new InputException(database.name() + ": found no columns, expected a query (select ...)");
            }
            return described.of(columns);
        }
    }

    /** Runs the query. Closing the statement closes the rows. */
    ResultSet start() throws SQLException {
        PreparedStatement statement = database.connection().prepareStatement(query);
        try {
            statement.closeOnCompletion();
            statement.setFetchSize(FETCHED);
            statement.setMaxRows(most);
            return statement.executeQuery();
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }
}

package org.gne.io.jdbc;

import java.io.IOException;
import java.sql.SQLException;
import org.gne.io.InputSource;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.gne.io.table.TableFormat;

/**
 * The result of a query to a database, or its only table: {@code jdbc:sqlite:shop.db}, {@code
 * jdbc:postgresql://host/shop?user=me}. The query is {@link org.gne.io.AddressOptions#query}.
 *
 * @hidden internal
 */
public final class JdbcFormat implements TableFormat {

    @Override
    public String description() {
        return "address of a database (jdbc:sqlite:..., jdbc:postgresql://...)";
    }

    @Override
    public boolean claims(InputSource source) {
        return !source.isFile() && !source.isFolder() && source.text().startsWith("jdbc:");
    }

    @Override
    public Table table(InputSource source, ReadOptions options) throws IOException {
        Database database = Database.open(source.text(), options.address().drivers());
        try {
            String given = options.address().query();
            String query = given == null ? OnlyTable.query(database) : QueryText.of(database.name(), given);
            return open(database, query, options);
        } catch (SQLException e) {
            throw closed(database, database.failure("", e));
        } catch (RuntimeException e) {
            throw closed(database, e);
        }
    }

    private static RuntimeException closed(Database database, RuntimeException failure) throws IOException {
        database.close();
        return failure;
    }

    private static Table open(Database database, String query, ReadOptions options) throws SQLException {
        int most = options.limit() == Integer.MAX_VALUE ? 0 : options.limit();
        QueryRun run = new QueryRun(database, query, most);
        return new JdbcTable(database, run, JdbcColumns.of(run));
    }
}

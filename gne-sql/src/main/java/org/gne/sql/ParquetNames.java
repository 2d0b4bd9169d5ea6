package org.gne.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gne.io.InputSource;

/**
 * The names of the columns in a Parquet file. The database changes names that occur twice, also in another case. Here a name
 * stays as the file has it, except the second of two equal names and an empty name, and a note says how that column is called.
 */
final class ParquetNames implements QueryTable.Naming {

    private final Path file;

    private ParquetNames(Path file) {
        this.file = file;
    }

    static ParquetNames of(InputSource source) {
        return new ParquetNames(source.path());
    }

    @Override
    public QueryTable.Names of(Connection connection, List<String> found) throws SQLException {
        List<String> own = inFile(connection);
        if (own.size() != found.size()) {
            return new QueryTable.Names(found, List.of());
        }
        Set<String> taken = new HashSet<>(own);
        Set<String> seen = new HashSet<>();
        List<String> names = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            String name = own.get(i);
            if (name.isEmpty() || !seen.add(name)) {
                String free = free(name.isEmpty() ? "column" + (i + 1) : name + "_" + (i + 1), taken);
                notes.add("column " + (i + 1)
                        + (name.isEmpty() ? " has no name" : " has the name of another column, " + name)
                        + ": it is called " + free);
                name = free;
            }
            names.add(name);
        }
        return new QueryTable.Names(names, notes);
    }

    private static String free(String wanted, Set<String> taken) {
        String name = wanted;
        while (!taken.add(name)) {
            name += "_";
        }
        return name;
    }

    /** The names of the columns, without the fields inside of nested columns. */
    private List<String> inFile(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        String query = "SELECT name, num_children FROM parquet_schema(" + DuckDb.exactly(file) + ")";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            // The first row is the table itself.
            rows.next();
            int inside = 0;
            while (rows.next()) {
                if (inside == 0) {
                    names.add(rows.getString(1));
                } else {
                    inside--;
                }
                inside += rows.getInt(2);
            }
        }
        return names;
    }
}

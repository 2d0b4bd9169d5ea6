package org.gne.sql;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gne.io.InputException;
import org.gne.io.InputSource;

/**
 * Makes sure that a text is one query that only reads, and that the JSON files in it are not nested too deeply for the database. The
 * database's own parser decides; for a query with PIVOT, which it cannot describe, {@link SqlTokens} does.
 */
final class QueryCheck {

    /** The largest number of levels; the database recurses, and some 2,000 crash the process. */
    private static final int DEEPEST = 500;

    private static final int LONGEST_PATH = 4096;

    private final String name;
    private final Connection connection;

    private QueryCheck(String name, Connection connection) {
        this.name = name;
        this.connection = connection;
    }

    /**
     * Checks a text.
     *
     * @throws InputException if it is no query, more than one, or reads JSON that is nested too deeply
     */
    static void require(String name, String query, Connection connection) throws SQLException, IOException {
        if (query.indexOf('\0') >= 0) {
            throw new InputException(name + ": found a NUL character, expected a query (select ...)");
        }
        QueryCheck check = new QueryCheck(name, connection);
        for (String text : check.texts(query)) {
            check.requireFlat(text);
        }
    }

    /** The texts and the names of tables in a query; some of them are files. */
    private Set<String> texts(String query) throws SQLException, IOException {
        Map<String, Object> parsed = JSON.std.mapFrom(serialized(query));
        if (Boolean.FALSE.equals(parsed.get("error"))) {
            if (!(parsed.get("statements") instanceof List<?> statements) || statements.size() != 1) {
                throw new InputException(name + ": found several statements, expected one query (select ...)");
            }
            Set<String> texts = new LinkedHashSet<>();
            collect(statements, texts);
            return texts;
        }
        if (!"not implemented".equals(parsed.get("error_type"))) {
            throw new InputException(
                    name + ": " + parsed.get("error_message") + place(query, String.valueOf(parsed.get("position"))));
        }
        return new LinkedHashSet<>(SqlTokens.ofQuery(name, query).texts());
    }

    private String serialized(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT json_serialize_sql(" + DuckDb.text(query) + ")::VARCHAR")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String place(String query, String digits) {
        if (!digits.matches("\\d{1,9}") || Integer.parseInt(digits) >= query.length()) {
            return "";
        }
        int from = Integer.parseInt(digits);
        return ", character " + (from + 1) + " of the query: '"
                + query.substring(from, Math.min(query.length(), from + 30)) + "'";
    }

    private static void collect(Object node, Set<String> texts) {
        if (node instanceof Map<?, ?> map) {
            map.values().forEach(value -> collect(value, texts));
        } else if (node instanceof List<?> list) {
            list.forEach(value -> collect(value, texts));
        } else if (node instanceof String text && text.length() <= LONGEST_PATH && text.indexOf('.') >= 0) {
            texts.add(text);
        }
    }

    /** Checks the nesting of the JSON files that a text names, if it names some. */
    private void requireFlat(String text) throws IOException {
        for (String file : files(text)) {
            InputSource source = InputSource.of(Path.of(file).toString());
            if (source.isFile() && JsonLinesFormat.beginsAsJson(source)) {
                JsonScan.keys(source, false, DEEPEST);
            }
        }
    }

    private List<String> files(String pattern) {
        List<String> files = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT file FROM glob(" + DuckDb.text(pattern) + ")")) {
            while (rows.next()) {
                files.add(rows.getString(1));
            }
        } catch (SQLException e) {
            // A text that is no pattern is no file.
        }
        return files;
    }
}

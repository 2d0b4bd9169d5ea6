package org.gne.sql;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.gne.io.InputException;
import org.gne.io.InputSource;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.gne.io.table.TableFormat;

/** JSON lines: one object per line, plain or gzip. The kind of a column is found from all lines. */
public final class JsonLinesFormat implements TableFormat {

    private static final List<String> ENDINGS = List.of(".jsonl", ".ndjson");

    /** The largest number of characters of a line. */
    private static final int LONGEST = 1 << 24;

    @Override
    public String description() {
        return "JSON lines (.jsonl, .ndjson)";
    }

    @Override
    public boolean claims(InputSource source) {
        return source.isFileEndingIn(ENDINGS);
    }

    @Override
    public Table table(InputSource source, ReadOptions options) throws IOException {
        List<String> keys = JsonScan.keys(source);
        String query = "SELECT * FROM read_json(" + DuckDb.exactly(source.path())
                + ", hive_partitioning = false, format = 'newline_delimited', records = true, sample_size = -1, map_inference_threshold = -1, maximum_object_size = "
                + LONGEST
                + ")";
        return QueryTable.open(source.text(), query, options, (connection, found) -> named(source, keys, found));
    }

    /** The keys as they are in the file. The database gives other names to keys that differ from another only in case. */
    private static QueryTable.Names named(InputSource source, List<String> keys, List<String> found) {
        Set<String> folded = new HashSet<>();
        List<String> alike = keys.stream()
                .filter(key -> !folded.add(key.toLowerCase(Locale.ROOT)))
                .toList();
        if (alike.isEmpty()) {
            return new QueryTable.Names(found, List.of());
        }
        boolean same = keys.size() == found.size()
                && IntStream.range(0, keys.size())
                        .allMatch(i -> found.get(i)
                                .toLowerCase(Locale.ROOT)
                                .startsWith(keys.get(i).toLowerCase(Locale.ROOT)));
        if (!same) {
            throw new InputException(source.text() + ": found the key '" + alike.get(0)
                    + "' and another that differs from it only in case, expected different names");
        }
        return new QueryTable.Names(keys, List.of());
    }
}

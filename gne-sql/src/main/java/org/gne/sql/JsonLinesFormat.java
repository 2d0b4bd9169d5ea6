package org.gne.sql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.gne.data.Dataset;
import org.gne.io.InputException;
import org.gne.io.InputSource;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.gne.io.table.TableFormat;

/**
 * JSON: one object per line, or an array of objects. The kind of a column is found from all objects.
 *
 * @hidden internal
 */
public final class JsonLinesFormat implements TableFormat {

    private static final List<String> LINES = List.of(".jsonl", ".ndjson");

    private static final List<String> ENDINGS = List.of(".jsonl", ".ndjson", ".json");

    /** The largest number of characters of a line. */
    private static final int LONGEST = 1 << 24;

    /** The number of bytes that are examined to recognise JSON. */
    private static final int LOOKED_AT = 256;

    @Override
    public String description() {
        return "JSON (.jsonl, .ndjson, .json)";
    }

    @Override
    public boolean claims(InputSource source) {
        return source.isFileEndingIn(ENDINGS);
    }

    @Override
    public boolean recognises(InputSource source) {
        return source.isFile() && beginsAsJson(source);
    }

    /** Whether the first character of a file begins an object or an array. */
    static boolean beginsAsJson(InputSource source) {
        char first = first(source);
        return first == '{' || first == '[';
    }

    private static char first(InputSource source) {
        String start = new String(source.start(LOOKED_AT), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .strip();
        return start.isEmpty() ? ' ' : start.charAt(0);
    }

    @Override
    public Dataset read(InputSource source, ReadOptions options) throws IOException {
        return LargeStack.run(() -> TableFormat.super.read(source, options));
    }

    @Override
    public Table table(InputSource source, ReadOptions options) throws IOException {
        boolean lines = source.isFileEndingIn(LINES);
        List<String> keys = JsonScan.keys(source, lines, JsonScan.DEEPEST);
        String packing = source.packing();
        if (packing != null && !packing.equals("gzip") && !packing.equals("zstd")) {
            throw new InputException(
                    source.text() + ": found JSON packed as " + packing + ", expected plain, gzip or zstd");
        }
        String query = "SELECT * FROM read_json(" + DuckDb.exactly(source.path())
                + ", hive_partitioning = false, compression = '"
                + (packing == null ? "uncompressed" : packing) + "', format = '"
                + (lines ? "newline_delimited" : first(source) == '[' ? "array" : "auto")
                + "', records = true, sample_size = -1, map_inference_threshold = -1, maximum_object_size = "
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

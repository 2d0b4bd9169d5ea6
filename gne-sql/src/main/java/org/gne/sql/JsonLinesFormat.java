package org.gne.sql;

import java.io.IOException;
import java.util.List;
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
        JsonNesting.check(source);
        String query = "SELECT * FROM read_json(" + DuckDb.file(source.path())
                + ", format = 'newline_delimited', records = true, sample_size = -1, map_inference_threshold = -1, maximum_object_size = "
                + LONGEST
                + ")";
        return QueryTable.open(source.text(), query, options);
    }
}

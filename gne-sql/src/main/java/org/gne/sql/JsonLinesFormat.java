package org.gne.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.gne.io.InputSource;
import org.gne.io.ReadOptions;
import org.gne.io.table.Table;
import org.gne.io.table.TableFormat;

/** JSON lines: an object per line, plain or gzip. What a column is is seen by all of them. */
public final class JsonLinesFormat implements TableFormat {

    private static final List<String> ENDINGS = List.of(".jsonl", ".ndjson");

    /** Characters of a line. */
    private static final int LONGEST = 1 << 24;

    @Override
    public String description() {
        return "JSON lines (.jsonl, .ndjson)";
    }

    @Override
    public boolean claims(InputSource source) {
        return source.isFileEndingIn(ENDINGS);
    }

    /** DuckDB takes the rows before the damage of a gzip file for all there are. */
    private static void requireWhole(InputSource source) throws IOException {
        if (source.isFile() && source.text().toLowerCase(Locale.ROOT).endsWith(".gz")) {
            try (InputStream in = source.open()) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    @Override
    public Table open(InputSource source, ReadOptions options) throws IOException {
        requireWhole(source);
        String query = "SELECT * FROM read_json(" + DuckDb.file(source.path())
                + ", format = 'newline_delimited', records = true, sample_size = -1, maximum_object_size = " + LONGEST
                + ")";
        return QueryTable.open(source.text(), query, options);
    }
}

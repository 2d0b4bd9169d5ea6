package org.gne.sql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gne.io.InputSource;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.gne.io.table.TableFormat;

/**
 * Parquet files.
 *
 * @hidden internal
 */
public final class ParquetFormat implements TableFormat {

    private static final List<String> ENDINGS = List.of(".parquet", ".pq");

    @Override
    public String description() {
        return "Parquet (.parquet)";
    }

    @Override
    public boolean claims(InputSource source) {
        return source.isFileEndingIn(ENDINGS);
    }

    @Override
    public boolean recognises(InputSource source) {
        return new String(source.start(), StandardCharsets.ISO_8859_1).startsWith("PAR1");
    }

    @Override
    public Table table(InputSource source, ReadOptions options) throws IOException {
        // Without the option, the database makes columns of folders called year=2020.
        return QueryTable.open(
                source.text(),
                "SELECT * FROM read_parquet(" + DuckDb.exactly(source.path()) + ", hive_partitioning = false)",
                options,
                ParquetNames.of(source));
    }
}

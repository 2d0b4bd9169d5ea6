package org.gne.io.table;

import java.io.IOException;
import java.util.List;
import org.gne.io.InputSource;
import org.gne.io.ReadOptions;
import org.gne.io.Table;

/** Text tables, recognised by the ending of the file name. */
public final class CsvFormat implements TableFormat {

    private static final List<String> ENDINGS = List.of(".csv", ".tsv", ".tab", ".txt");

    @Override
    public String description() {
        return "CSV or TSV (.csv, .tsv, .txt)";
    }

    @Override
    public boolean claims(InputSource source) {
        return source.isFileEndingIn(ENDINGS);
    }

    @Override
    public Table table(InputSource source, ReadOptions options) throws IOException {
        return CsvTable.open(source, options);
    }
}

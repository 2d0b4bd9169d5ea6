package org.gne.io.table;

import java.io.IOException;
import java.util.List;
import org.gne.io.ReadOptions;
import org.gne.io.text.Fields;
import org.gne.io.text.TextRecords;
import org.jspecify.annotations.Nullable;

/**
 * What a first pass over a text table finds out.
 *
 * @param columns what the rows that will be read say about each column
 * @param styles how the numbers of each column are written
 * @param cache the numbers, if they fit into memory
 */
record CsvScan(List<ColumnSurvey> columns, NumberStyles styles, NumberCache cache) {

    /** Reads a text table; twice, if numbers are not written as a program writes them. */
    static CsvScan of(CsvDialect dialect, ReadOptions options) throws IOException {
        NumberCache cache = new NumberCache(dialect.names().size());
        List<ColumnSurvey> columns = columns(dialect, options, null, cache);
        NumberStyles styles = NumberStyles.of(
                dialect.names(), columns.stream().map(ColumnSurvey::style).toList(), options);
        if (!styles.arePlain()) {
            columns = columns(dialect, options, styles, cache);
        }
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).setFault(styles.fault(i));
        }
        return new CsvScan(columns, styles, cache);
    }

    private static List<ColumnSurvey> columns(
            CsvDialect dialect, ReadOptions options, @Nullable NumberStyles styles, NumberCache cache)
            throws IOException {
        int width = dialect.names().size();
        ColumnSurvey[] surveys = dialect.names().stream()
                .map(name -> new ColumnSurvey(options.columns().missing().rule(name), width))
                .toArray(ColumnSurvey[]::new);
        int limit = options.limit();
        try (TextRecords file = dialect.open()) {
            TextSurvey.Rows place = file::place;
            int rows = 0;
            Fields fields = limit == 0 ? null : dialect.next(file);
            while (fields != null) {
                if (styles == null) {
                    cache.startRow();
                }
                for (int i = 0; i < width; i++) {
                    double number = styles == null ? fields.plainNumber(i) : Double.NaN;
                    if (!Double.isNaN(number) && surveys[i].addPlain(number, fields, i)) {
                        cache.setNumber(i, number);
                        continue;
                    }
                    String cell = fields.text(i);
                    CsvDialect.requireText(file, cell);
                    surveys[i].addText(styles == null ? cell : styles.plain(i, cell), place);
                    if (styles == null) {
                        cache.setText(i, cell);
                    }
                }
                options.listener().onRow("examining", rows);
                fields = ++rows == limit ? null : dialect.next(file);
            }
        }
        return List.of(surveys);
    }
}

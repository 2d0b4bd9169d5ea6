package org.gne.io.table;

import java.io.IOException;
import java.util.List;
import org.gne.io.ColumnChoice;
import org.gne.io.InputSource;

/** Reads a text table to find out the types of its columns. */
final class CsvScan {

    private CsvScan() {}

    /** What the first {@code limit} rows say about each column. */
    static List<ColumnSurvey> columns(InputSource source, CsvDialect dialect, ColumnChoice choice, int limit)
            throws IOException {
        int width = dialect.names().size();
        ColumnSurvey[] surveys = dialect.names().stream()
                .map(name -> new ColumnSurvey(choice.missing().rule(name), width))
                .toArray(ColumnSurvey[]::new);
        try (CsvFile file = dialect.open(source)) {
            TextSurvey.Rows place = () -> "line " + file.line();
            int rows = 0;
            List<String> fields = limit == 0 ? null : dialect.next(file);
            while (fields != null) {
                for (int i = 0; i < width; i++) {
                    String cell = fields.get(i);
                    CsvDialect.requireText(file, cell);
                    surveys[i].addText(cell, place);
                }
                fields = ++rows == limit ? null : dialect.next(file);
            }
        }
        return List.of(surveys);
    }
}

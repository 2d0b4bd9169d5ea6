package org.gne.io.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gne.io.CellText;
import org.gne.io.InputSource;
import org.gne.io.TableColumn;
import org.jspecify.annotations.Nullable;

/** Reads a text table to find out the kind of its columns: a column holds numbers if every value is a number. */
final class CsvScan {

    private final CsvDialect dialect;
    private final Tally[] tallies;
    private int rows;

    private CsvScan(CsvDialect dialect) {
        this.dialect = dialect;
        tallies = new Tally[dialect.names().size()];
        Arrays.setAll(tallies, i -> new Tally());
    }

    /** The counts of a column. */
    private static final class Tally {
        private int numbers;
        private boolean whole = true;
        private int truths;
        private int texts;
        private @Nullable String firstText;
        private long firstLine;
    }

    static List<TableColumn> columns(InputSource source, CsvDialect dialect, int limit) throws IOException {
        CsvScan scan = new CsvScan(dialect);
        try (CsvFile file = dialect.open(source)) {
            List<String> fields = limit == 0 ? null : dialect.next(file);
            while (fields != null) {
                scan.look(file, fields);
                fields = scan.rows == limit ? null : dialect.next(file);
            }
        }
        return scan.columns();
    }

    private void look(CsvFile file, List<String> fields) {
        for (int i = 0; i < tallies.length; i++) {
            String text = fields.get(i);
            Tally tally = tallies[i];
            if (CellText.isMissing(text)) {
                continue;
            }
            if (!Double.isNaN(CellText.number(text))) {
                tally.numbers++;
                tally.whole = tally.whole && CellText.isWhole(text);
            } else if (CellText.isTruthValue(text)) {
                tally.truths++;
            } else {
                CsvDialect.requireText(file, text);
                if (tally.firstText == null) {
                    tally.firstText = text;
                    tally.firstLine = file.line();
                }
                tally.texts++;
            }
        }
        rows++;
    }

    private List<TableColumn> columns() {
        List<TableColumn> columns = new ArrayList<>();
        for (int i = 0; i < tallies.length; i++) {
            columns.add(column(dialect.names().get(i), tallies[i]));
        }
        return columns;
    }

    private static TableColumn column(String name, Tally tally) {
        int texts = tally.texts + tally.truths;
        if (texts == 0) {
            // Empty cells can be missing numbers as well as missing texts: new rows of a model may have such a
            // column.
            boolean whole = tally.numbers > 0 && tally.whole;
            return new TableColumn(name, whole ? TableColumn.Kind.INTEGER : TableColumn.Kind.NUMBER);
        }
        if (tally.truths > 0 && tally.texts == 0 && tally.numbers == 0) {
            return new TableColumn(name, TableColumn.Kind.BOOLEAN);
        }
        // With more numbers than texts, it is more likely a column of numbers with a mistake than a column of names.
        String doubt = tally.firstText != null && tally.numbers > texts
                ? "line " + tally.firstLine + ", column '" + name + "': found '" + shortened(tally.firstText)
                        + "', expected a number as in " + tally.numbers + " other rows"
                : null;
        return new TableColumn(name, TableColumn.Kind.TEXT, doubt);
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}

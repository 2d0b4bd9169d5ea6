package org.gne.io.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gne.io.CellText;
import org.gne.io.InputException;
import org.gne.io.text.RecordSource;
import org.gne.io.text.TextRecords;
import org.jspecify.annotations.Nullable;

/**
 * The table of a sheet: the columns with values, and the rows with values. Titles above the table are left out: rows with one text in
 * the first column, above rows with more cells.
 */
final class SheetSource implements RecordSource {

    /** A table with fewer columns may have a row of names with a single name. */
    private static final int LEAST_WIDTH = 3;

    private static final int MOST_TITLES = 10;

    private final Workbook book;
    private final Workbook.Sheet sheet;
    private final int from;
    private final int width;
    private final int titles;
    private final SheetFindings findings;

    /** Reads all rows once. */
    SheetSource(Workbook book, Workbook.Sheet sheet) throws IOException {
        this.book = book;
        this.sheet = sheet;
        int first = Integer.MAX_VALUE;
        int end = 0;
        List<Integer> sizes = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        try (SheetRows rows = new SheetRows(book, sheet)) {
            for (List<String> row = rows.next(); row != null; row = rows.next()) {
                int begin = begin(row);
                first = Math.min(first, begin);
                end = Math.max(end, row.size());
                if (sizes.size() <= MOST_TITLES) {
                    boolean single = begin == row.size() - 1 && Double.isNaN(CellText.number(row.get(begin)));
                    sizes.add(single ? begin : -1);
                    texts.add("row " + rows.row() + " ('" + shortened(row.get(begin)) + "')");
                }
            }
            findings = rows.findings();
        }
        if (end == 0) {
            throw new InputException(
                    book.name() + ": sheet '" + sheet.name() + "' has no cell with a value, expected a table");
        }
        from = first;
        width = end - first;
        int n = 0;
        while (width >= LEAST_WIDTH && n < sizes.size() && sizes.get(n) == from) {
            n++;
        }
        // All rows like that are a table, not titles.
        titles = n == sizes.size() || n > MOST_TITLES ? 0 : n;
        findings.setTitle(titles(texts));
    }

    private @Nullable String titles(List<String> texts) {
        return titles == 0
                ? null
                : String.join(", ", texts.subList(0, titles)) + (titles == 1 ? " is" : " are")
                        + " left out: a title above the table";
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    private static int begin(List<String> row) {
        int begin = 0;
        while (row.get(begin).isEmpty()) {
            begin++;
        }
        return begin;
    }

    @Override
    public String name() {
        return book.name();
    }

    @Override
    public TextRecords open() throws IOException {
        Records records = new Records(new SheetRows(book, sheet));
        for (int i = 0; i < titles; i++) {
            records.next();
        }
        return records;
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (book.sheets().size() > 1) {
            List<String> others = book.sheets().stream()
                    .filter(other -> !other.equals(sheet))
                    .map(other -> "'" + other.name() + "'")
                    .toList();
            String listed = others.size() <= 5
                    ? String.join(", ", others)
                    : String.join(", ", others.subList(0, 5)) + " and " + (others.size() - 5) + " more";
            notes.add("sheet '" + sheet.name() + "' is read, not " + listed + " (--sheet NAME changes it)");
        }
        notes.addAll(findings.lines());
        return notes;
    }

    @Override
    public void close() throws IOException {
        book.close();
    }

    private final class Records implements TextRecords {
        private final SheetRows rows;

        Records(SheetRows rows) {
            this.rows = rows;
        }

        @Override
        public @Nullable List<String> next() {
            List<String> row = rows.next();
            if (row == null) {
                return null;
            }
            List<String> cells = new ArrayList<>(Collections.nCopies(width, ""));
            for (int i = from; i < row.size(); i++) {
                cells.set(i - from, row.get(i));
            }
            return cells;
        }

        @Override
        public long line() {
            return rows.row();
        }

        @Override
        public String place() {
            return "row " + rows.row();
        }

        @Override
        public String name() {
            return book.name();
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}

package org.gne.io.table;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gne.io.CellText;
import org.gne.io.ColumnChoice;
import org.gne.io.MissingRule;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.jspecify.annotations.Nullable;

/** What was seen of a column in a walk through all rows that will be read. */
final class ColumnSurvey {

    static final String NOT_AVAILABLE = "NA";

    /** Numbers that all columns together keep, to see how they are spread. */
    private static final int ROOM = 1 << 22;

    private static final int MOST_KEPT = 1000;

    private static final int LEAST_KEPT = 32;

    /** Different two-letter codes beside which NA is one too: Namibia, North America. */
    private static final int LEAST_CODES = 3;

    private final MissingRule rule;
    private final NumberSurvey numbers;
    private final TextSurvey texts;
    /** Texts that are missing among numbers and values among texts. */
    private final Set<String> unclear = new LinkedHashSet<>();

    private int rows;
    private int notAvailable;
    /** Whether all numbers are written as whole ones. */
    private boolean written = true;

    /**
     * @param columns of the table
     */
    ColumnSurvey(MissingRule rule, int columns) {
        this.rule = rule;
        int room = Math.max(LEAST_KEPT, Math.min(MOST_KEPT, ROOM / columns)) / 2 * 2;
        numbers = new NumberSurvey(room);
        texts = new TextSurvey(room);
    }

    /** Goes through a table whose source knows what its columns are. */
    static List<ColumnSurvey> of(Table table, ColumnChoice choice, int limit) throws IOException {
        List<TableColumn> columns = table.columns();
        List<ColumnSurvey> surveys = columns.stream()
                .map(column -> new ColumnSurvey(FeatureFactory.rule(table, choice, column.name()), columns.size()))
                .toList();
        try (Table.Rows rows = table.rows()) {
            for (int n = 0; n < limit && rows.next(); n++) {
                for (int i = 0; i < columns.size(); i++) {
                    ColumnSurvey survey = surveys.get(i);
                    if (columns.get(i).kind() == TableColumn.Kind.TEXT) {
                        survey.addPlainText(rows.raw(i), rows::place);
                    } else {
                        survey.addNumber(rows.number(i));
                    }
                }
            }
        }
        return surveys;
    }

    /** Takes a cell of which only the text is known. */
    void addText(String cell, TextSurvey.Rows place) {
        if (rule.isMissing(cell)) {
            rows++;
            notAvailable += cell.equals(NOT_AVAILABLE) ? 1 : 0;
            return;
        }
        double number = CellText.number(cell);
        if (!Double.isNaN(number)) {
            written = written && CellText.isWhole(cell);
            addNumber(number);
            return;
        }
        rows++;
        if (rule.isMissingOnlyAmongNumbers(cell)) {
            unclear.add(cell.strip());
        } else {
            texts.add(cell, place);
        }
    }

    /** Takes a text that is one even where it looks like a number, or null for a missing value. */
    private void addPlainText(@Nullable String text, TextSurvey.Rows place) {
        rows++;
        if (text != null && !rule.isMissing(text)) {
            texts.add(text, place);
        }
    }

    /** Takes a number, NaN for a missing value. */
    private void addNumber(double number) {
        rows++;
        if (!Double.isNaN(number) && !rule.isMissing(number)) {
            numbers.add(number);
        }
    }

    int rows() {
        return rows;
    }

    NumberSurvey numbers() {
        return numbers;
    }

    TextSurvey texts() {
        return texts;
    }

    /** What the column is, in a source that does not say so. */
    TableColumn column(String name) {
        if (isNumbers()) {
            // Without any value they can be missing numbers as well as missing texts.
            boolean whole = written && numbers.known() > 0;
            return new TableColumn(name, whole ? TableColumn.Kind.INTEGER : TableColumn.Kind.NUMBER);
        }
        if (numbers.known() == 0 && texts.different().stream().allMatch(ColumnSurvey::isTrueOrFalse)) {
            return new TableColumn(name, TableColumn.Kind.BOOLEAN);
        }
        TextSurvey.Place first = texts.first();
        String doubt = isNumbersWithFaults() && first != null
                ? first.place() + ", column '" + name + "': found " + CellSource.quoted(first.text())
                        + ", expected a number as in " + numbers.known() + " other rows"
                : null;
        return new TableColumn(name, TableColumn.Kind.TEXT, doubt);
    }

    private static boolean isTrueOrFalse(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }

    /** Whether no row has a value, whatever the column is. */
    boolean isEmpty() {
        return numbers.known() == 0 && texts.known() == 0;
    }

    /** Whether all values are numbers; the column may have no value at all. */
    boolean isNumbers() {
        return texts.known() == 0;
    }

    /** Whether one value stands in all rows that have one. */
    boolean isConstant() {
        if (isNumbers()) {
            return numbers.known() > 0 && numbers.low() == numbers.high();
        }
        return numbers.known() == 0 && texts.different().size() == 1 && (unclear.isEmpty() || isBoolean());
    }

    /** Whether all texts are words for true and false of one pair. */
    boolean isBoolean() {
        return numbers.known() == 0 && TruthWords.arePair(texts.different());
    }

    /** Whether there are numbers and fewer texts: numbers with something wrong among them, more likely than texts. */
    boolean isNumbersWithFaults() {
        return texts.known() > 0 && numbers.known() > texts.known();
    }

    /** About how many different texts there are, were the column one of texts; beyond some 10,000 nobody counts. */
    int differentTexts() {
        Set<Double> some = new HashSet<>();
        for (double number : numbers.sample()) {
            some.add(number);
        }
        return texts.different().size() + unclear.size() + some.size();
    }

    /** In how many rows {@code NA} is a value, since all others are codes of two capital letters; 0 where it is none. */
    int keptNotAvailable() {
        Set<String> others = texts.different();
        boolean codes = notAvailable > 0
                && numbers.known() == 0
                && !rule.isAsked(NOT_AVAILABLE)
                && others.size() >= LEAST_CODES
                && others.stream().allMatch(text -> text.matches("[A-Z]{2}"));
        return codes ? notAvailable : 0;
    }
}

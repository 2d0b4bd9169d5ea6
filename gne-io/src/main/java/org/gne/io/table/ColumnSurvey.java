package org.gne.io.table;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gne.io.CellText;
import org.gne.io.MissingRule;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.gne.io.text.Fields;
import org.jspecify.annotations.Nullable;

/** What a first pass over all rows finds out about a column. */
final class ColumnSurvey {

    static final String NOT_AVAILABLE = "NA";

    /** The number of values that all columns together keep in their samples. */
    private static final int ROOM = 1 << 22;

    private static final int MOST_KEPT = 1000;

    private static final int LEAST_KEPT = 32;

    private static final int MOST_WORDS = 1000;

    /** The least number of different two-letter codes beside which NA is a code too, such as that of Namibia. */
    private static final int LEAST_CODES = 3;

    private final MissingRule rule;
    private final NumberSurvey numbers;
    private final TextSurvey texts;
    private final StyleSurvey style = new StyleSurvey();
    private @Nullable String fault;
    /** Texts that are missing values in a column of numbers, and values in a column of texts. */
    private final Set<String> unclear = new LinkedHashSet<>();

    /** Texts that were found to be neither numbers nor dates nor missing; most columns of texts have few different ones. */
    private final Set<String> words = new HashSet<>();

    private int rows;
    private int notAvailable;
    /** Whether all numbers are written as whole numbers. */
    private boolean written = true;

    /**
     * @param columns the number of columns of the table
     */
    ColumnSurvey(MissingRule rule, int columns) {
        this.rule = rule;
        int room = Math.max(LEAST_KEPT, Math.min(MOST_KEPT, ROOM / columns)) / 2 * 2;
        numbers = new NumberSurvey(room);
        texts = new TextSurvey(room);
    }

    /** Reads all rows of a table with typed columns. */
    static List<ColumnSurvey> of(Table table, ReadOptions options) throws IOException {
        List<TableColumn> columns = table.columns();
        List<ColumnSurvey> surveys = columns.stream()
                .map(column ->
                        new ColumnSurvey(FeatureFactory.rule(table, options.columns(), column.name()), columns.size()))
                .toList();
        try (Table.Rows rows = table.rows()) {
            for (int n = 0; n < options.limit() && rows.next(); n++) {
                options.listener().onRow("examining", n);
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

    /**
     * Adds a cell that is a number as programs write it; false if it may be missing.
     *
     * @param number what {@link Fields#plainNumber} returned just now
     */
    boolean addPlain(double number, Fields fields, int field) {
        if (rule.namesNumbers()) {
            return false;
        }
        written = written && fields.isWhole();
        style.addPlain(fields, field);
        addNumber(number);
        return true;
    }

    /** Adds a cell without a type. */
    void addText(String cell, TextSurvey.Rows place) {
        if (!words.isEmpty() && words.contains(cell)) {
            rows++;
            style.addWord();
            texts.addAgain();
            return;
        }
        if (rule.isMissing(cell)) {
            rows++;
            notAvailable += cell.equals(NOT_AVAILABLE) ? 1 : 0;
            return;
        }
        double number = CellText.number(cell);
        if (!Double.isNaN(number)) {
            written = written && CellText.isWhole(cell);
            style.addPlain(cell);
            addNumber(number);
            return;
        }
        rows++;
        if (rule.isMissingOnlyAmongNumbers(cell)) {
            unclear.add(cell.strip());
        } else {
            boolean isNumber = style.addText(cell);
            boolean dateOrList = texts.add(cell, place);
            if (!isNumber && !dateOrList && words.size() < MOST_WORDS) {
                words.add(cell);
            }
        }
    }

    /** Adds the text of a text column, which is a text even if it looks like a number; null for a missing value. */
    private void addPlainText(@Nullable String text, TextSurvey.Rows place) {
        rows++;
        if (text != null && !rule.isMissing(text)) {
            texts.add(text, place);
        }
    }

    /** Adds a number, NaN for a missing value. */
    private void addNumber(double number) {
        rows++;
        if (!Double.isNaN(number) && !rule.isMissing(number)) {
            numbers.add(number);
        }
    }

    /** How the numbers are written. */
    StyleSurvey style() {
        return style;
    }

    /** Remembers why the numbers of a text table cannot be read in one way. */
    void setFault(@Nullable String value) {
        fault = value;
    }

    /** Why the numbers of a text table cannot be read in one way, or null. */
    @Nullable String fault() {
        return fault;
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

    /** The column of a table without types. */
    TableColumn column(String name) {
        if (isNumbers()) {
            // A column without any value can be one of numbers or of texts: new rows of a model may have such a column.
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

    /** Whether no row has a value. */
    boolean isEmpty() {
        return numbers.known() == 0 && texts.known() == 0;
    }

    /** Whether all values are numbers. Also true without any value. */
    boolean isNumbers() {
        return texts.known() == 0;
    }

    /** Whether all known values are equal. */
    boolean isConstant() {
        if (isNumbers()) {
            return numbers.known() > 0 && numbers.low() == numbers.high();
        }
        return numbers.known() == 0 && texts.different().size() == 1 && (unclear.isEmpty() || isBoolean());
    }

    /** Whether all texts are one pair of words for true and false. */
    boolean isBoolean() {
        return numbers.known() == 0 && TruthWords.arePair(texts.different());
    }

    /** Whether there are more numbers than texts: more likely a column of numbers with mistakes than a column of texts. */
    boolean isNumbersWithFaults() {
        return texts.known() > 0 && numbers.known() > texts.known();
    }

    /** An estimate of the number of different texts, numbers counted as texts; at most about 10,000. */
    int differentTexts() {
        Set<Double> some = new HashSet<>();
        for (double number : numbers.sample()) {
            some.add(number);
        }
        return texts.different().size() + unclear.size() + some.size();
    }

    /** The number of rows in which {@code NA} is a value, because all other values are codes of two capital letters; else 0. */
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

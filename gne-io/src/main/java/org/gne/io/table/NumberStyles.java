package org.gne.io.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gne.data.Column;
import org.gne.data.Schema;
import org.gne.io.ColumnChoice;
import org.gne.io.ColumnType;
import org.gne.io.ReadOptions;
import org.gne.io.TypeChoice;
import org.jspecify.annotations.Nullable;

/**
 * Decides how the numbers of each column of a text table are written. All numbers of a column are written in one way; if they can
 * have a decimal point and a decimal comma, other columns decide.
 */
final class NumberStyles {

    /** How the numbers of a column are written. */
    enum Style {
        /** As a program writes them, or no numbers. */
        PLAIN,
        /** With a decimal point, groups of digits, a currency or {@code %}. */
        POINT,
        /** With a decimal comma. */
        COMMA
    }

    private final List<String> names;
    private final ReadOptions options;
    private final Style[] styles;
    private final String[] units;
    private final String[] faults;
    private final List<String> notes = new ArrayList<>();

    private NumberStyles(List<String> names, ReadOptions options) {
        this.names = names;
        this.options = options;
        this.styles = new Style[names.size()];
        this.units = new String[names.size()];
        this.faults = new String[names.size()];
    }

    /**
     * Decides by what a first pass found.
     *
     * @param surveys one for each column
     */
    static NumberStyles of(List<String> names, List<StyleSurvey> surveys, ReadOptions options) {
        NumberStyles found = new NumberStyles(names, options);
        Boolean asked = options.text().decimalComma();
        List<StyleSurvey> numbers = surveys.stream().map(StyleSurvey::numbers).toList();
        boolean comma = asked != null ? asked : numbers.stream().anyMatch(StyleSurvey::needsComma);
        boolean point = asked != null ? !asked : numbers.stream().anyMatch(StyleSurvey::needsPoint);
        Map<Style, List<Integer>> written = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            boolean text = found.isText(names.get(i));
            Style style = text ? Style.PLAIN : found.style(i, numbers.get(i), comma, point);
            found.units[i] = text ? "" : surveys.get(i).letters();
            if (style == Style.PLAIN && !found.units[i].isEmpty() && found.faults[i] == null) {
                style = Style.POINT;
            }
            found.styles[i] = style;
            if (style != Style.PLAIN) {
                written.computeIfAbsent(style, unseen -> new ArrayList<>()).add(i);
            }
        }
        written.forEach((style, columns) -> found.note(style, columns, surveys));
        return found;
    }

    /** Whether the user or the model says that the values of a column are texts. */
    private boolean isText(String name) {
        ColumnChoice choice = options.columns();
        TypeChoice type = choice.type(name);
        boolean numbers = type == null || type.type() == ColumnType.REAL || type.type() == ColumnType.COUNT;
        if (!numbers || name.equals(choice.label()) || name.equals(choice.id())) {
            return true;
        }
        return options.schema() instanceof Schema.Columns schema
                && schema.columns().stream()
                        .anyMatch(column -> column.name().equals(name)
                                && column.kind() != Column.Kind.NUMBER
                                && column.kind() != Column.Kind.COUNT);
    }

    private Style style(int column, StyleSurvey survey, boolean comma, boolean point) {
        String fault = survey.fault();
        if (fault != null) {
            faults[column] = "column '" + names.get(column) + "': " + fault;
            return Style.PLAIN;
        }
        if (!survey.isUnclear()) {
            return survey.needsComma() ? Style.COMMA : survey.isWritten() ? Style.POINT : Style.PLAIN;
        }
        if (comma != point) {
            return comma ? Style.COMMA : survey.isWritten() ? Style.POINT : Style.PLAIN;
        }
        if (survey.isWritten()) {
            String example = String.valueOf(survey.example());
            faults[column] = "column '" + names.get(column) + "': found '" + example + "', which is "
                    + StyleSurvey.plain(example, false) + " or " + StyleSurvey.plain(example, true)
                    + ", expected --decimal point or --decimal comma to say which";
        }
        return Style.PLAIN;
    }

    private void note(Style style, List<Integer> columns, List<StyleSurvey> surveys) {
        List<String> called = columns.stream().map(names::get).toList();
        String example = columns.stream()
                .map(column -> surveys.get(column).example())
                .filter(text -> text != null)
                .findFirst()
                .orElse(null);
        String text = example == null
                ? "points group digits, as decimal commas in other columns show"
                : "read as numbers, '" + example + "' as " + plain(columns, surveys, example, style == Style.COMMA);
        notes.add(NameList.columns(called) + ": " + text + " (" + OptionText.type(called.get(0), "category")
                + " keeps the texts)");
    }

    private String plain(List<Integer> columns, List<StyleSurvey> surveys, String example, boolean comma) {
        int first = columns.stream()
                .filter(column -> example.equals(surveys.get(column).example()))
                .findFirst()
                .orElseThrow();
        return StyleSurvey.plain(Measurement.number(example, units[first]), comma);
    }

    /** What the user should know, one line each. */
    List<String> notes() {
        return notes;
    }

    /** Whether no cell is changed. */
    boolean arePlain() {
        for (Style style : styles) {
            if (style != Style.PLAIN) {
                return false;
            }
        }
        return true;
    }

    /** Whether no cell of a column is changed. */
    boolean isPlain(int column) {
        return styles[column] == Style.PLAIN;
    }

    /** Why the numbers of a column are unclear, or null. */
    @Nullable String fault(int column) {
        return faults[column];
    }

    /** The text of a cell, with a number as a program writes it. */
    String plain(int column, String cell) {
        Style style = styles[column];
        return style == Style.PLAIN
                ? cell
                : StyleSurvey.plain(
                        units[column].isEmpty() ? cell : Measurement.number(cell, units[column]), style == Style.COMMA);
    }
}

package org.gne.io.arff;

import java.text.ParsePosition;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import org.gne.io.CellText;
import org.gne.io.InputException;
import org.gne.io.TableColumn;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of an ARFF file: a column.
 *
 * @param column its name and the kind of its values
 * @param values the possible values of a nominal attribute, else null
 * @param format the format of dates, else null
 */
record ArffAttribute(
        TableColumn column,
        @Nullable Set<String> values,
        @Nullable SimpleDateFormat format) {

    private static final String ISO = "yyyy-MM-dd'T'HH:mm:ss";

    private static final double DAY = 86_400_000;

    /** Reads the declaration of an attribute: the line after {@code @attribute}. */
    static ArffAttribute read(ArffLines lines, String declaration) {
        ArffTokens tokens = new ArffTokens(lines, declaration, 0);
        String name = tokens.next(" \t{").text();
        String type = declaration
                .substring(Math.min(tokens.at(), declaration.length()))
                .strip();
        if (name.isEmpty() || type.isEmpty()) {
            throw lines.wrong("'" + declaration + "'", "a name and a type");
        }
        if (type.startsWith("{") && type.endsWith("}")) {
            Set<String> values = new LinkedHashSet<>();
            String inside = type.substring(1, type.length() - 1);
            new ArffTokens(lines, inside, 0).all().forEach(value -> values.add(value.text()));
            return new ArffAttribute(new TableColumn(name, TableColumn.Kind.TEXT), values, null);
        }
        String word = type.split("\\s+")[0].toLowerCase(Locale.ROOT);
        return switch (word) {
            case "numeric", "real" -> new ArffAttribute(new TableColumn(name, TableColumn.Kind.NUMBER), null, null);
            case "integer" -> new ArffAttribute(new TableColumn(name, TableColumn.Kind.INTEGER), null, null);
            case "string" -> new ArffAttribute(new TableColumn(name, TableColumn.Kind.TEXT), null, null);
            case "date" -> date(lines, name, type.substring(word.length()));
            default ->
                throw lines.wrong(
                        "the type '" + word + "' of attribute '" + name + "'",
                        "numeric, a list of values {...}, string or date");
        };
    }

    private static ArffAttribute date(ArffLines lines, String name, String rest) {
        String pattern = new ArffTokens(lines, rest, 0).next("").text();
        try {
            SimpleDateFormat format = new SimpleDateFormat(pattern.isEmpty() ? ISO : pattern, Locale.ROOT);
            format.setTimeZone(TimeZone.getTimeZone("UTC"));
            format.setLenient(false);
            boolean time = format.toPattern().replaceAll("'[^']*'", "").matches(".*[HhKkmsS].*");
            TableColumn.Kind kind = time ? TableColumn.Kind.TIME : TableColumn.Kind.DATE;
            return new ArffAttribute(new TableColumn(name, kind), null, format);
        } catch (IllegalArgumentException e) {
            throw lines.wrong("the date format '" + pattern + "'", "a format such as yyyy-MM-dd");
        }
    }

    /**
     * Checks a value.
     *
     * @return the number of a number, the days of a date, the seconds of a time; NaN for texts and missing values
     */
    double number(ArffLines lines, ArffTokens.Token value) {
        if (value.isMissing()) {
            return Double.NaN;
        }
        String text = value.text();
        if (format != null) {
            ParsePosition at = new ParsePosition(0);
            Date date = format.parse(text, at);
            if (date == null || at.getIndex() != text.length()) {
                throw wrong(lines, text, "a date in the form " + format.toPattern());
            }
            boolean day = column.kind() == TableColumn.Kind.DATE;
            return day ? Math.floor(date.getTime() / DAY) : date.getTime() / 1000.0;
        }
        if (column.kind() != TableColumn.Kind.TEXT) {
            double number = CellText.number(text);
            if (Double.isNaN(number) && !text.equalsIgnoreCase("nan")) {
                throw wrong(lines, text, "a number");
            }
            return number;
        }
        if (values != null && !values.contains(text)) {
            throw wrong(lines, text, "one of the values that the attribute lists");
        }
        return Double.NaN;
    }

    /** The value that a row of only some values has, if this one is not in it; null for texts. */
    ArffTokens.@Nullable Token zero() {
        if (values != null) {
            return new ArffTokens.Token(values.iterator().next(), true);
        }
        boolean number = column.kind() == TableColumn.Kind.NUMBER || column.kind() == TableColumn.Kind.INTEGER;
        return number ? new ArffTokens.Token("0", false) : null;
    }

    private InputException wrong(ArffLines lines, String text, String expected) {
        String shown = text.length() <= 60 ? text : text.substring(0, 60) + "...";
        return lines.wrong("'" + shown + "' in attribute '" + column.name() + "'", expected);
    }
}

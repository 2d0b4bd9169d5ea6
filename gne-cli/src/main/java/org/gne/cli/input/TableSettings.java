package org.gne.cli.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gne.io.ColumnChoice;
import org.gne.io.ColumnType;
import org.gne.io.LabelType;
import org.gne.io.MissingTexts;
import org.gne.io.ReadOptions;
import org.gne.io.TypeChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say what the columns of a table are. */
final class TableSettings {

    @Option(
            names = "--columns",
            paramLabel = "NAME",
            description =
                    "Columns of a table to use, separated by commas; * matches any text; a name with a comma is in double"
                            + " quotes: 'a,\"b,c\"'; can be given several times; default: all.")
    private List<String> columns = List.of();

    @Option(names = "--exclude", paramLabel = "NAME", description = "Columns of a table to leave out.")
    private List<String> exclude = List.of();

    @Option(
            names = "--categories",
            paramLabel = "NAME",
            description = "Columns to read as categories, although they hold numbers or many different texts.")
    private List<String> categories = List.of();

    @Option(
            names = "--counts",
            paramLabel = "NAME",
            description = "Columns to read as counts: how many times something happened.")
    private List<String> counts = List.of();

    @Option(
            names = "--type",
            paramLabel = "COLUMN=TYPE",
            description =
                    "The type of a column: real, binary, category, count, date, time, id, text (free text, left out)"
                            + " or exclude; * in COLUMN matches any text; can be given several times. date,cyclic adds weekday and"
                            + " month as columns of categories, time,cyclic the hour too; date,dmy and date,mdy say whether the"
                            + " day or the month comes first; default: found from the values.")
    private List<String> types = List.of();

    @Option(
            names = "--missing",
            paramLabel = "[COLUMN=]TEXT",
            description =
                    "Texts or numbers that mean a missing value, in all columns or in one. They add to empty cells, NA,"
                            + " N/A, n/a, #N/A, NaN, nan, null, NULL, <NA> and, in columns of numbers, booleans and dates, None, ?"
                            + " and -; an empty TEXT turns all of these off, except empty cells.")
    private List<String> missing = List.of();

    @Option(
            names = "--strict",
            description =
                    "Reject rows with categories that the model does not know, and data without one of the model's"
                            + " columns; default: these values are missing.")
    private boolean strict;

    @Option(
            names = "--label",
            paramLabel = "NAME",
            description = "The column with the class of each row, or with a number to colour the rows by.")
    private @Nullable String label;

    @Option(
            names = "--label-type",
            paramLabel = "TYPE",
            description =
                    "Whether labels are classes or numbers: class or number; default: numbers, if one of them is not"
                            + " a whole number, or if there are more than 30 different ones that do not look like codes.")
    private @Nullable LabelType labelType;

    @Option(names = "--id", paramLabel = "NAME", description = "The column with the id of each row.")
    private @Nullable String id;

    /** The name of the column of ids. */
    @Nullable String id() {
        return id;
    }

    /** The name of the column of classes. */
    @Nullable String label() {
        return label;
    }

    /** The type of labels that was asked for, or null. */
    @Nullable LabelType labelType() {
        return labelType;
    }

    /**
     * Adds these options to others.
     *
     * @throws IllegalArgumentException if a type is wrong
     */
    /** Leaves out one more column, which has another use. */
    void leaveOut(String column) {
        exclude = new ArrayList<>(exclude);
        exclude.add(column);
    }

    ReadOptions addTo(ReadOptions options) {
        ColumnChoice choice = ColumnChoice.ALL
                .withColumns(NameOption.split("--columns", columns))
                .withExclude(NameOption.split("--exclude", exclude))
                .withCategories(NameOption.split("--categories", categories))
                .withTypes(types())
                .withMissing(MissingTexts.of(NameOption.split("--missing", missing)))
                .withLabel(label)
                .withId(id);
        return options.withColumns(choice).withLabelType(labelType).withStrict(strict);
    }

    private Map<String, TypeChoice> types() {
        Map<String, TypeChoice> all = new LinkedHashMap<>();
        NameOption.split("--counts", counts).forEach(column -> all.put(column, new TypeChoice(ColumnType.COUNT)));
        for (String type : types) {
            int equals = type.lastIndexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("--type: found '" + type + "', expected COLUMN=TYPE");
            }
            try {
                all.put(type.substring(0, equals), TypeChoice.of(type.substring(equals + 1)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("--type " + type + ": " + e.getMessage(), e);
            }
        }
        return all;
    }

    /**
     * Rejects options that select or change columns, for rows of a model. The order of day and month in a date is allowed.
     *
     * @throws IllegalArgumentException if there is one
     */
    void requireColumnsOfModel() {
        String option = !columns.isEmpty()
                ? "--columns"
                : !exclude.isEmpty()
                        ? "--exclude"
                        : !categories.isEmpty()
                                ? "--categories"
                                : !counts.isEmpty() ? "--counts" : !onlyDayOrder() ? "--type" : null;
        if (option != null) {
            throw new IllegalArgumentException(
                    option + ": expected no option that selects columns, because the model has its own");
        }
    }

    private boolean onlyDayOrder() {
        return types().values().stream().allMatch(type -> type.dayFirst() != null);
    }
}

package org.gne.io.table;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.gne.data.Column;
import org.gne.data.OriginChoice;
import org.gne.io.ColumnChoice;
import org.gne.io.MissingRule;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.jspecify.annotations.Nullable;

/**
 * Makes features of the columns of a table, and adds notes for the user.
 *
 * @param table the table
 * @param choice the options for its columns
 * @param surveys what a first pass found out about each column
 * @param notes the notes
 */
record FeatureFactory(Table table, ColumnChoice choice, List<ColumnSurvey> surveys, TableNotes notes) {

    String name(int position) {
        return table.columns().get(position).name();
    }

    ColumnSurvey survey(int position) {
        return surveys.get(position);
    }

    /** The rule for missing cells of a column. */
    static MissingRule rule(Table table, ColumnChoice choice, String column) {
        MissingRule rule = choice.missing().rule(column);
        return table.isUntyped() ? rule : rule.asked();
    }

    private CellSource source(int position) {
        return new CellSource(table, position, rule(table, choice, name(position)));
    }

    /** A feature of numbers or counts. */
    Feature number(int position, Column.Kind kind) {
        String name = name(position);
        NumberSurvey numbers = survey(position).numbers();
        FarValues.Suspect suspect = numbers.suspect();
        if (suspect != null) {
            notes.addCode(name, suspect);
        }
        if (numbers.losesDigits()) {
            notes.add("column " + name
                    + ": whole numbers beyond 9,007,199,254,740,992 lose their last digits; if they are ids: --id "
                    + OptionText.value(name) + " or " + OptionText.exclude(name));
        }
        Column column = new Column(name, kind, List.of());
        return new NumberFeature(
                new NumberCell(source(position)),
                kind == Column.Kind.NUMBER ? OriginChoice.keep(column, numbers.sample()) : column);
    }

    /** The features of a column of lists. */
    List<Feature> lists(int position) {
        return ListNumberFeature.all(
                source(position), survey(position).texts().lists().length());
    }

    Feature truth(int position) {
        return new NumberFeature(new TruthCell(source(position)), Column.bool(name(position)));
    }

    Feature category(int position) {
        CellSource source = source(position);
        if (!noteCodes(position)) {
            return new CategoryFeature(source);
        }
        MissingRule rule = source.rule().keeping(ColumnSurvey.NOT_AVAILABLE);
        return new CategoryFeature(new CellSource(table, position, rule));
    }

    /** Whether {@code NA} is a value of a column, because the others are codes of two letters; adds a note. */
    boolean noteCodes(int position) {
        int kept = survey(position).keptNotAvailable();
        if (kept > 0) {
            String name = name(position);
            notes.add("column " + name + ": NA is a value in " + kept + " rows, because the others are codes of"
                    + " two letters (" + OptionText.missing(name, "NA") + " changes it)");
        }
        return kept > 0;
    }

    /**
     * A feature of dates or times.
     *
     * @param order the order in texts, or null for a column that has the type date or time
     */
    Feature date(int position, Column.Kind kind, @Nullable DateOrder order) {
        DateCell cell = dateCell(position, kind, order);
        Column column = new Column(name(position), kind, List.of());
        return new NumberFeature(cell, OriginChoice.keep(column, dates(position, kind, order)));
    }

    /** A sample of the values, ascending. */
    private double[] dates(int position, Column.Kind kind, @Nullable DateOrder order) {
        ColumnSurvey survey = survey(position);
        boolean days = table.columns().get(position).kind() == TableColumn.Kind.DATE;
        DoubleStream seconds = order == null
                ? Arrays.stream(survey.numbers().sample()).map(value -> days ? value * DateCell.DAY : value)
                : order == DateOrder.COMPACT
                        ? Arrays.stream(survey.numbers().sample()).map(DateText::compact)
                        : Arrays.stream(survey.texts().seconds(order));
        return seconds.map(value -> kind == Column.Kind.DATE ? Math.floor(value / DateCell.DAY) : value)
                .toArray();
    }

    /** A feature of the weekday, month or hour of a date. */
    Feature part(int position, DatePart part, @Nullable DateOrder order) {
        String name = name(position);
        return new DatePartFeature(dateCell(position, Column.Kind.TIME, order), part, part.column(name));
    }

    private DateCell dateCell(int position, Column.Kind kind, @Nullable DateOrder order) {
        return new DateCell(source(position), kind, order);
    }
}

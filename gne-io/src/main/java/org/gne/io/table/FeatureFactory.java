package org.gne.io.table;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.gne.data.Column;
import org.gne.io.ColumnChoice;
import org.gne.io.MissingRule;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.jspecify.annotations.Nullable;

/**
 * Makes columns of a table features of a row, and notes what a person should know of them.
 *
 * @param table the table
 * @param choice what was said of its columns
 * @param surveys what was seen of them, one each
 * @param notes for a person
 */
record FeatureFactory(Table table, ColumnChoice choice, List<ColumnSurvey> surveys, TableNotes notes) {

    String name(int position) {
        return table.columns().get(position).name();
    }

    ColumnSurvey survey(int position) {
        return surveys.get(position);
    }

    /** Which cells of a column are missing. */
    static MissingRule rule(Table table, ColumnChoice choice, String column) {
        MissingRule rule = choice.missing().rule(column);
        return table.isUntyped() ? rule : rule.asked();
    }

    private CellSource source(int position) {
        return new CellSource(table, position, rule(table, choice, name(position)));
    }

    /** A column of numbers or counts. */
    Feature number(int position, Column.Kind kind) {
        String name = name(position);
        NumberSurvey numbers = survey(position).numbers();
        FarValues.Suspect suspect = numbers.suspect();
        if (suspect != null) {
            notes.addCode(name, suspect);
        }
        Column column = new Column(name, kind, List.of());
        return new NumberFeature(
                new NumberCell(source(position)),
                kind == Column.Kind.NUMBER ? OriginChoice.keep(column, numbers.sample()) : column);
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

    /** Whether a column has codes of two letters, so that {@code NA} is one too; notes it. */
    boolean noteCodes(int position) {
        int kept = survey(position).keptNotAvailable();
        if (kept > 0) {
            String name = name(position);
            notes.add("column " + name + ": NA is a value in " + kept + " rows, since the others are codes of two"
                    + " letters (--missing " + name + "=NA if it means no value)");
        }
        return kept > 0;
    }

    /**
     * A column of dates or times.
     *
     * @param order how texts are written, null for a source that knows dates
     */
    Feature date(int position, Column.Kind kind, @Nullable DateOrder order) {
        DateCell cell = dateCell(position, kind, order);
        Column column = new Column(name(position), kind, List.of());
        return new NumberFeature(cell, OriginChoice.keep(column, dates(position, kind, order)));
    }

    /** Some of its values in ascending order. */
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

    /** A column of the weekday, month or hour of a date. */
    Feature part(int position, DatePart part, @Nullable DateOrder order) {
        String name = name(position);
        return new DatePartFeature(dateCell(position, Column.Kind.TIME, order), part, part.column(name));
    }

    private DateCell dateCell(int position, Column.Kind kind, @Nullable DateOrder order) {
        return new DateCell(source(position), kind, order);
    }
}

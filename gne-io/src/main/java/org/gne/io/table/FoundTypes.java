package org.gne.io.table;

import java.util.ArrayList;
import java.util.List;
import org.gne.data.Column;
import org.gne.io.TableColumn;
import org.gne.io.table.TableNotes.LeftOut;

/** Finds the types of columns from their values. */
final class FoundTypes {

    /** The largest number of categories of a column that the user did not name as a column of categories. */
    private static final int FEW = 100;

    /** With fewer rows, 1, 2, 3 ... can be measurements. */
    private static final int COUNTING = 20;

    private final FeatureFactory make;
    private final TableNotes notes;
    private final Problems problems;
    private final List<Feature> constant = new ArrayList<>();

    FoundTypes(FeatureFactory make, Problems problems) {
        this.make = make;
        this.notes = make.notes();
        this.problems = problems;
    }

    /** Features of the columns that were left out because their value is the same in every row. */
    List<Feature> constant() {
        return constant;
    }

    /** The features of a column: none if it is left out or unclear, several for lists of numbers. */
    List<Feature> of(int position) {
        ColumnSurvey survey = make.survey(position);
        TableColumn column = make.table().columns().get(position);
        boolean named = make.choice().columns().contains(column.name());
        if (survey.isEmpty()) {
            return leftOut(position, LeftOut.EMPTY);
        }
        String fault = survey.fault();
        if (fault != null) {
            problems.add(
                    fault,
                    OptionText.type(column.name(), "category") + " keeps the texts, or "
                            + OptionText.exclude(column.name()));
            return List.of();
        }
        if (survey.isConstant() && survey.rows() > 1 && !named) {
            constant.add(constant(position));
            return leftOut(position, LeftOut.CONSTANT);
        }
        if (column.doubt() != null && !make.table().isUntyped()) {
            problems.add(
                    column.doubt(),
                    OptionText.type(column.name(), "category") + ", or " + OptionText.exclude(column.name()));
            return List.of();
        }
        if (column.kind() == TableColumn.Kind.DATE) {
            return List.of(make.date(position, Column.Kind.DATE, null));
        }
        if (column.kind() == TableColumn.Kind.TIME) {
            return List.of(make.date(position, Column.Kind.TIME, null));
        }
        if (column.kind() == TableColumn.Kind.BOOLEAN || survey.isBoolean()) {
            return List.of(make.truth(position));
        }
        return survey.isNumbers() ? numbers(position, named) : texts(position, named);
    }

    private List<Feature> leftOut(int position, LeftOut reason) {
        notes.leaveOut(reason, make.name(position));
        return List.of();
    }

    private Feature constant(int position) {
        return make.survey(position).isNumbers()
                        && make.table().columns().get(position).kind() != TableColumn.Kind.TEXT
                ? make.number(position, Column.Kind.NUMBER)
                : make.category(position);
    }

    private List<Feature> numbers(int position, boolean named) {
        ColumnSurvey survey = make.survey(position);
        NumberSurvey numbers = survey.numbers();
        if (survey.rows() >= COUNTING && numbers.numbersRows(survey.rows()) && !named) {
            return leftOut(position, LeftOut.ROW_NUMBERS);
        }
        if (numbers.looksLikeCounts()) {
            notes.addAlike(make.name(position), "read as counts: whole numbers, most of them 0", "real");
            return List.of(make.number(position, Column.Kind.COUNT));
        }
        return List.of(make.number(position, Column.Kind.NUMBER));
    }

    private List<Feature> texts(int position, boolean named) {
        ColumnSurvey survey = make.survey(position);
        TextSurvey texts = survey.texts();
        String name = make.name(position);
        int values = survey.numbers().known() + texts.known();
        if (texts.known() == values && texts.areDates()) {
            return List.of(make.date(
                    position,
                    texts.hasTimes() ? Column.Kind.TIME : Column.Kind.DATE,
                    DateOrders.of(name, texts, null, notes)));
        }
        if (2 * texts.lists().count() > values) {
            return lists(position, texts);
        }
        if (survey.isNumbersWithFaults()) {
            problems.addFault(name, texts.first(), "a number", survey.numbers().known());
            return List.of();
        }
        if (2 * texts.dates() > values) {
            problems.addFault(name, texts.odd(), "a date", texts.dates());
            return List.of();
        }
        if (named && survey.differentTexts() > FEW) {
            problems.add(
                    "column '" + name + "': found more than " + FEW + " different texts, expected at most " + FEW
                            + " categories",
                    OptionText.type(name, "category") + " if they are");
            return List.of();
        }
        if (texts.isMostlyDifferent() && !named) {
            return leftOut(position, LeftOut.IDENTIFIERS);
        }
        return survey.differentTexts() > FEW ? leftOut(position, LeftOut.MANY) : List.of(make.category(position));
    }

    private List<Feature> lists(int position, TextSurvey texts) {
        String name = make.name(position);
        ListSurvey lists = texts.lists();
        if (make.survey(position).rows() == 1) {
            // More likely a table that is stored by columns than a row.
            problems.add(
                    "column '" + name + "': found a list of " + lists.length()
                            + " numbers in the only row, expected several rows",
                    OptionText.exclude(name));
            return List.of();
        }
        TextSurvey.Place odd = lists.odd() == null ? texts.odd() : lists.odd();
        if (odd == null && lists.count() == texts.known()) {
            return make.lists(position);
        }
        String found = odd == null ? "a number" : lists.odd() == null ? CellSource.quoted(odd.text()) : odd.text();
        problems.add(
                (odd == null ? "" : odd.place() + ", ") + "column '" + name + "': found " + found
                        + ", expected a list of " + lists.length() + " numbers as in other rows",
                OptionText.exclude(name));
        return List.of();
    }
}

package org.gne.io.table;

import java.util.ArrayList;
import java.util.List;
import org.gne.data.Column;
import org.gne.io.TableColumn;
import org.gne.io.table.TableNotes.LeftOut;
import org.jspecify.annotations.Nullable;

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

    /** The feature of a column, or null if it is left out or unclear. */
    @Nullable Feature of(int position) {
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
            return null;
        }
        if (survey.isConstant() && survey.rows() > 1 && !named) {
            constant.add(constant(position));
            return leftOut(position, LeftOut.CONSTANT);
        }
        if (column.doubt() != null && !make.table().isUntyped()) {
            problems.add(
                    column.doubt(),
                    OptionText.type(column.name(), "category") + ", or " + OptionText.exclude(column.name()));
            return null;
        }
        if (column.kind() == TableColumn.Kind.DATE) {
            return make.date(position, Column.Kind.DATE, null);
        }
        if (column.kind() == TableColumn.Kind.TIME) {
            return make.date(position, Column.Kind.TIME, null);
        }
        if (column.kind() == TableColumn.Kind.BOOLEAN || survey.isBoolean()) {
            return make.truth(position);
        }
        return survey.isNumbers() ? numbers(position, named) : texts(position, named);
    }

    private @Nullable Feature leftOut(int position, LeftOut reason) {
        notes.leaveOut(reason, make.name(position));
        return null;
    }

    private Feature constant(int position) {
        return make.survey(position).isNumbers()
                        && make.table().columns().get(position).kind() != TableColumn.Kind.TEXT
                ? make.number(position, Column.Kind.NUMBER)
                : make.category(position);
    }

    private @Nullable Feature numbers(int position, boolean named) {
        ColumnSurvey survey = make.survey(position);
        NumberSurvey numbers = survey.numbers();
        if (survey.rows() >= COUNTING && numbers.numbersRows(survey.rows()) && !named) {
            return leftOut(position, LeftOut.ROW_NUMBERS);
        }
        if (numbers.looksLikeCounts()) {
            notes.addAlike(make.name(position), "read as counts: whole numbers, most of them 0", "real");
            return make.number(position, Column.Kind.COUNT);
        }
        return make.number(position, Column.Kind.NUMBER);
    }

    private @Nullable Feature texts(int position, boolean named) {
        ColumnSurvey survey = make.survey(position);
        TextSurvey texts = survey.texts();
        String name = make.name(position);
        int values = survey.numbers().known() + texts.known();
        if (texts.known() == values && texts.areDates()) {
            return make.date(
                    position,
                    texts.hasTimes() ? Column.Kind.TIME : Column.Kind.DATE,
                    DateOrders.of(name, texts, null, notes));
        }
        if (survey.isNumbersWithFaults()) {
            problems.addFault(name, texts.first(), "a number", survey.numbers().known());
            return null;
        }
        if (2 * texts.dates() > values) {
            problems.addFault(name, texts.odd(), "a date", texts.dates());
            return null;
        }
        if (named && survey.differentTexts() > FEW) {
            problems.add(
                    "column '" + name + "': found more than " + FEW + " different texts, expected at most " + FEW
                            + " categories",
                    OptionText.type(name, "category") + " if they are");
            return null;
        }
        if (texts.isMostlyDifferent() && !named) {
            return leftOut(position, LeftOut.IDENTIFIERS);
        }
        return survey.differentTexts() > FEW ? leftOut(position, LeftOut.MANY) : make.category(position);
    }
}

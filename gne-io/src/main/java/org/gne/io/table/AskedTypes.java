package org.gne.io.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gne.data.Column;
import org.gne.io.ColumnType;
import org.gne.io.TableColumn;
import org.gne.io.TypeChoice;
import org.gne.io.table.TableNotes.LeftOut;
import org.jspecify.annotations.Nullable;

/** Makes features of columns whose type the user gave. */
final class AskedTypes {

    private final FeatureFactory make;
    private final Problems problems;

    AskedTypes(FeatureFactory make, Problems problems) {
        this.make = make;
        this.problems = problems;
    }

    /** The features of a column: none if it is not part of a row, or if its values do not have this type. */
    List<Feature> of(int position, TypeChoice asked) {
        return switch (asked.type()) {
            case REAL -> numbers(position, Column.Kind.NUMBER);
            case COUNT -> numbers(position, Column.Kind.COUNT);
            case BINARY -> binary(position);
            case CATEGORY -> List.of(make.category(position));
            case DATE, TIME -> dates(position, asked);
            case TEXT -> {
                make.notes().leaveOut(LeftOut.FREE_TEXT, make.name(position));
                yield List.of();
            }
            case ID, EXCLUDE -> List.of();
        };
    }

    private List<Feature> numbers(int position, Column.Kind kind) {
        ColumnSurvey survey = make.survey(position);
        NumberSurvey numbers = survey.numbers();
        TextSurvey.Place text = survey.texts().first();
        boolean count = kind == Column.Kind.COUNT;
        if (text != null && make.table().isUntyped()) {
            return refuse(position, text, count ? "a whole number from 0 on" : "a number", count ? "count" : "real");
        }
        if (count && numbers.known() > 0 && (numbers.low() < 0 || !numbers.isWhole())) {
            String found = numbers.low() < 0 ? "" + numbers.low() : "numbers that are not whole";
            return refuse(position, found, "whole numbers from 0 on", "count");
        }
        return List.of(make.number(position, kind));
    }

    private List<Feature> binary(int position) {
        ColumnSurvey survey = make.survey(position);
        NumberSurvey numbers = survey.numbers();
        boolean bits = survey.isNumbers()
                && (numbers.known() == 0 || (numbers.isWhole() && numbers.low() >= 0 && numbers.high() <= 1));
        if (bits || survey.isBoolean()) {
            return List.of(make.truth(position));
        }
        TextSurvey.Place text = survey.texts().first();
        String expected = "true and false, yes and no, t and f, y and n, or 1 and 0";
        return text == null
                ? refuse(position, "numbers from " + numbers.low() + " to " + numbers.high(), expected, "binary")
                : refuse(position, text, expected, "binary");
    }

    private List<Feature> dates(int position, TypeChoice asked) {
        String type = asked.type().name().toLowerCase(Locale.ROOT);
        Column.Kind kind = asked.type() == ColumnType.DATE ? Column.Kind.DATE : Column.Kind.TIME;
        TableColumn.Kind source = make.table().columns().get(position).kind();
        ColumnSurvey survey = make.survey(position);
        DateOrder order = null;
        if (source != TableColumn.Kind.DATE && source != TableColumn.Kind.TIME) {
            order = survey.isNumbers() ? compact(survey.numbers()) : order(position, asked);
            if (order == null) {
                TextSurvey.Place odd = survey.texts().odd();
                String expected = "dates like 2020-01-31, 31.01.2020, 01/31/2020, 31 Jan 2020, 2020-01 or 20200131";
                return odd == null
                        ? refuse(position, survey.isNumbers() ? "other numbers" : "several orders", expected, type)
                        : refuse(position, odd, expected, type);
            }
        }
        Feature date = make.date(position, kind, order);
        if (!asked.cyclic()) {
            return List.of(date);
        }
        DateOrder found = order;
        return Arrays.stream(DatePart.values())
                .filter(part -> part != DatePart.HOUR || kind == Column.Kind.TIME)
                .map(part -> make.part(position, part, found))
                .collect(() -> new ArrayList<>(List.of(date)), List::add, List::addAll);
    }

    private @Nullable DateOrder order(int position, TypeChoice asked) {
        ColumnSurvey survey = make.survey(position);
        return survey.numbers().known() > 0
                ? null
                : DateOrders.of(make.name(position), survey.texts(), asked.dayFirst(), make.notes());
    }

    /** The order of numbers like 20200131, or null for other numbers. */
    private static @Nullable DateOrder compact(NumberSurvey numbers) {
        boolean dates = Arrays.stream(numbers.sample()).noneMatch(number -> Double.isNaN(DateText.compact(number)));
        return dates ? DateOrder.COMPACT : null;
    }

    private List<Feature> refuse(int position, TextSurvey.Place found, String expected, String type) {
        String name = make.name(position);
        problems.add(
                found.place() + ", column '" + name + "': found " + CellSource.quoted(found.text()) + ", expected "
                        + expected + ", as " + OptionText.type(name, type) + " says",
                OptionText.missing(name, found.text()) + " if it means a missing value");
        return List.of();
    }

    private List<Feature> refuse(int position, String found, String expected, String type) {
        String name = make.name(position);
        problems.add(
                "column '" + name + "': found " + found + ", expected " + expected + ", as "
                        + OptionText.type(name, type) + " says",
                "");
        return List.of();
    }
}

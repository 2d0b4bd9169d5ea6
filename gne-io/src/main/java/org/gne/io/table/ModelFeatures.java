package org.gne.io.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gne.data.Column;
import org.gne.data.Schema;
import org.gne.io.InputException;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.gne.io.TypeChoice;
import org.jspecify.annotations.Nullable;

/** Makes features of the columns of a model, found in a table by name. */
final class ModelFeatures {

    private final Table table;
    private final ReadOptions options;
    private final TableNotes notes;
    private final Problems problems = new Problems();
    private final List<String> absent = new ArrayList<>();
    /** The index of each column of the table. */
    private final Map<String, Integer> positions = new HashMap<>();

    /** The lists whose numbers are columns of the model. */
    private final Map<String, ListCell> lists = new HashMap<>();

    private @Nullable List<ColumnSurvey> surveys;

    ModelFeatures(Table table, ReadOptions options, TableNotes notes) {
        this.table = table;
        this.options = options;
        this.notes = notes;
        for (TableColumn column : table.columns()) {
            positions.put(column.name(), positions.size());
        }
    }

    /**
     * Makes a feature for each column of the model that is no vector.
     *
     * @throws InputException if columns have other types, with all of them in one message, or if more than half of the columns
     *     do not exist; with strict options, if one does not exist
     */
    List<Feature> of(Schema.Columns schema) throws IOException {
        List<Feature> features = new ArrayList<>();
        for (Column column : schema.columns()) {
            if (column.source() != null) {
                // Vectors are made of texts: RowTexts.
                continue;
            }
            int position = position(column.name());
            Feature feature = position >= 0 ? present(position, column) : derived(schema, column);
            if (feature == null) {
                absent.add(column.name());
            }
            features.add(feature == null ? new AbsentFeature(column) : feature);
        }
        problems.refuse(table.name());
        if (!absent.isEmpty()) {
            if (options.strict() || 2 * absent.size() > features.size()) {
                List<String> names =
                        table.columns().stream().map(TableColumn::name).toList();
                throw new InputException(table.name() + ": the model: no " + NameList.quoted(absent)
                        + ", expected " + (options.strict() ? "all" : "at least half") + " of the model's "
                        + features.size() + " columns among " + NameList.of(names));
            }
            notes.add(NameList.columns(absent) + " of the model: not found, all values taken as missing");
        }
        return features;
    }

    /** A feature of a column that exists. If its values have another type, a problem was added. */
    private Feature present(int position, Column column) throws IOException {
        CellSource source =
                new CellSource(table, position, FeatureFactory.rule(table, options.columns(), column.name()));
        return switch (column.kind()) {
            case NUMBER, COUNT -> {
                requireNumbers(source, "numbers");
                yield new NumberFeature(new NumberCell(source), column);
            }
            case BOOLEAN -> {
                if (!isTruth(source)) {
                    requireNumbers(source, "booleans");
                }
                yield new NumberFeature(new TruthCell(source), column);
            }
            case CATEGORY -> new CategoryFeature(source, column, options.strict(), options.known() != null);
            case DATE, TIME -> new NumberFeature(date(source, column.kind()), column);
            case VECTOR -> throw new IllegalArgumentException("column " + column.name() + ": a vector is no feature");
        };
    }

    private boolean isTruth(CellSource source) throws IOException {
        return source.isText() && survey(source.position()).isBoolean();
    }

    private void requireNumbers(CellSource source, String what) throws IOException {
        if (!source.isText()) {
            return;
        }
        TextSurvey.Place text = survey(source.position()).texts().first();
        String fault = survey(source.position()).fault();
        if (fault != null) {
            problems.add(fault, "");
        } else if (text != null) {
            problems.add(
                    text.place() + ", column '" + source.column().name() + "': found " + CellSource.quoted(text.text())
                            + ", expected " + what + " as the model has",
                    "");
        }
    }

    private DateCell date(CellSource source, Column.Kind kind) throws IOException {
        TableColumn.Kind found = source.column().kind();
        if (found == TableColumn.Kind.DATE || found == TableColumn.Kind.TIME) {
            return new DateCell(source, kind, null);
        }
        String name = source.column().name();
        ColumnSurvey survey = survey(source.position());
        TypeChoice asked = options.columns().type(name);
        DateOrder order = survey.isEmpty()
                ? DateOrder.YEAR_FIRST
                : survey.isNumbers()
                        ? DateOrder.COMPACT
                        : DateOrders.of(name, survey.texts(), asked == null ? null : asked.dayFirst(), notes);
        if (order == null) {
            problems.addFault(
                    name, survey.texts().odd(), "a date", survey.texts().dates());
        }
        return new DateCell(source, kind, order == null ? DateOrder.YEAR_FIRST : order);
    }

    /** A feature that is a part of a cell: a number of a list, or a part of a date; null if the column is something else. */
    private @Nullable Feature derived(Schema.Columns schema, Column column) throws IOException {
        Feature number = listNumber(schema, column);
        return number == null ? part(schema, column) : number;
    }

    private @Nullable Feature listNumber(Schema.Columns schema, Column column) {
        String list = column.kind() == Column.Kind.NUMBER ? ListNumberFeature.list(column.name()) : null;
        int position = list == null ? -1 : position(list);
        if (position < 0 || list == null) {
            return null;
        }
        ListCell cell = lists.computeIfAbsent(list, unseen -> {
            long length = schema.columns().stream()
                    .filter(each -> list.equals(ListNumberFeature.list(each.name())))
                    .count();
            return new ListCell(
                    new CellSource(table, position, FeatureFactory.rule(table, options.columns(), list)), (int) length);
        });
        return new ListNumberFeature(cell, ListNumberFeature.index(column.name()), column);
    }

    /** A feature for the weekday, month or hour of a date of the model; null if the column is something else. */
    private @Nullable Feature part(Schema.Columns schema, Column column) throws IOException {
        for (DatePart part : DatePart.values()) {
            String name = part.date(column.name());
            int position = name == null ? -1 : position(name);
            boolean known = position >= 0
                    && column.categories().equals(part.names())
                    && schema.columns().stream().anyMatch(each -> each.name().equals(name));
            if (known) {
                CellSource source =
                        new CellSource(table, position, FeatureFactory.rule(table, options.columns(), column.name()));
                return new DatePartFeature(date(source, Column.Kind.TIME), part, column.name());
            }
        }
        return null;
    }

    private int position(String name) {
        return positions.getOrDefault(name, -1);
    }

    private ColumnSurvey survey(int position) throws IOException {
        if (surveys == null) {
            surveys = Features.surveys(table, options);
        }
        return surveys.get(position);
    }
}

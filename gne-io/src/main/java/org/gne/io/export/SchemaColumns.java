package org.gne.io.export;

import java.util.function.Function;
import org.gne.data.Column;
import org.gne.data.Schema;
import org.gne.io.TableColumn.Kind;
import org.jspecify.annotations.Nullable;

/** The columns of rows of numbers, with categories by name and booleans as true and false. */
final class SchemaColumns {

    /** Up to this, every whole number is exact in a float. */
    private static final float WHOLE = 1 << 24;

    private SchemaColumns() {}

    /**
     * Adds the columns of a table, or {@code pixel0}, {@code pixel1} ... of an image.
     *
     * @param numbers returns the {@code [schema.width()]} numbers of a row
     */
    static <R> void add(RowTable<R> table, Schema schema, Function<R, float[]> numbers) {
        if (schema instanceof Schema.Columns columns) {
            int at = 0;
            for (Column column : columns.columns()) {
                int first = at;
                if (column.kind() == Column.Kind.VECTOR) {
                    for (int j = 0; j < column.width(); j++) {
                        int each = at + j;
                        table.add(column.name() + "." + j, Kind.NUMBER, row -> number(numbers.apply(row)[each]));
                    }
                } else {
                    table.add(column.name(), kind(column), row -> text(column, numbers.apply(row), first));
                }
                at += column.width();
            }
        } else {
            for (int j = 0; j < schema.width(); j++) {
                int pixel = j;
                table.add("pixel" + j, Kind.NUMBER, row -> Float.toString(numbers.apply(row)[pixel]));
            }
        }
    }

    private static @Nullable String number(float value) {
        return Float.isNaN(value) ? null : Float.toString(value);
    }

    private static Kind kind(Column column) {
        return switch (column.kind()) {
            case BOOLEAN -> Kind.BOOLEAN;
            case CATEGORY, DATE, TIME -> Kind.TEXT;
            default -> Kind.NUMBER;
        };
    }

    /**
     * The text of a column, as in its source: the category with the largest value; for a boolean, true from 0.5 on.
     * Numbers are the shortest text that reads back as the same float, whole ones without a point.
     *
     * @param values a row
     * @param at the index of the column's first value
     */
    private static @Nullable String text(Column column, float[] values, int at) {
        float value = values[at];
        if (Float.isNaN(value)) {
            return null;
        }
        return switch (column.kind()) {
            case BOOLEAN -> Boolean.toString(value >= 0.5f);
            case CATEGORY -> {
                int best = at;
                for (int j = at; j < at + column.width(); j++) {
                    best = values[j] > values[best] ? j : best;
                }
                yield column.categories().get(best - at);
            }
            default ->
                value == Math.rint(value) && Math.abs(value) <= WHOLE && column.equals(Column.number(column.name()))
                        ? Integer.toString((int) value)
                        : column.text(value);
        };
    }
}

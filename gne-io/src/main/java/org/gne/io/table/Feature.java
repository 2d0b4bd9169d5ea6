package org.gne.io.table;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gne.data.Column;
import org.gne.io.InputException;
import org.gne.io.Table;
import org.gne.io.TableColumn;

/** Converts a column of a table to numbers. */
final class Feature {

    /** The largest number of categories of a column of texts that was not named as a column of categories. */
    private static final int FEW = 100;

    /** The largest number of categories of any column. */
    private static final int MANY = 100_000;

    private final String table;
    private final String name;
    private final int position;
    private final Column.Kind kind;
    private final int most;
    /** Whether new categories are an error. */
    private final boolean closed;
    /** The number of each category, in the order in which they occur in the rows. */
    private final Map<String, Integer> categories = new HashMap<>();

    private boolean anyValue;

    private Feature(String table, String name, int position, Column.Kind kind, int most, boolean closed) {
        this.table = table;
        this.name = name;
        this.position = position;
        this.kind = kind;
        this.most = most;
        this.closed = closed;
    }

    /** A feature for the kind of a column; numbers become categories if the options say so. */
    static Feature of(Table table, int position, boolean asCategory) {
        TableColumn column = table.columns().get(position);
        if (column.doubt() != null && !asCategory) {
            throw new InputException(table.name() + ": " + column.doubt() + " (--categories " + column.name()
                    + " or --exclude " + column.name() + " if it is right)");
        }
        boolean text = column.kind() == TableColumn.Kind.TEXT;
        Column.Kind kind = text || asCategory
                ? Column.Kind.CATEGORY
                : column.kind() == TableColumn.Kind.BOOLEAN ? Column.Kind.BOOLEAN : Column.Kind.NUMBER;
        return new Feature(table.name(), column.name(), position, kind, asCategory ? MANY : FEW, false);
    }

    /** A feature that matches a column of a model. */
    static Feature matching(Table table, int position, Column column) {
        TableColumn.Kind found = table.columns().get(position).kind();
        if (column.kind() != Column.Kind.CATEGORY && found == TableColumn.Kind.TEXT) {
            throw new InputException(table.name() + ": column '" + column.name() + "': found text, expected "
                    + (column.kind() == Column.Kind.NUMBER ? "numbers" : "booleans") + " as the model has");
        }
        Feature feature = new Feature(
                table.name(),
                column.name(),
                position,
                column.kind(),
                column.categories().size(),
                true);
        for (String category : column.categories()) {
            feature.categories.put(category, feature.categories.size());
        }
        return feature;
    }

    /** The value of a row: a number, 0 or 1, or the number of a category; NaN if it is missing. */
    float read(Table.Rows rows) throws IOException {
        float value = kind == Column.Kind.CATEGORY ? category(rows) : number(rows);
        anyValue |= !Float.isNaN(value);
        return value;
    }

    private float number(Table.Rows rows) throws IOException {
        double value = rows.number(position);
        if (Math.abs(value) > Float.MAX_VALUE) {
            throw wrong(rows, value + "", "a number of at most " + Float.MAX_VALUE);
        }
        if (kind == Column.Kind.BOOLEAN && value != 0 && value != 1 && !Double.isNaN(value)) {
            throw wrong(rows, value + "", "true or false, or 1 or 0");
        }
        return (float) value;
    }

    private float category(Table.Rows rows) throws IOException {
        String text = rows.text(position);
        if (text == null) {
            return Float.NaN;
        }
        Integer known = categories.get(text);
        if (known != null) {
            return known;
        }
        if (closed) {
            throw wrong(rows, quoted(text), "one of the model's " + categories.size() + " categories");
        }
        if (categories.size() == most) {
            throw new InputException(table + ": " + rows.place() + ", column '" + name + "': the " + (most + 1)
                    + ". different text " + quoted(text) + ", expected at most " + most
                    + (most == FEW
                            ? " categories (--exclude " + name + ", --id " + name + ", or --categories " + name
                                    + " if it is one)"
                            : " categories"));
        }
        categories.put(text, categories.size());
        return categories.size() - 1;
    }

    private InputException wrong(Table.Rows rows, String found, String expected) {
        return new InputException(
                table + ": " + rows.place() + ", column '" + name + "': found " + found + ", expected " + expected);
    }

    private static String quoted(String text) {
        return "'" + (text.length() <= 60 ? text : text.substring(0, 60) + "...") + "'";
    }

    /** The column, after all rows were read. */
    Column column() {
        if (!anyValue && !closed) {
            throw new InputException(table + ": column '" + name + "': found no value in any row, expected some"
                    + " (--exclude " + name + " leaves it out)");
        }
        return switch (kind) {
            case CATEGORY -> Column.category(name, names());
            default -> new Column(name, kind, List.of());
        };
    }

    private List<String> names() {
        Map<Integer, String> ordered = new TreeMap<>();
        categories.forEach((text, number) -> ordered.put(number, text));
        return List.copyOf(ordered.values());
    }
}

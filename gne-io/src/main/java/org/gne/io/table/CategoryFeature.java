package org.gne.io.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gne.data.Column;
import org.gne.io.Table;
import org.jspecify.annotations.Nullable;

/** A feature of categories: the categories of the rows, in the order of the rows, or the categories of a model. */
final class CategoryFeature implements Feature {

    /** The largest number of categories. */
    private static final int MOST = 100_000;

    /** The largest number of unknown categories that a note names. */
    private static final int NAMED = 3;

    /** The number of each category. */
    private final Map<String, Integer> numbers = new HashMap<>();

    private final List<String> names = new ArrayList<>();
    private final CellSource cell;
    private final String name;
    /** The column of the model, or null without a model. */
    private final @Nullable Column model;
    /** Whether an unknown category is an error. */
    private final boolean strict;
    /** Whether unknown categories are added to those of the model. */
    private final boolean growing;

    private final Set<String> unknown = new LinkedHashSet<>();
    private long unknownRows;

    /** A feature with the categories of the rows. */
    CategoryFeature(CellSource cell) {
        this.cell = cell;
        this.name = cell.column().name();
        this.model = null;
        this.strict = false;
        this.growing = true;
    }

    /**
     * A feature with the categories of a model.
     *
     * @param strict whether other categories are errors; else they are missing values
     * @param growing whether other categories are added; then they are neither
     */
    CategoryFeature(CellSource cell, Column model, boolean strict, boolean growing) {
        this.cell = cell;
        this.name = model.name();
        this.model = model;
        this.strict = strict;
        this.growing = growing;
        model.categories().forEach(this::add);
    }

    /** The same feature, once all rows were read: another category is an error. */
    CategoryFeature finished() {
        return model != null ? this : new CategoryFeature(cell, column(), true, false);
    }

    private int add(String category) {
        names.add(category);
        numbers.put(category, names.size() - 1);
        return names.size() - 1;
    }

    @Override
    public float read(Table.Rows rows) throws IOException {
        String text = cell.text(rows);
        if (text == null) {
            return Float.NaN;
        }
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        if (cell.rule().isMissing(text)) {
            return Float.NaN;
        }
        if (!growing) {
            return unknown(rows, text);
        }
        if (names.size() == MOST) {
            throw cell.wrong(rows, "the " + (MOST + 1) + ". category " + CellSource.quoted(text), "at most " + MOST);
        }
        return add(text);
    }

    private float unknown(Table.Rows rows, String text) {
        if (strict) {
            throw cell.wrong(
                    rows, CellSource.quoted(text), "one of the model's " + names.size() + " categories (--strict)");
        }
        if (unknown.size() <= NAMED) {
            unknown.add(text);
        }
        unknownRows++;
        return Float.NaN;
    }

    @Override
    public Column column() {
        return model != null && names.size() == model.categories().size() ? model : Column.category(name, names);
    }

    @Override
    public void addNotes(TableNotes notes) {
        if (unknownRows > 0) {
            List<String> some =
                    unknown.stream().limit(NAMED).map(CellSource::quoted).toList();
            notes.add(name + ": " + unknownRows + (unknownRows == 1 ? " value is" : " values are")
                    + " none of the model's " + names.size() + " categories (" + String.join(", ", some)
                    + (unknown.size() > NAMED ? ", ..." : "") + "): taken as missing");
        }
    }
}

package org.gne.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The common schema of two sets of rows: the columns of the first, whose categories are followed by those that only the second has,
 * then the columns that only the second has. A column that a set does not have is missing in all of its rows.
 *
 * @hidden internal
 */
public final class MergedSchema {

    private final Schema first;
    private final Schema merged;
    /** For each value of the merged schema: its index in a row of the first or second set, or -1. */
    private final int[] fromFirst;

    private final int[] fromSecond;
    private final List<String> notes = new ArrayList<>();

    private MergedSchema(Schema first, Schema merged, int[] fromFirst, int[] fromSecond) {
        this.first = first;
        this.merged = merged;
        this.fromFirst = fromFirst;
        this.fromSecond = fromSecond;
    }

    /**
     * Merges two schemas.
     *
     * @throws IllegalArgumentException if rows are images of different sizes, images and tables, or a column has different kinds;
     *     the message names it
     */
    public static MergedSchema of(Schema first, Schema second) {
        if (first.equals(second)) {
            int[] all = new int[first.width()];
            Arrays.setAll(all, j -> j);
            return new MergedSchema(first, first, all, all);
        }
        if (!(first instanceof Schema.Columns old) || !(second instanceof Schema.Columns added)) {
            throw new IllegalArgumentException(
                    "found " + said(second) + ", expected " + said(first) + " as the map was fitted to");
        }
        return merge(old, added);
    }

    private static String said(Schema schema) {
        return schema instanceof Schema.Picture picture
                ? "images of " + picture.height() + " x " + picture.columns() + " x " + picture.channels()
                : "rows of a table of " + ((Schema.Columns) schema).columns().size() + " columns";
    }

    private static MergedSchema merge(Schema.Columns old, Schema.Columns added) {
        Map<String, Column> others = new LinkedHashMap<>();
        Map<String, Integer> starts = new HashMap<>();
        int at = 0;
        for (Column column : added.columns()) {
            others.put(column.name(), column);
            starts.put(column.name(), at);
            at += column.width();
        }
        List<Column> columns = new ArrayList<>();
        List<int[]> first = new ArrayList<>();
        List<int[]> second = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        at = 0;
        for (Column column : old.columns()) {
            Column other = others.remove(column.name());
            Column whole = other == null ? column : joined(column, other, notes);
            columns.add(whole);
            first.add(indices(whole, column, at));
            second.add(
                    other == null
                            ? absent(whole)
                            : indices(whole, other, Objects.requireNonNull(starts.get(column.name()))));
            if (other == null) {
                notes.add("column " + column.name() + ": not in the new rows, all their values taken as missing");
            }
            at += column.width();
        }
        for (Column column : others.values()) {
            columns.add(column);
            first.add(absent(column));
            second.add(indices(column, column, Objects.requireNonNull(starts.get(column.name()))));
            notes.add("column " + column.name() + ": new, missing in the old rows");
        }
        MergedSchema merged = new MergedSchema(old, new Schema.Columns(columns), flat(first), flat(second));
        merged.notes.addAll(notes);
        return merged;
    }

    private static int[] flat(List<int[]> parts) {
        return parts.stream().flatMapToInt(Arrays::stream).toArray();
    }

    private static int[] absent(Column column) {
        int[] indices = new int[column.width()];
        Arrays.fill(indices, -1);
        return indices;
    }

    /** The index of each value of a merged column in a row that has the column from {@code at} on. */
    private static int[] indices(Column whole, Column own, int at) {
        int[] indices = new int[whole.width()];
        for (int j = 0; j < indices.length; j++) {
            boolean category = whole.kind() == Column.Kind.CATEGORY;
            int index = category ? own.categories().indexOf(whole.categories().get(j)) : j;
            indices[j] = index < 0 ? -1 : at + index;
        }
        return indices;
    }

    private static Column joined(Column old, Column added, List<String> notes) {
        boolean same = old.kind() == added.kind()
                && old.origin() == added.origin()
                && old.unit() == added.unit()
                && (old.source() == null || old.source().equals(added.source()));
        if (!same) {
            throw new IllegalArgumentException("column " + old.name() + ": found " + text(added) + ", expected "
                    + text(old) + " as the map has (read the new rows with the schema of the model)");
        }
        if (old.kind() != Column.Kind.CATEGORY) {
            return old;
        }
        List<String> categories = new ArrayList<>(old.categories());
        added.categories().stream()
                .filter(name -> !old.categories().contains(name))
                .forEach(categories::add);
        if (categories.size() > old.categories().size()) {
            List<String> more = categories.subList(old.categories().size(), categories.size());
            notes.add("column " + old.name() + ": " + more.size()
                    + (more.size() == 1 ? " new category: " : " new categories: ")
                    + String.join(", ", more.subList(0, Math.min(3, more.size()))) + (more.size() > 3 ? ", ..." : ""));
        }
        return Column.category(old.name(), categories);
    }

    private static String text(Column column) {
        String kept = column.origin() != 0 || column.unit() != 1
                ? " stored from " + column.origin() + " in units of " + column.unit()
                : "";
        return column.kind() + kept + (column.source() == null ? "" : " of " + column.source());
    }

    /** The common schema. */
    public Schema schema() {
        return merged;
    }

    /** What differs, a line each. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** Whether the first set has all columns and categories already. */
    public boolean same() {
        return merged.equals(first);
    }

    /** The index in the first set of each value of the merged schema, or -1: a copy. */
    public int[] fromFirst() {
        return fromFirst.clone();
    }

    /**
     * For each value of the common schema, the index in the first set of the first value of its column, or -1: all values of a category
     * are known, or none is.
     */
    public int[] columnInFirst() {
        int[] columns = fromFirst.clone();
        int at = 0;
        List<Column> all = merged instanceof Schema.Columns table ? table.columns() : List.of();
        for (Column column : all) {
            if (column.kind() == Column.Kind.CATEGORY) {
                Arrays.fill(columns, at, at + column.width(), fromFirst[at]);
            }
            at += column.width();
        }
        return columns;
    }

    /** Rows of the first set in the common schema. */
    public Samples first(Samples rows) {
        return rows.schema().equals(merged) ? rows : MergedRows.of(rows, fromFirst, merged);
    }

    /** Rows of the second set in the common schema. */
    public Samples second(Samples rows) {
        return rows.schema().equals(merged) ? rows : MergedRows.of(rows, fromSecond, merged);
    }

    /** Rows of the second set with the columns of the first alone; a category that the first does not have is missing. */
    public Samples secondAsFirst(Samples rows) {
        if (rows.schema().equals(first)) {
            return rows;
        }
        int[] indices = new int[first.width()];
        for (int j = 0; j < merged.width(); j++) {
            if (fromFirst[j] >= 0) {
                indices[fromFirst[j]] = fromSecond[j];
            }
        }
        return MergedRows.of(rows, indices, first);
    }
}

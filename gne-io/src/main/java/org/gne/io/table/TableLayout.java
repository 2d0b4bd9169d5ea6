package org.gne.io.table;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.gne.data.Schema;
import org.gne.io.InputException;
import org.gne.io.ReadOptions;
import org.gne.io.Table;

/**
 * How the columns of a table become rows of numbers. It is found once, from all rows, and can then be sent to many processes, each of
 * which reads some of the rows: it can be serialized if the table can. The rows are those of {@link TableDataset#read}.
 * @serial exclude
 */
public final class TableLayout implements Serializable {

    private static final long serialVersionUID = 1;

    private final ArrayList<Feature> features;
    private final int label;
    private final int id;
    private final Schema.Columns schema;
    private final ArrayList<String> notes;

    private TableLayout(
            ArrayList<Feature> features, int label, int id, Schema.Columns schema, ArrayList<String> notes) {
        this.features = features;
        this.label = label;
        this.id = id;
        this.schema = schema;
        this.notes = notes;
    }

    /**
     * Finds the use and the type of each column, or, with {@link ReadOptions#schema}, the columns of a model. It reads the rows once, and
     * once more if there are categories; columns of a model are found without reading rows, unless texts hold dates or booleans.
     *
     * @throws InputException if a chosen column does not exist, a value does not match its column, or there are no rows
     * @throws IOException if the table cannot be read
     */
    public static TableLayout of(Table table, ReadOptions options) throws IOException {
        TableNotes notes = new TableNotes();
        table.notes().forEach(notes::add);
        Features found = Features.of(table, options, notes);
        if (options.schema() == null) {
            collectCategories(table, found);
        }
        found.columns().forEach(feature -> feature.addNotes(notes));
        Schema.Columns schema = found.schema();
        ArrayList<Feature> features = new ArrayList<>();
        for (Feature feature : found.columns()) {
            features.add(feature instanceof CategoryFeature category ? category.finished() : feature);
        }
        return new TableLayout(features, found.label(), found.id(), schema, new ArrayList<>(notes.lines()));
    }

    private static void collectCategories(Table table, Features found) throws IOException {
        List<Feature> categories = found.columns().stream()
                .filter(CategoryFeature.class::isInstance)
                .toList();
        if (categories.isEmpty()) {
            return;
        }
        try (Table.Rows rows = table.rows()) {
            while (rows.next()) {
                for (Feature category : categories) {
                    category.read(rows);
                }
            }
        }
    }

    /** What a row is. */
    public Schema.Columns schema() {
        return schema;
    }

    /** The index of the column of labels in the table, or -1. */
    public int label() {
        return label;
    }

    /** The index of the column of ids in the table, or -1. */
    public int id() {
        return id;
    }

    /** What the user should know about how the table is read, one line each. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /**
     * Reads the row at which the cursor is.
     *
     * @param rows a cursor over rows with the columns of the table
     * @param lenient whether a value that does not match its column is missing, instead of an error
     * @return {@code [schema().columns().size()]}: a number, 0 or 1 for a boolean, or the index of a category; NaN for a missing value
     * @throws InputException if a value does not match its column
     */
    public float[] read(Table.Rows rows, boolean lenient) throws IOException {
        float[] cells = new float[features.size()];
        for (int j = 0; j < cells.length; j++) {
            cells[j] = lenient ? known(features.get(j), rows) : features.get(j).read(rows);
        }
        return cells;
    }

    private static float known(Feature feature, Table.Rows rows) throws IOException {
        try {
            return feature.read(rows);
        } catch (InputException e) {
            return Float.NaN;
        }
    }
}

package org.gne.io.table;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.io.InputException;
import org.gne.io.InputFormat;
import org.gne.io.InputSource;
import org.gne.io.Inputs;
import org.gne.io.LabelsBuilder;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.jspecify.annotations.Nullable;

/**
 * A map that was read from a table, by GNE or by another program.
 *
 * @param name the name of the file
 * @param embedding finite coordinates, in the order of the rows
 * @param labels the labels of a column {@code label} or {@code class}, as classes, or null if there is none or it is
 *     empty; {@link org.gne.io.LabelChoice} decides whether they are numbers
 * @param labelName the name of that column, or null
 * @hidden internal
 */
public record Coordinates(
        String name,
        Embedding embedding,
        @Nullable Labels labels,
        @Nullable String labelName) {

    /**
     * Reads a map.
     *
     * @param file a table of any format
     * @param axes the columns with the coordinates, or empty to find them by name: {@code x}, {@code y}, {@code z}; or
     *     names that count, like {@code UMAP1}, {@code UMAP2}; or all columns that are neither whole numbers nor text
     * @throws InputException if there is no such file, it is not a table, or a coordinate is missing or not finite
     */
    public static Coordinates read(String file, List<String> axes) {
        InputSource source = InputSource.of(file);
        source.path();
        InputFormat format = Inputs.format(source);
        if (!(format instanceof TableFormat tables)) {
            throw new InputException(file + ": found " + format.description() + ", expected a table of coordinates");
        }
        try (Table table = tables.table(source, ReadOptions.defaults())) {
            return read(table, axes);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static Coordinates read(Table table, List<String> axes) throws IOException {
        int[] columns = Axes.of(table, axes);
        int dim = columns.length;
        int label = position(table, List.of("label", "class"), columns);
        int row = position(table, List.of("row"), columns);
        LabelsBuilder labels = new LabelsBuilder();
        float[] values = new float[64 * dim];
        int n = 0;
        try (Table.Rows rows = table.rows()) {
            while (rows.next()) {
                if (values.length < (n + 1) * dim) {
                    values = Arrays.copyOf(values, 2 * values.length);
                }
                for (int axis = 0; axis < dim; axis++) {
                    values[n * dim + axis] = coordinate(table, rows, columns[axis]);
                }
                if (row >= 0) {
                    requireInOrder(table, rows, row, n);
                }
                labels.add(label < 0 ? null : rows.text(label));
                n++;
            }
        }
        if (n == 0) {
            throw new InputException(table.name() + ": found no rows, expected at least 1");
        }
        Labels classes = labels.build();
        boolean labelled = !classes.names().isEmpty();
        return new Coordinates(
                table.name(),
                new Embedding(Arrays.copyOf(values, n * dim), dim),
                labelled ? classes : null,
                labelled ? table.columns().get(label).name() : null);
    }

    private static float coordinate(Table table, Table.Rows rows, int column) throws IOException {
        double value = rows.number(column);
        if (!(Math.abs(value) <= Float.MAX_VALUE)) {
            throw wrong(table, rows, column, Double.isNaN(value) ? "no value" : "" + value, "a finite number");
        }
        return (float) value;
    }

    /**
     * Checks the order of the rows, because a map of shuffled rows would be measured against the wrong rows without an
     * error.
     */
    private static void requireInOrder(Table table, Table.Rows rows, int column, int row) throws IOException {
        double found = rows.number(column);
        if (found != row) {
            throw wrong(
                    table,
                    rows,
                    column,
                    "row " + rows.text(column),
                    row + ": rows in the order of the data, from 0 on");
        }
    }

    private static InputException wrong(Table table, Table.Rows rows, int column, String found, String expected) {
        return new InputException(table.name() + ": " + rows.place() + ", column '"
                + table.columns().get(column).name() + "': found " + found + ", expected " + expected);
    }

    /**
     * The first column with one of the names that is not an axis; upper or lower case does not matter; -1 if there is
     * none.
     */
    private static int position(Table table, List<String> names, int[] axes) {
        for (int i = 0; i < table.columns().size(); i++) {
            int column = i;
            String name = table.columns().get(i).name().toLowerCase(Locale.ROOT);
            if (names.contains(name) && Arrays.stream(axes).noneMatch(axis -> axis == column)) {
                return i;
            }
        }
        return -1;
    }
}

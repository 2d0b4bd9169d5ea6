package org.gne.io.hdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gne.data.Dataset;
import org.gne.data.Ids;
import org.gne.io.ColumnChoice;
import org.gne.io.InputException;
import org.gne.io.LabelChoice;
import org.gne.io.LabelsBuilder;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.jspecify.annotations.Nullable;

/**
 * What a file knows of its cells or genes, as a table: {@code obs} and {@code var} of AnnData, attributes of Loom. A column is read when it
 * is used.
 */
final class AnnotationTable implements Table {

    private final Hdf file;
    private final String frame;
    private final String index;
    private final List<TableColumn> columns = new ArrayList<>();
    private final Map<String, AnnotationColumn> read = new HashMap<>();
    private final int size;

    /**
     * Opens a table.
     *
     * @param frame its path
     * @param index the column with the names of the rows
     * @param names its columns
     */
    private AnnotationTable(Hdf file, String frame, String index, List<String> names) {
        this.file = file;
        this.frame = frame;
        this.index = index;
        this.size = column(index).size();
        for (String each : names) {
            columns.add(new TableColumn(each, column(each).kind()));
            if (column(each).size() != size) {
                throw new InputException(file.place(frame + "/" + each) + ": found "
                        + column(each).size() + " values, expected " + size + " as in " + index);
            }
        }
    }

    /**
     * Opens a table of AnnData.
     *
     * @param frame its path
     * @throws InputException if there is no such table, or it is damaged
     */
    static AnnotationTable of(Hdf file, String frame) {
        String index = file.text(frame, "_index");
        if (index == null) {
            throw new InputException(
                    file.place(frame) + ": found no table of anndata 0.7 or newer, expected one (a newer"
                            + " anndata reads the file and writes it again)");
        }
        List<String> names = new ArrayList<>(List.of(index));
        Object order = file.attribute(frame, "column-order");
        if (order instanceof String[] texts) {
            names.addAll(Arrays.asList(texts));
        }
        return new AnnotationTable(file, frame, index, names.stream().distinct().toList());
    }

    /**
     * Opens the attributes of Loom: datasets of a group. Those of several axes are left out.
     *
     * @param frame the path of the group
     * @param known what the names of the rows are called by most programs
     * @throws InputException if none of these is there, or it is damaged
     */
    static AnnotationTable ofLoom(Hdf file, String frame, List<String> known) {
        List<String> names = file.names(frame).stream()
                .filter(name -> Hdf.guarded(
                                        file.place(frame + "/" + name),
                                        () -> file.dataset(frame + "/" + name).getDimensions())
                                .length
                        == 1)
                .toList();
        for (String index : known) {
            if (names.contains(index)) {
                return new AnnotationTable(file, frame, index, names);
            }
        }
        throw new InputException(
                file.place(frame) + ": found " + (names.isEmpty() ? "nothing" : String.join(", ", names))
                        + ", expected the names as " + String.join(" or ", known));
    }

    private AnnotationColumn column(String name) {
        return read.computeIfAbsent(name, unread -> AnnotationColumn.read(file, frame, unread));
    }

    /** The number of rows. */
    int size() {
        return size;
    }

    /** The names of the rows. */
    List<String> names() {
        List<String> names = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            names.add(String.valueOf(column(index).text(i)));
        }
        return names;
    }

    /**
     * A column.
     *
     * @param option the option that names it, for the message
     * @throws InputException if there is none
     */
    AnnotationColumn column(String option, String name) {
        if (columns.stream().noneMatch(column -> column.name().equals(name))) {
            throw new InputException(file.name() + ": " + option + ": no column '" + name + "' in " + frame
                    + ", expected one of "
                    + String.join(", ", columns.stream().map(TableColumn::name).toList()));
        }
        return column(name);
    }

    /**
     * Rows with their ids and, if {@code --label} asks for them, labels.
     *
     * @param rows the first rows of this table, or all
     * @throws InputException if there is no such column
     */
    Dataset describe(Dataset rows, ReadOptions options) {
        ColumnChoice choice = options.columns();
        AnnotationColumn ids = choice.id() == null ? column(index) : column("--id", choice.id());
        Ids.Builder builder = new Ids.Builder();
        for (int i = 0; i < rows.samples().size(); i++) {
            builder.add(String.valueOf(ids.text(i)));
        }
        Dataset found = rows.withIds(builder.build());
        if (choice.label() == null) {
            return found;
        }
        AnnotationColumn column = column("--label", choice.label());
        LabelsBuilder labels = new LabelsBuilder();
        for (int i = 0; i < rows.samples().size(); i++) {
            labels.add(column.text(i));
        }
        return LabelChoice.add(found, choice.label(), labels.build(), options.labelType());
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public List<TableColumn> columns() {
        return columns;
    }

    @Override
    public @Nullable String id() {
        return index;
    }

    @Override
    public Rows rows() {
        List<AnnotationColumn> values =
                columns.stream().map(column -> column(column.name())).toList();
        return new Rows() {
            private int row = -1;

            @Override
            public boolean next() {
                return ++row < size;
            }

            @Override
            public double number(int column) {
                return values.get(column).number(row);
            }

            @Override
            public @Nullable String text(int column) {
                return values.get(column).text(row);
            }

            @Override
            public String place() {
                return frame + ", row " + (row + 1);
            }

            @Override
            public void close() {
                // The file is closed with the table.
            }
        };
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

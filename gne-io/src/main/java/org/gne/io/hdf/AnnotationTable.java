package org.gne.io.hdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gne.io.InputException;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.jspecify.annotations.Nullable;

/** What an AnnData file knows of its cells ({@code obs}) or genes ({@code var}), as a table. A column is read when it is used. */
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
     * @throws InputException if there is no such table, or it is damaged
     */
    AnnotationTable(Hdf file, String frame) {
        this.file = file;
        this.frame = frame;
        String name = file.text(frame, "_index");
        if (name == null) {
            throw new InputException(
                    file.place(frame) + ": found no table of anndata 0.7 or newer, expected one (a newer"
                            + " anndata reads the file and writes it again)");
        }
        this.index = name;
        this.size = column(index).size();
        List<String> names = new ArrayList<>(List.of(index));
        Object order = file.attribute(frame, "column-order");
        if (order instanceof String[] texts) {
            names.addAll(Arrays.asList(texts));
        }
        for (String each : names.stream().distinct().toList()) {
            columns.add(new TableColumn(each, column(each).kind()));
            if (column(each).size() != size) {
                throw new InputException(file.place(frame + "/" + each) + ": found "
                        + column(each).size() + " values, expected " + size + " as in " + index);
            }
        }
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

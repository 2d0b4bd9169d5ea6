package org.gne.io.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gne.io.InputException;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.jspecify.annotations.Nullable;

/** Several tables with the same columns, one after another. */
final class FilesTable implements Table {

    private final String name;
    private final List<Table> parts;
    /** The name of each part in the column of files. */
    private final List<String> files;

    private final boolean untyped;
    private final boolean hasFiles;
    private final List<TableColumn> columns = new ArrayList<>();
    private final @Nullable List<ColumnSurvey> surveys;

    /**
     * Joins tables.
     *
     * @param name the name for messages
     * @param parts at least one
     * @throws InputException if they do not have the same columns
     */
    FilesTable(String name, List<Table> parts, List<String> files, ReadOptions options) throws IOException {
        this.name = name;
        this.parts = parts;
        this.files = files;
        this.untyped = parts.get(0).isUntyped();
        String fileColumn = options.fileColumn();
        this.hasFiles = fileColumn != null;
        requireAlike(parts);
        columns.addAll(parts.get(0).columns());
        if (fileColumn != null) {
            if (Features.position(parts.get(0), fileColumn) >= 0) {
                throw new InputException(name + ": found a column '" + fileColumn
                        + "', expected another name for the column of files (--file-column)");
            }
            columns.add(new TableColumn(fileColumn, TableColumn.Kind.TEXT));
        }
        surveys = untyped ? survey(options) : null;
        for (int i = 0; surveys != null && i < columns.size(); i++) {
            columns.set(i, surveys.get(i).column(columns.get(i).name()));
        }
    }

    private static void requireAlike(List<Table> parts) {
        Table first = parts.get(0);
        for (Table part : parts) {
            if (part.isUntyped() != first.isUntyped()) {
                throw new InputException(
                        part.name() + ": found another kind of file than " + first.name() + ", expected the same");
            }
            List<TableColumn> columns = part.columns();
            if (columns.size() != first.columns().size()) {
                throw new InputException(part.name() + ": found " + columns.size() + " columns, expected the "
                        + first.columns().size() + " of " + first.name());
            }
            for (int i = 0; i < columns.size(); i++) {
                TableColumn expected = first.columns().get(i);
                TableColumn found = columns.get(i);
                if (!found.name().equals(expected.name())) {
                    throw new InputException(part.name() + ": found the column '" + found.name() + "', expected '"
                            + expected.name() + "' as in " + first.name());
                }
                if (found.kind() != expected.kind() && !first.isUntyped()) {
                    throw new InputException(part.name() + ": column '" + found.name() + "': found the type "
                            + found.kind() + ", expected " + expected.kind() + " as in " + first.name());
                }
            }
        }
    }

    private List<ColumnSurvey> survey(ReadOptions options) throws IOException {
        List<ColumnSurvey> found = columns.stream()
                .map(column -> new ColumnSurvey(options.columns().missing().rule(column.name()), columns.size()))
                .toList();
        try (Rows rows = rows()) {
            for (int n = 0; n < options.limit() && rows.next(); n++) {
                for (int i = 0; i < columns.size(); i++) {
                    String cell = rows.raw(i);
                    found.get(i).addText(cell == null ? "" : cell, rows::place);
                }
            }
        }
        for (Table part : parts) {
            for (int i = 0; part instanceof CsvTable text && i < text.surveys().size(); i++) {
                String fault = text.surveys().get(i).fault();
                if (fault != null) {
                    found.get(i).setFault(part.name() + ": " + fault);
                }
            }
        }
        return found;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<TableColumn> columns() {
        return columns;
    }

    @Override
    public boolean isUntyped() {
        return untyped;
    }

    /** What a first pass found out about the columns of text tables, else null. */
    @Nullable List<ColumnSurvey> surveys() {
        return surveys;
    }

    @Override
    public @Nullable String id() {
        return parts.get(0).id();
    }

    @Override
    public List<String> notes() {
        Set<String> notes = new LinkedHashSet<>();
        notes.add(parts.size() + (parts.size() == 1 ? " file is" : " files are") + " read: " + NameList.of(files));
        parts.forEach(part -> notes.addAll(part.notes()));
        return List.copyOf(notes);
    }

    @Override
    public Rows rows() throws IOException {
        return new JoinedRows();
    }

    private final class JoinedRows implements Rows {
        private int part;
        private Rows rows = parts.get(0).rows();

        JoinedRows() throws IOException {}

        @Override
        public boolean next() throws IOException {
            while (!rows.next()) {
                if (part + 1 == parts.size()) {
                    return false;
                }
                rows.close();
                rows = parts.get(++part).rows();
            }
            return true;
        }

        private boolean isFile(int column) {
            return hasFiles && column == columns.size() - 1;
        }

        @Override
        public double number(int column) throws IOException {
            return isFile(column) ? Double.NaN : rows.number(column);
        }

        @Override
        public @Nullable String text(int column) throws IOException {
            return isFile(column) ? files.get(part) : rows.text(column);
        }

        @Override
        public @Nullable String raw(int column) throws IOException {
            return isFile(column) ? files.get(part) : rows.raw(column);
        }

        @Override
        public double plainNumber(int column) throws IOException {
            return isFile(column) ? Double.NaN : rows.plainNumber(column);
        }

        @Override
        public String place() {
            return files.get(part) + ", " + rows.place();
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }

    @Override
    public void close() throws IOException {
        for (Table part : parts) {
            part.close();
        }
    }
}

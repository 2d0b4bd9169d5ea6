package org.gne.io.table;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.gne.io.InputSource;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.gne.io.TextChoice;
import org.gne.io.text.TextEncoding;
import org.jspecify.annotations.Nullable;

/**
 * The text files of a folder as a table: the text of each file, its path within the folder, which is the id, and the folder
 * that it is in, which can be the label.
 *
 * @param asked the encoding that the user named, or null to find that of each file
 */
record TextFiles(String name, FileList list, @Nullable Charset asked) implements Table {

    private static final String FILE = "file";

    private static final int PATH = 1;

    private static final int FOLDER = 2;

    @Override
    public List<TableColumn> columns() {
        return List.of(
                new TableColumn(TextChoice.TEXT, TableColumn.Kind.TEXT),
                new TableColumn(FILE, TableColumn.Kind.TEXT),
                new TableColumn("folder", TableColumn.Kind.TEXT));
    }

    @Override
    public String id() {
        return FILE;
    }

    @Override
    public Rows rows() {
        return new Walk(this);
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    private String path(int row) {
        return list.base().relativize(list.files().get(row)).toString().replace('\\', '/');
    }

    private String text(int row) throws IOException {
        InputSource source = InputSource.of(list.files().get(row).toString());
        TextLines found = TextLines.open(source, asked);
        TextEncoding encoding = found.encoding();
        try (Reader reader = encoding.open(source)) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        }
    }

    private static final class Walk implements Rows {
        private final TextFiles files;
        private int row = -1;

        Walk(TextFiles files) {
            this.files = files;
        }

        @Override
        public boolean next() {
            return ++row < files.list.files().size();
        }

        @Override
        public double number(int column) {
            return Double.NaN;
        }

        @Override
        public @Nullable String text(int column) throws IOException {
            if (column == PATH) {
                return files.path(row);
            }
            if (column != FOLDER) {
                return files.text(row);
            }
            Path folder = Path.of(files.path(row)).getParent();
            return folder == null ? "" : folder.toString().replace('\\', '/');
        }

        @Override
        public String place() {
            return "file " + files.path(row);
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}

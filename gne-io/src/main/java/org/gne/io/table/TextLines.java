package org.gne.io.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import org.gne.io.InputSource;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.gne.io.TextChoice;
import org.gne.io.text.TextEncoding;
import org.jspecify.annotations.Nullable;

/** The lines of a text file as a table of one column, {@value TextChoice#TEXT}. */
record TextLines(InputSource source, TextEncoding encoding) implements Table {

    /**
     * Opens a file.
     *
     * @param asked the encoding that the user named, or null to find it
     */
    static TextLines open(InputSource source, @Nullable Charset asked) throws IOException {
        TextEncoding encoding = TextEncoding.of(source, asked);
        if (asked == null && !isReadable(source, encoding)) {
            encoding = TextEncoding.other(source);
        }
        return new TextLines(source, encoding);
    }

    private static boolean isReadable(InputSource source, TextEncoding encoding) throws IOException {
        try (Reader text = encoding.open(source)) {
            char[] block = new char[1 << 16];
            while (text.read(block) >= 0) {
                continue;
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @Override
    public String name() {
        return source.text();
    }

    @Override
    public List<TableColumn> columns() {
        return List.of(new TableColumn(TextChoice.TEXT, TableColumn.Kind.TEXT));
    }

    @Override
    public List<String> notes() {
        return encoding.note() == null ? List.of() : List.of(encoding.note());
    }

    @Override
    public Rows rows() throws IOException {
        return new Walk(this, new BufferedReader(encoding.open(source)));
    }

    @Override
    public void close() {
        // Nothing is open but while rows are read.
    }

    private static final class Walk implements Rows {
        private final TextLines lines;
        private final BufferedReader reader;
        private @Nullable String line;
        private long number;

        Walk(TextLines lines, BufferedReader reader) {
            this.lines = lines;
            this.reader = reader;
        }

        @Override
        public boolean next() throws IOException {
            try {
                line = reader.readLine();
            } catch (CharacterCodingException e) {
                throw lines.encoding.wrong(lines.source);
            }
            number++;
            return line != null;
        }

        @Override
        public double number(int column) {
            return Double.NaN;
        }

        @Override
        public @Nullable String text(int column) {
            return line;
        }

        @Override
        public String place() {
            return "line " + number;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}

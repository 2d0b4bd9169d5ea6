package org.gne.io.arff;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gne.io.CellText;
import org.gne.io.InputSource;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.gne.io.text.TextEncoding;
import org.jspecify.annotations.Nullable;

/** The table of an ARFF file. */
final class ArffTable implements Table {

    private static final int MOST_COLUMNS = 1 << 20;

    private final InputSource source;
    private final TextEncoding encoding;
    private final List<ArffAttribute> attributes = new ArrayList<>();

    /** Reads the declarations. */
    ArffTable(InputSource source, TextEncoding encoding) throws IOException {
        this.source = source;
        this.encoding = encoding;
        open().close();
    }

    /** Opens the file at its first row. */
    private ArffLines open() throws IOException {
        ArffLines lines = new ArffLines(source.text(), encoding.open(source));
        attributes.clear();
        Set<String> names = new HashSet<>();
        try {
            for (String line = lines.next(); line != null; line = lines.next()) {
                String word = line.split("\\s", 2)[0].toLowerCase(Locale.ROOT);
                if (word.equals("@data")) {
                    if (attributes.isEmpty()) {
                        throw lines.wrong("@data without attributes", "@attribute lines before it");
                    }
                    return lines;
                }
                if (word.equals("@attribute")) {
                    ArffAttribute found = ArffAttribute.read(
                            lines, line.substring(word.length()).strip());
                    if (!names.add(found.column().name()) || names.size() > MOST_COLUMNS) {
                        throw lines.wrong(
                                "the attribute '" + found.column().name() + "' twice or too many attributes",
                                "at most " + MOST_COLUMNS + " different names");
                    }
                    attributes.add(found);
                } else if (!word.equals("@relation")) {
                    throw lines.wrong(
                            "'" + (word.length() > 60 ? word.substring(0, 60) : word) + "'",
                            "@relation, @attribute or @data");
                }
            }
            throw lines.wrong("the end of the file", "a line @data");
        } catch (IOException | RuntimeException e) {
            lines.close();
            if (e instanceof CharacterCodingException) {
                throw encoding.wrong(source);
            }
            throw e;
        }
    }

    @Override
    public String name() {
        return source.text();
    }

    @Override
    public List<TableColumn> columns() {
        return attributes.stream().map(ArffAttribute::column).toList();
    }

    @Override
    public Rows rows() throws IOException {
        return new ArffRows(open(), List.copyOf(attributes));
    }

    private final class ArffRows implements Rows {
        private final ArffLines lines;
        private final List<ArffAttribute> attributes;
        private final double[] numbers;
        private List<ArffTokens.Token> values = List.of();

        ArffRows(ArffLines lines, List<ArffAttribute> attributes) {
            this.lines = lines;
            this.attributes = attributes;
            this.numbers = new double[attributes.size()];
        }

        @Override
        public boolean next() throws IOException {
            String line;
            try {
                line = lines.next();
            } catch (CharacterCodingException e) {
                throw encoding.wrong(source);
            }
            if (line == null) {
                return false;
            }
            values = line.startsWith("{") ? some(line) : new ArffTokens(lines, line, 0).all();
            if (values.size() != attributes.size()) {
                throw lines.wrong(values.size() + " values", attributes.size() + ", one for each attribute");
            }
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = attributes.get(i).number(lines, values.get(i));
            }
            return true;
        }

        /** A row of only some values: {@code {1 5, 3 'x'}}. The other numbers are 0, the other nominal values the first. */
        private List<ArffTokens.Token> some(String line) {
            if (!line.endsWith("}")) {
                throw lines.wrong("a row that begins with {", "a } at its end");
            }
            List<ArffTokens.@Nullable Token> row = new ArrayList<>();
            attributes.forEach(attribute -> row.add(attribute.zero()));
            String inside = line.substring(1, line.length() - 1).strip();
            ArffTokens tokens = new ArffTokens(lines, inside, 0);
            while (tokens.at() < inside.length()) {
                String index = tokens.next(" \t").text();
                if (!CellText.isWhole(index) || !(CellText.number(index) < row.size()) || CellText.number(index) < 0) {
                    throw lines.wrong("'" + index + "'", "the number of an attribute, less than " + row.size());
                }
                tokens.skip();
                row.set((int) CellText.number(index), tokens.next(","));
                tokens.skip();
            }
            List<ArffTokens.Token> whole = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                ArffTokens.Token value = row.get(i);
                if (value == null) {
                    throw lines.wrong(
                            "no value for '" + attributes.get(i).column().name() + "'",
                            "one, because it is not a number");
                }
                whole.add(value);
            }
            return whole;
        }

        @Override
        public double number(int column) {
            return numbers[column];
        }

        @Override
        public @Nullable String text(int column) {
            ArffTokens.Token value = values.get(column);
            return value.isMissing() ? null : value.text();
        }

        @Override
        public String place() {
            return "line " + lines.line();
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    @Override
    public void close() {
        // Every cursor opens the file again.
    }
}

package org.gne.io.sparse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;
import org.gne.data.Dataset;
import org.gne.io.CellText;
import org.gne.io.ColumnChoice;
import org.gne.io.InputException;
import org.gne.io.InputFormat;
import org.gne.io.InputSource;
import org.gne.io.ReadOptions;
import org.jspecify.annotations.Nullable;

/**
 * Matrix Market, {@code .mtx}: coordinates or an array, of real or whole numbers or a pattern. If the files {@code barcodes.tsv} and {@code
 * features.tsv} or {@code genes.tsv} lie beside it, as 10x Genomics writes them, its columns are the rows of the data: one for each
 * cell. A folder with these files is the same input.
 *
 * @hidden internal
 */
public final class MatrixMarketFormat implements InputFormat {

    private static final String HEADER = "%%matrixmarket";
    private static final String MATRIX = "matrix.mtx";

    @Override
    public String description() {
        return "Matrix Market (.mtx), or a folder of 10x Genomics";
    }

    @Override
    public boolean claims(InputSource source) {
        return source.isFileEndingIn(List.of(".mtx"))
                || (source.isFolder() && TenX.file(source.path(), MATRIX) != null);
    }

    @Override
    public boolean recognises(InputSource source) {
        byte[] start = source.start(HEADER.length());
        return new String(start, StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT)
                .equals(HEADER);
    }

    @Override
    public Dataset read(InputSource source, ReadOptions options) throws IOException {
        options.requireNoArray(source.text());
        ColumnChoice choice = options.columns();
        if (!choice.withoutCounts().equals(ColumnChoice.ALL)) {
            throw new InputException(
                    source.text() + ": is a matrix of numbers, expected no choice of columns, labels or ids"
                            + " (classes can be another file: --labels)");
        }
        InputSource file =
                source.isFolder() ? InputSource.of(String.valueOf(TenX.file(source.path(), MATRIX))) : source;
        TenX cells = TenX.beside(file);
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(file.open(), StandardCharsets.ISO_8859_1), 1 << 16)) {
            try (SparseMatrix values = new Reader(file.text(), in, cells != null, options).read()) {
                return cells != null
                        ? cells.dataset(source.text(), values)
                        : new Dataset(source.text(), values.rows(), null);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static final class Reader {
        private final String name;
        private final BufferedReader in;
        private final boolean transpose;
        private final ReadOptions options;
        private long line;
        private boolean pattern;
        private boolean symmetric;
        private int sign = 1;
        private long rows;
        private long columns;

        Reader(String name, BufferedReader in, boolean transpose, ReadOptions options) {
            this.name = name;
            this.in = in;
            this.transpose = transpose;
            this.options = options;
        }

        SparseMatrix read() throws IOException {
            String header = next();
            String[] words = (header == null ? "" : header)
                    .toLowerCase(Locale.ROOT)
                    .strip()
                    .split("\\s+");
            if (words.length != 5 || !words[0].equals(HEADER) || !words[1].equals("matrix")) {
                throw wrong("other words", "%%MatrixMarket matrix coordinate real general, or the like");
            }
            boolean coordinate = words[2].equals("coordinate");
            if (!coordinate && !words[2].equals("array")) {
                throw wrong("'" + words[2] + "'", "coordinate or array");
            }
            pattern = words[3].equals("pattern");
            if (!List.of("real", "integer", "double", "pattern").contains(words[3]) || (pattern && !coordinate)) {
                throw wrong("'" + words[3] + "'", "real, integer, or a pattern of coordinates");
            }
            symmetric = words[4].equals("symmetric") || words[4].equals("skew-symmetric");
            sign = words[4].equals("skew-symmetric") ? -1 : 1;
            if (!symmetric && !words[4].equals("general")) {
                throw wrong("'" + words[4] + "'", "general, symmetric or skew-symmetric");
            }
            StringTokenizer sizes = tokens(coordinate ? 3 : 2, "sizes");
            rows = whole(sizes.nextToken());
            columns = whole(sizes.nextToken());
            SparseMatrix matrix =
                    new SparseMatrix(name, transpose ? columns : rows, transpose ? rows : columns, options);
            if (coordinate) {
                coordinates(matrix, whole(sizes.nextToken()));
            } else {
                array(matrix);
            }
            String more = nextValue();
            if (more != null) {
                throw wrong("more values", "the end of the file");
            }
            return matrix;
        }

        private void coordinates(SparseMatrix matrix, long entries) throws IOException {
            for (long i = 0; i < entries; i++) {
                StringTokenizer entry = tokens(pattern ? 2 : 3, "row, column and value");
                long row = whole(entry.nextToken()) - 1;
                long column = whole(entry.nextToken()) - 1;
                add(matrix, row, column, pattern ? 1 : number(entry.nextToken()));
            }
        }

        private void array(SparseMatrix matrix) throws IOException {
            for (long column = 0; column < columns; column++) {
                long first = !symmetric ? 0 : sign < 0 ? column + 1 : column;
                for (long row = first; row < rows; row++) {
                    add(matrix, row, column, number(tokens(1, "a value").nextToken()));
                }
            }
        }

        private void add(SparseMatrix matrix, long row, long column, double value) {
            String place = "line " + line;
            if (row < 0 || row >= rows || column < 0 || column >= columns) {
                throw wrong("row " + (row + 1) + " and column " + (column + 1), "at most " + rows + " and " + columns);
            }
            if (value != 0) {
                matrix.add(place, transpose ? column : row, transpose ? row : column, value);
                if (symmetric && row != column) {
                    matrix.add(place, transpose ? row : column, transpose ? column : row, sign * value);
                }
            }
        }

        private StringTokenizer tokens(int count, String what) throws IOException {
            String text = nextValue();
            StringTokenizer tokens = new StringTokenizer(text == null ? "" : text);
            if (tokens.countTokens() != count) {
                throw wrong(
                        text == null ? "the end of the file" : tokens.countTokens() + " numbers",
                        count + " (" + what + ")");
            }
            return tokens;
        }

        /** The next line that is neither empty nor a comment, null at the end. */
        private @Nullable String nextValue() throws IOException {
            String text = next();
            while (text != null && (text.isBlank() || text.startsWith("%"))) {
                text = next();
            }
            return text;
        }

        private @Nullable String next() throws IOException {
            line++;
            return in.readLine();
        }

        private long whole(String text) {
            if (!CellText.isWhole(text)) {
                throw wrong("'" + text + "'", "a whole number");
            }
            return Long.parseLong(text);
        }

        private double number(String text) {
            double value = CellText.number(text);
            if (Double.isNaN(value) && !text.equalsIgnoreCase("nan")) {
                throw wrong("'" + text + "'", "a number");
            }
            return value;
        }

        private InputException wrong(String found, String expected) {
            return new InputException(name + ": line " + line + ": found " + found + ", expected " + expected);
        }
    }
}

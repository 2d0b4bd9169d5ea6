package org.gne.io.sparse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import org.gne.data.Dataset;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.data.SparseRow;
import org.gne.data.SparseStore;
import org.gne.io.CellText;
import org.gne.io.ColumnChoice;
import org.gne.io.InputException;
import org.gne.io.InputFormat;
import org.gne.io.InputSource;
import org.gne.io.LabelChoice;
import org.gne.io.LabelsBuilder;
import org.gne.io.ReadOptions;
import org.jspecify.annotations.Nullable;

/**
 * SVMlight and LIBSVM: in each line a label, then {@code column:value} for the values that are not 0. Columns count from 1, or from 0 if there is
 * a column 0.
 *
 * @hidden internal
 */
public final class SvmLightFormat implements InputFormat {

    private static final Pattern LINE =
            Pattern.compile("[-+0-9.eE,]+( +qid:\\d+)?( +\\d+:[-+0-9.eEnaNiIfF]+)+ *(#.*)?");

    private static final int LOOKED_AT = 4096;

    @Override
    public String description() {
        return "SVMlight (.svm, .libsvm)";
    }

    @Override
    public boolean claims(InputSource source) {
        return source.isFileEndingIn(List.of(".svm", ".libsvm", ".svmlight"));
    }

    /** Whether the first line has values with the numbers of their columns. */
    @Override
    public boolean recognises(InputSource source) {
        return begins(source);
    }

    /** Whether a file begins like SVMlight. */
    public static boolean begins(InputSource source) {
        String start = new String(source.start(LOOKED_AT), StandardCharsets.ISO_8859_1);
        int end = start.indexOf('\n');
        String line = end < 0 ? start : start.substring(0, end);
        // A longer line is cut after a value.
        String whole = end < 0 && start.length() == LOOKED_AT ? line.substring(0, line.lastIndexOf(' ') + 1) : line;
        return LINE.matcher(whole.strip()).matches();
    }

    @Override
    public Dataset read(InputSource source, ReadOptions options) throws IOException {
        options.requireNoArray(source.text());
        if (!options.columns().withoutCounts().equals(ColumnChoice.ALL)) {
            throw new InputException(source.text() + ": is SVMlight, which has a label in every line and no names of"
                    + " columns, expected no choice of columns, labels or ids");
        }
        LabelsBuilder labels = new LabelsBuilder();
        Lines lines = new Lines(source.text());
        try (SparseStore store = new SparseStore(options.storage());
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(source.open(), StandardCharsets.UTF_8), 1 << 16)) {
            for (String text = in.readLine(); text != null && store.size() < options.limit(); text = in.readLine()) {
                String found = lines.read(text);
                if (found != null) {
                    labels.add(label(found));
                    store.add(lines.row);
                }
            }
            int first = lines.zero ? 0 : 1;
            int width = lines.most + 1 - first;
            if (width < 1) {
                throw new InputException(source.text() + ": found a matrix of " + store.size() + " x " + width
                        + ", expected at least 1 row and 1 column");
            }
            Samples rows = store.finish(Schema.Columns.numbered(width), first);
            Dataset data = new Dataset(source.text(), rows, null)
                    .withNotes(List.of("SVMlight: " + width + " columns, counted from " + first
                            + "; values that are not in a line are 0"));
            return LabelChoice.add(data, "of each line", labels.build(), options.labelType());
        }
    }

    /** Reads lines, and knows which columns they had. */
    private static final class Lines {
        private final String name;
        private final SparseRow row = new SparseRow();
        private long line;
        private boolean zero;
        private int most = -1;

        Lines(String name) {
            this.name = name;
        }

        /** Reads the values of a line into the row; returns the label, or null if the line is empty. */
        @Nullable String read(String text) {
            line++;
            int comment = text.indexOf('#');
            StringTokenizer tokens = new StringTokenizer(comment < 0 ? text : text.substring(0, comment));
            if (!tokens.hasMoreTokens()) {
                return null;
            }
            String label = tokens.nextToken();
            while (tokens.hasMoreTokens()) {
                add(tokens.nextToken());
            }
            return label;
        }

        private void add(String token) {
            int colon = token.indexOf(':');
            String place = colon < 0 ? "" : token.substring(0, colon);
            if (place.equals("qid")) {
                return;
            }
            double value = colon < 0 ? Double.NaN : CellText.number(token.substring(colon + 1));
            if (!CellText.isWhole(place) || Double.isNaN(value)) {
                throw wrong(token, "a column and a value such as 3:0.5");
            }
            long column = Long.parseLong(place);
            if (column < 0 || column > SparseMatrix.MOST_COLUMNS) {
                throw wrong(token, "a column of at most " + SparseMatrix.MOST_COLUMNS);
            }
            float rounded = (float) value;
            if (Float.isInfinite(rounded)) {
                throw wrong(token, "a number of at most " + Float.MAX_VALUE);
            }
            row.add((int) column, rounded);
            most = Math.max(most, (int) column);
            zero |= column == 0;
        }

        private InputException wrong(String found, String expected) {
            return new InputException(name + ": line " + line + ": found '" + found + "', expected " + expected);
        }
    }

    /** Labels are often written with a sign and as fractions: +1, 1.0. */
    private static String label(String text) {
        double number = CellText.number(text);
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number) : text;
    }
}

package org.gne.io.sparse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import org.gne.data.Dataset;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.io.CellText;
import org.gne.io.ColumnChoice;
import org.gne.io.InputException;
import org.gne.io.InputFormat;
import org.gne.io.InputSource;
import org.gne.io.LabelChoice;
import org.gne.io.LabelsBuilder;
import org.gne.io.ReadOptions;

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
        if (!options.columns().equals(ColumnChoice.ALL)) {
            throw new InputException(source.text() + ": is SVMlight, which has a label in every line and no names of"
                    + " columns, expected no choice of columns, labels or ids");
        }
        LabelsBuilder labels = new LabelsBuilder();
        List<long[]> places = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        long most = -1;
        boolean zero = false;
        long line = 0;
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(source.open(), StandardCharsets.UTF_8), 1 << 16)) {
            for (String text = in.readLine(); text != null && values.size() < options.limit(); text = in.readLine()) {
                line++;
                int comment = text.indexOf('#');
                StringTokenizer tokens = new StringTokenizer(comment < 0 ? text : text.substring(0, comment));
                if (!tokens.hasMoreTokens()) {
                    continue;
                }
                labels.add(label(tokens.nextToken()));
                long[] place = new long[tokens.countTokens()];
                double[] value = new double[place.length];
                int n = 0;
                while (tokens.hasMoreTokens()) {
                    String token = tokens.nextToken();
                    int colon = token.indexOf(':');
                    String column = colon < 0 ? "" : token.substring(0, colon);
                    if (column.equals("qid")) {
                        continue;
                    }
                    value[n] = colon < 0 ? Double.NaN : CellText.number(token.substring(colon + 1));
                    if (!CellText.isWhole(column) || Double.isNaN(value[n])) {
                        throw new InputException(source.text() + ": line " + line + ": found '" + token
                                + "', expected a column and a value such as 3:0.5");
                    }
                    place[n] = Long.parseLong(column);
                    most = Math.max(most, place[n]);
                    zero |= place[n] == 0;
                    n++;
                }
                places.add(java.util.Arrays.copyOf(place, n));
                values.add(value);
            }
        }
        int first = zero ? 0 : 1;
        SparseMatrix matrix = new SparseMatrix(source.text(), values.size(), most + 1 - first);
        for (int row = 0; row < places.size(); row++) {
            for (int i = 0; i < places.get(row).length; i++) {
                matrix.add("row " + (row + 1), row, places.get(row)[i] - first, values.get(row)[i]);
            }
        }
        Samples rows = matrix.rows(Schema.Columns.numbered(matrix.width()), options);
        Dataset data = new Dataset(source.text(), rows, null)
                .withNotes(List.of("SVMlight: " + matrix.width() + " columns, counted from " + first
                        + "; values that are not in a line are 0"));
        return LabelChoice.add(data, "of each line", labels.build(), options.labelType());
    }

    /** Labels are often written with a sign and as fractions: +1, 1.0. */
    private static String label(String text) {
        double number = CellText.number(text);
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number) : text;
    }
}

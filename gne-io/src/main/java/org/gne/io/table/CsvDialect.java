package org.gne.io.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.gne.io.CellText;
import org.gne.io.InputException;
import org.gne.io.InputSource;
import org.gne.io.ReadOptions;
import org.jspecify.annotations.Nullable;

/**
 * The dialect of a text table.
 *
 * @param delimiter the character between fields
 * @param header whether the first record holds the names of the columns
 * @param names the names of the columns
 */
record CsvDialect(char delimiter, boolean header, List<String> names) {

    /** The largest number of characters of the first line that are examined. */
    private static final int LONGEST_LOOK = 1 << 20;

    private static final String DELIMITERS = ",;\t|";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Finds the dialect from the first line, as far as the options do not give it. */
    static CsvDialect of(InputSource source, ReadOptions options) throws IOException {
        Character told = options.delimiter();
        char delimiter = told != null ? told : delimiter(source);
        try (CsvFile file = CsvFile.open(source, delimiter)) {
            List<String> record = file.next();
            if (record == null) {
                throw file.wrong("the file", "no line", "at least a line of names and one of values");
            }
            List<String> first = withoutMark(record);
            Boolean asked = options.header();
            boolean header = asked != null ? asked : looksLikeNames(first);
            List<String> names = header ? names(file, first) : numbered(first.size());
            return new CsvDialect(delimiter, header, names);
        }
    }

    private static List<String> withoutMark(List<String> record) {
        List<String> fields = new ArrayList<>(record);
        if (fields.get(0).startsWith(BYTE_ORDER_MARK)) {
            fields.set(0, fields.get(0).substring(1));
        }
        return fields;
    }

    /**
     * The tab if the name of the file says so, else the most frequent delimiter outside quotes in the first line, else
     * the comma.
     */
    private static char delimiter(InputSource source) throws IOException {
        String name = source.text().toLowerCase(Locale.ROOT).replaceAll("\\.gz$", "");
        if (name.endsWith(".tsv") || name.endsWith(".tab")) {
            return '\t';
        }
        int[] counts = new int[DELIMITERS.length()];
        boolean quoted = false;
        try (BufferedReader text = new BufferedReader(CsvFile.text(source))) {
            for (int i = 0, c = text.read(); i < LONGEST_LOOK && c >= 0; i++, c = text.read()) {
                if (c == '"') {
                    quoted = !quoted;
                } else if ((c == '\n' || c == '\r') && !quoted) {
                    break;
                } else if (!quoted && DELIMITERS.indexOf(c) >= 0) {
                    counts[DELIMITERS.indexOf(c)]++;
                }
            }
        } catch (CharacterCodingException e) {
            throw new InputException(
                    source.text() + ": near line 1: found bytes that are not UTF-8 text, expected UTF-8", e);
        }
        int most = IntStream.range(0, counts.length).reduce(0, (best, i) -> counts[i] > counts[best] ? i : best);
        return DELIMITERS.charAt(most);
    }

    /**
     * Whether the first line holds names. If it holds numbers only, they are values, unless they count: 0, 1, 2 ... or
     * 1, 2, 3 ... are names that a program gave.
     */
    private static boolean looksLikeNames(List<String> fields) {
        return counts(fields, 0)
                || counts(fields, 1)
                || fields.stream().anyMatch(field -> Double.isNaN(CellText.number(field)) && !field.isBlank());
    }

    private static boolean counts(List<String> fields, int from) {
        // The first name may be empty: it is that of the row numbers.
        int skip = fields.get(0).isEmpty() ? 1 : 0;
        return fields.size() > skip + 1
                && IntStream.range(skip, fields.size())
                        .allMatch(i -> fields.get(i).equals(Integer.toString(i - skip + from)));
    }

    private static List<String> names(CsvFile file, List<String> fields) {
        Map<String, Integer> seen = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            String name = fields.get(i).strip();
            name = name.isEmpty() ? "column" + (i + 1) : name;
            Integer before = seen.put(name, i + 1);
            if (before != null) {
                throw file.wrong(
                        "line " + file.line(),
                        "the name '" + name + "' for columns " + before + " and " + (i + 1),
                        "a different name for each");
            }
            requireText(file, name);
            names.add(name);
        }
        return names;
    }

    /** Rejects a zero character, which does not occur in text. */
    static void requireText(CsvFile file, String field) {
        if (field.indexOf('\0') >= 0) {
            throw file.wrong("line " + file.line(), "a NUL byte", "text");
        }
    }

    private static List<String> numbered(int width) {
        return IntStream.range(0, width).mapToObj(Integer::toString).toList();
    }

    /** Opens the file at its first row of values. */
    CsvFile open(InputSource source) throws IOException {
        CsvFile file = CsvFile.open(source, delimiter);
        if (header) {
            file.next();
        }
        return file;
    }

    /** The fields of the next row, null after the last row. */
    @Nullable List<String> next(CsvFile file) throws IOException {
        List<String> fields = file.next();
        if (fields != null && fields.size() != names.size()) {
            throw file.wrong(
                    "line " + file.line(),
                    fields.size() + (fields.size() == 1 ? " value" : " values"),
                    names.size() + " as in the first line");
        }
        return fields;
    }
}

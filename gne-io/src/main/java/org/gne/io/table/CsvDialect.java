package org.gne.io.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gne.io.CellText;
import org.gne.io.InputSource;
import org.gne.io.TextOptions;
import org.gne.io.text.Delimiters;
import org.gne.io.text.Fields;
import org.gne.io.text.RecordSource;
import org.gne.io.text.TextEncoding;
import org.gne.io.text.TextFile;
import org.gne.io.text.TextRecords;
import org.gne.io.text.TextSample;
import org.jspecify.annotations.Nullable;

/**
 * How the records of a table of texts are read.
 *
 * @param text the records
 * @param delimiter the character between fields
 * @param before the number of records before the first row
 * @param names the names of the columns
 * @param words whether the first column holds words, and the others are their vectors
 * @param notes what the user should know, one line each
 */
record CsvDialect(
        RecordSource text, char delimiter, int before, List<String> names, boolean words, List<String> notes) {

    private static final String WORD = "word";

    /** The number of records that show whether the first one holds names. */
    private static final int LOOKED_AT = 1000;

    /** Finds the dialect from the beginning of a text, as far as the options do not give it. */
    static CsvDialect of(InputSource source, TextEncoding encoding, TextOptions options) throws IOException {
        TextSample sample = TextSample.of(source, encoding);
        Character told = options.delimiter();
        char delimiter = told != null ? told : Delimiters.of(source, sample);
        List<String> notes = new ArrayList<>();
        if (encoding.note() != null) {
            notes.add(encoding.note());
        }
        if (delimiter == TextRecords.BLANKS && told == null) {
            notes.add("the values are separated by spaces (--delimiter changes it)");
        }
        return of(new TextFile(source, encoding, delimiter), delimiter, sample.records(delimiter), notes, options);
    }

    /** Finds the names of columns in records that are no text with delimiters, such as those of a sheet. */
    static CsvDialect of(RecordSource text, TextOptions options) throws IOException {
        List<List<String>> records = new ArrayList<>();
        try (TextRecords file = text.open()) {
            for (List<String> record = file.next();
                    record != null && records.size() < LOOKED_AT;
                    record = file.next()) {
                records.add(record);
            }
        }
        return of(text, ',', records, new ArrayList<>(), options);
    }

    private static CsvDialect of(
            RecordSource text, char delimiter, List<List<String>> all, List<String> notes, TextOptions options)
            throws IOException {
        boolean blanks = delimiter == TextRecords.BLANKS;
        List<List<String>> records = all;
        boolean counts = blanks && records.size() > 1 && Delimiters.isCounts(records.get(0), records.get(1));
        if (counts) {
            notes.add("line 1 is left out: the number of words and of values, as word2vec writes it");
            records = records.subList(1, records.size());
        }
        try (TextRecords file = text.open()) {
            int before = counts ? 1 : 0;
            if (counts) {
                file.next();
            }
            List<String> first = file.next();
            if (first == null) {
                throw file.wrong("the file", "no line", "at least a line of names and one of values");
            }
            Boolean asked = options.header();
            FirstLine line = asked != null
                    ? new FirstLine(asked, null)
                    : FirstLine.of(records.isEmpty() ? List.of(first) : records, blanks);
            if (line.note() != null) {
                notes.add(line.note().replaceFirst("^line 1\\b", file.place()));
            }
            boolean words = blanks && !line.header() && areWords(records);
            List<String> names =
                    line.header() ? names(file, first, notes) : words ? vector(first) : numbered(first.size());
            return new CsvDialect(text, delimiter, before + (line.header() ? 1 : 0), names, words, List.copyOf(notes));
        }
    }

    /** Whether the records are different words with numbers. */
    private static boolean areWords(List<List<String>> records) {
        return records.stream().map(record -> record.get(0)).distinct().count() == records.size()
                && records.stream().anyMatch(record -> Double.isNaN(CellText.number(record.get(0))))
                && records.stream()
                        .allMatch(record -> record.size() > 1
                                && record.stream().skip(1).noneMatch(field -> Double.isNaN(CellText.number(field))));
    }

    private static List<String> vector(List<String> first) {
        List<String> names = new ArrayList<>(List.of(WORD));
        names.addAll(numbered(first.size() - 1));
        return names;
    }

    private static List<String> names(TextRecords file, List<String> fields, List<String> notes) {
        Map<String, Integer> names = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            String name = fields.get(i).strip();
            name = name.isEmpty() ? "column" + (i + 1) : name;
            requireText(file, name);
            String own = name;
            for (int same = 2; names.containsKey(own); same++) {
                own = name + " (" + same + ")";
            }
            if (!own.equals(name)) {
                notes.add(file.place() + ": column " + (i + 1) + " has the same name as column " + names.get(name)
                        + ", so it is called '" + own + "'");
            }
            names.put(own, i + 1);
        }
        return List.copyOf(names.keySet());
    }

    /** Rejects a zero character, which does not occur in text. */
    static void requireText(TextRecords file, String field) {
        if (field.indexOf('\0') >= 0) {
            throw file.wrong(file.place(), "a NUL byte", "text");
        }
    }

    private static List<String> numbered(int width) {
        return IntStream.range(0, width).mapToObj(Integer::toString).toList();
    }

    /** Opens the text at its first row of values. */
    TextRecords open() throws IOException {
        TextRecords file = text.open();
        for (int i = 0; i < before; i++) {
            file.next();
        }
        return file;
    }

    /** The fields of the next row, null after the last row. */
    @Nullable Fields next(TextRecords file) throws IOException {
        Fields fields = file.read();
        if (fields != null && fields.size() != names.size()) {
            throw file.wrong(
                    file.place(),
                    fields.size() + (fields.size() == 1 ? " value" : " values"),
                    names.size() + " as in the first line");
        }
        return fields;
    }

    /** The column of ids, or null if the text does not say which it is. */
    @Nullable String id() {
        return words ? WORD : null;
    }
}

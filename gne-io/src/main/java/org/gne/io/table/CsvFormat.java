package org.gne.io.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gne.io.ColumnChoice;
import org.gne.io.InputSource;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.gne.io.sparse.SvmLightFormat;
import org.gne.io.text.TextEncoding;
import org.gne.io.text.TextRecords;

/**
 * Text tables, recognised by the ending of the file name or by being text.
 *
 * @hidden internal
 */
public final class CsvFormat implements TableFormat {

    private static final int LOOKED_AT = 4096;

    /** Endings of text files of other formats, and how their texts begin: JSON, XML, ARFF, Matrix Market. */
    private static final List<String> OTHERS = List.of(".json", ".jsonl", ".ndjson", ".xml", ".html", ".arff", ".mtx");

    private static final String OTHER_STARTS = "{[<%@";

    private static final List<String> ENDINGS = List.of(".csv", ".tsv", ".tab", ".txt");

    /** Labels are texts, also if they look like numbers, and have no names. */
    static final ReadOptions LABELS =
            ReadOptions.defaults().withHeader(false).withColumns(ColumnChoice.ALL.withCategories(List.of("*")));

    @Override
    public String description() {
        return "CSV or TSV (.csv, .tsv, .txt)";
    }

    @Override
    public boolean claims(InputSource source) {
        return source.isFileEndingIn(ENDINGS);
    }

    /** Files of any other name are tables if they are text that is no other known format. */
    @Override
    public boolean recognises(InputSource source) {
        byte[] start = source.start(LOOKED_AT);
        return TextEncoding.isText(start)
                && !SvmLightFormat.begins(source)
                && !source.isFileEndingIn(OTHERS)
                && OTHER_STARTS.indexOf(first(start)) < 0;
    }

    private static char first(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1).strip();
        return text.isEmpty() ? '{' : text.charAt(0);
    }

    @Override
    public Table table(InputSource source, ReadOptions options) throws IOException {
        return CsvTable.open(source, options);
    }

    @Override
    public Table labelTable(InputSource source) throws IOException {
        CsvTable table = CsvTable.open(source, LABELS);
        // Spaces are part of a label.
        return table.delimiter() == TextRecords.BLANKS ? CsvTable.open(source, LABELS.withDelimiter(',')) : table;
    }
}

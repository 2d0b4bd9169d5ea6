package org.gne.io.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gne.data.AtomicFile;
import org.gne.data.Column;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.jspecify.annotations.Nullable;

/** Writes rows as the table they came from: categories by name, booleans as true and false. */
public final class TableCsv {

    /** Up to this, every whole number is exact in a float. */
    private static final float WHOLE = 1 << 24;

    private TableCsv() {}

    /**
     * Writes a table: a line of names, then a line per row. Numbers are the shortest text that reads back as the same
     * float, whole ones without a point; missing values are empty. UTF-8, comma, line feed.
     *
     * @param file the file; if writing fails, an existing file stays as it was
     * @param data the rows of a table
     * @param id the name of the column of ids, which comes first, if there are ids
     * @param label the name of the column of classes, which comes last, if there are classes
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if the rows are not rows of a table
     */
    public static void write(Path file, Dataset data, @Nullable String id, @Nullable String label) throws IOException {
        if (!(data.samples().schema() instanceof Schema.Columns table)) {
            throw new IllegalArgumentException(data.name() + ": found rows that are images, expected rows of a table");
        }
        AtomicFile.write(file, out -> {
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
            try {
                csv.writeRecord(header(table, data, id, label));
                float[] values = new float[table.width()];
                for (int row = 0; row < data.samples().size(); row++) {
                    data.samples().read(row, values, 0);
                    csv.writeRecord(line(table, data, row, values));
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            csv.flush();
        });
    }

    private static List<String> header(
            Schema.Columns table, Dataset data, @Nullable String id, @Nullable String label) {
        List<String> names = new ArrayList<>();
        if (data.ids() != null) {
            names.add(id == null ? "id" : id);
        }
        table.columns().forEach(column -> names.add(column.name()));
        if (data.labels() != null) {
            names.add(label == null ? "label" : label);
        }
        return names;
    }

    private static List<String> line(Schema.Columns table, Dataset data, int row, float[] values) {
        List<String> fields = new ArrayList<>();
        if (data.ids() != null) {
            fields.add(data.ids().get(row));
        }
        int at = 0;
        for (Column column : table.columns()) {
            fields.add(text(column, values, at));
            at += column.width();
        }
        if (data.labels() != null) {
            fields.add(data.labels().name(row));
        }
        return fields;
    }

    /**
     * The text of a column, as in its source: the category with the largest value; for a boolean, true from 0.5 on.
     *
     * @param values a row
     * @param at the index of the column's first value
     */
    static String text(Column column, float[] values, int at) {
        float value = values[at];
        if (Float.isNaN(value)) {
            return "";
        }
        return switch (column.kind()) {
            case BOOLEAN -> Boolean.toString(value >= 0.5f);
            case NUMBER ->
                value == Math.rint(value) && Math.abs(value) <= WHOLE
                        ? Integer.toString((int) value)
                        : Float.toString(value);
            case CATEGORY -> {
                int best = at;
                for (int j = at; j < at + column.width(); j++) {
                    best = values[j] > values[best] ? j : best;
                }
                yield column.categories().get(best - at);
            }
        };
    }
}

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
import org.gne.data.Schema;

/** Writes generated samples, in the units of the data. */
public final class SamplesCsv {

    private SamplesCsv() {}

    /**
     * Writes a line per sample: its coordinates, then its values as in the table, with categories (the one with the
     * largest value) and booleans (true from 0.5 on); for images the columns are {@code pixel0}, {@code pixel1} ...
     *
     * @param file the file; if writing fails, an existing file stays as it was
     * @param places {@code [n][dim]}
     * @param samples {@code [n][schema.width()]}
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, float[][] places, float[][] samples, Schema schema) throws IOException {
        int dim = places.length == 0 ? 0 : places[0].length;
        AtomicFile.write(file, out -> {
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
            try {
                List<String> header = new ArrayList<>(EmbeddingCsv.axes(dim));
                if (schema instanceof Schema.Columns columns) {
                    columns.columns().forEach(column -> header.add(column.name()));
                } else {
                    for (int j = 0; j < schema.width(); j++) {
                        header.add("pixel" + j);
                    }
                }
                csv.writeRecord(header);
                List<String> fields = new ArrayList<>();
                for (int i = 0; i < samples.length; i++) {
                    fields.clear();
                    add(places[i], fields);
                    if (schema instanceof Schema.Columns columns) {
                        int at = 0;
                        for (Column column : columns.columns()) {
                            fields.add(TableCsv.text(column, samples[i], at));
                            at += column.width();
                        }
                    } else {
                        add(samples[i], fields);
                    }
                    csv.writeRecord(fields);
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            csv.flush();
        });
    }

    private static void add(float[] values, List<String> fields) {
        for (float value : values) {
            fields.add(Float.toString(value));
        }
    }
}

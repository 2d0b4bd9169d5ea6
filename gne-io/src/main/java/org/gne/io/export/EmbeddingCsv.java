package org.gne.io.export;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gne.data.AtomicFile;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.io.LabelsBuilder;
import org.jspecify.annotations.Nullable;

/** Writes coordinates as text for spreadsheets and data frames. */
public final class EmbeddingCsv {

    private EmbeddingCsv() {}

    /**
     * Writes a line per row: its number from 0, its coordinates, the name of its class and its error. The columns are
     * {@code row,x,y,label,error} for a map of two dimensions, {@code x} for one, {@code x,y,z} for three and {@code
     * z0,z1,...} for more; The columns label and error always exist; they are empty if the values are not known.
     * Numbers are the shortest text that reads back as the same float. UTF-8, comma, line feed.
     *
     * @param file the file; if writing fails, an existing file stays as it was
     * @param labels one per point, or null
     * @param errors reconstruction errors, one per point, or null
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if the numbers of labels, errors and points differ
     */
    public static void write(Path file, Embedding embedding, @Nullable Labels labels, float @Nullable [] errors)
            throws IOException {
        check("labels", labels == null ? embedding.size() : labels.size(), embedding.size());
        check("errors", errors == null ? embedding.size() : errors.length, embedding.size());
        AtomicFile.write(file, out -> {
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
            try {
                csv.writeRecord(header(embedding.dim()));
                List<String> fields = new ArrayList<>();
                for (int row = 0; row < embedding.size(); row++) {
                    fields.clear();
                    fields.add(Integer.toString(row));
                    for (int axis = 0; axis < embedding.dim(); axis++) {
                        fields.add(Float.toString(embedding.get(row, axis)));
                    }
                    fields.add(labels == null ? "" : labels.name(row));
                    fields.add(errors == null ? "" : Float.toString(errors[row]));
                    csv.writeRecord(fields);
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            csv.flush();
        });
    }

    /**
     * Reads the classes back.
     *
     * @param file what {@link #write} has written
     * @param rows how many rows it should have
     * @return the classes, or null where it has none
     * @throws IOException if the file cannot be read or is no such file
     */
    public static @Nullable Labels readLabels(Path file, int rows) throws IOException {
        LabelsBuilder labels = new LabelsBuilder();
        boolean any = false;
        for (String name : readField(file, rows, "label")) {
            labels.add(name.isEmpty() ? null : name);
            any |= !name.isEmpty();
        }
        return any ? labels.build() : null;
    }

    /**
     * Reads the errors back.
     *
     * @param file what {@link #write} has written
     * @param rows how many rows it should have
     * @return {@code [rows]} reconstruction errors, or null where it has none
     * @throws IOException if the file cannot be read or is no such file
     */
    public static float @Nullable [] readErrors(Path file, int rows) throws IOException {
        List<String> fields = readField(file, rows, "error");
        float[] errors = new float[rows];
        for (int row = 0; row < rows; row++) {
            if (fields.get(row).isEmpty()) {
                return null;
            }
            try {
                errors[row] = Float.parseFloat(fields.get(row));
            } catch (NumberFormatException e) {
                throw new IOException(
                        file + ": row " + row + ": found error " + fields.get(row) + ", expected a number", e);
            }
        }
        return errors;
    }

    /** One field of every line, empty if the file has no such column. */
    private static List<String> readField(Path file, int rows, String name) throws IOException {
        List<String> fields = new ArrayList<>(rows);
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
            for (NamedCsvRecord line : csv) {
                fields.add(line.findField(name).orElse(""));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        if (fields.size() != rows) {
            throw new IOException(file + ": found " + fields.size() + " rows, expected " + rows + " as the model has");
        }
        return fields;
    }

    private static void check(String what, int found, int expected) {
        if (found != expected) {
            throw new IllegalArgumentException(found + " " + what + " for " + expected + " points, expected as many");
        }
    }

    private static List<String> header(int dim) {
        List<String> header = new ArrayList<>(List.of("row"));
        header.addAll(axes(dim));
        header.addAll(List.of("label", "error"));
        return header;
    }

    /** The names of the axes of a map. */
    static List<String> axes(int dim) {
        List<String> names = new ArrayList<>();
        for (int axis = 0; axis < dim; axis++) {
            names.add(dim <= 3 ? "xyz".substring(axis, axis + 1) : "z" + axis);
        }
        return names;
    }
}

package org.gne.io.export;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gne.data.Embedding;
import org.gne.data.Ids;
import org.gne.data.Labels;
import org.gne.data.RowFact;
import org.gne.data.RowLabels;
import org.gne.data.Target;
import org.gne.io.CellText;
import org.gne.io.LabelsBuilder;
import org.gne.io.Table;
import org.gne.io.TableColumn.Kind;
import org.jspecify.annotations.Nullable;

/** Writes {@code embedding.csv}, the table of a map that {@code gne fit} writes, and reads classes and errors back. */
public final class EmbeddingCsv {

    private EmbeddingCsv() {}

    /**
     * The same with the ids of the rows in a last column, {@code id}.
     *
     * @param ids one per point, or null for no such column
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if the numbers of labels, errors, ids and points differ
     */
    public static void write(
            Path file, Embedding embedding, @Nullable RowLabels labels, float @Nullable [] errors, @Nullable Ids ids)
            throws IOException {
        write(file, embedding, labels, errors, ids, List.of());
    }

    /**
     * The same with a column for each fact after the others, named like it.
     *
     * @param facts what else is known of the rows
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if the numbers of labels, errors, ids, facts and points differ
     */
    public static void write(
            Path file,
            Embedding embedding,
            @Nullable RowLabels labels,
            float @Nullable [] errors,
            @Nullable Ids ids,
            List<RowFact> facts)
            throws IOException {
        RowTable<Integer> table = rows(embedding, labels, errors);
        if (ids != null) {
            MapColumns.check("ids", ids.size(), embedding);
            MapColumns.ids(table, ids);
        }
        facts.forEach(fact -> MapColumns.check(fact.name(), fact.values().size(), embedding));
        MapColumns.facts(table, facts);
        CsvExport.write(file, table);
    }

    /**
     * Reads the facts back: the columns after {@code error} and {@code id}. Those of numbers are numbers, others classes.
     *
     * @param file what {@link #write} has written
     * @param rows how many rows it should have
     * @throws IOException if the file cannot be read or is no such file
     */
    public static List<RowFact> readFacts(Path file, int rows) throws IOException {
        Map<String, List<String>> fields = readFields(
                file,
                rows,
                header -> header.subList(header.indexOf("error") + 1, header.size()).stream()
                        .filter(name -> !name.equals("id"))
                        .toList());
        List<RowFact> facts = new ArrayList<>();
        fields.forEach((name, values) -> facts.add(fact(name, values)));
        return facts;
    }

    private static RowFact fact(String name, List<String> fields) {
        double[] numbers = new double[fields.size()];
        for (int row = 0; row < numbers.length; row++) {
            String field = fields.get(row);
            double number = field.isEmpty() ? Double.NaN : CellText.number(field);
            if (!field.isEmpty() && Double.isNaN(number)) {
                return new RowFact(name, Labels.of(fields));
            }
            numbers[row] = number;
        }
        return RowFact.of(new Target(name, numbers));
    }

    /**
     * Writes {@link #table} as text: numbers are the shortest text that reads back as the same float. UTF-8, comma, line
     * feed.
     *
     * @param file the file; if writing fails, an existing file stays as it was
     * @param labels classes or numbers, one per point, or null
     * @param errors reconstruction errors, one per point, or null
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if the numbers of labels, errors and points differ
     */
    public static void write(Path file, Embedding embedding, @Nullable RowLabels labels, float @Nullable [] errors)
            throws IOException {
        CsvExport.write(file, table(embedding, labels, errors));
    }

    /**
     * A table of the rows: number from 0, coordinates, name of the class or number, and error, {@code row,x,y,label,error} for a
     * map of two dimensions. Unlike those of a {@link MapTable}, its columns are always the same: label and
     * error are empty if they are not known.
     *
     * @param labels classes or numbers, one per point, or null
     * @param errors reconstruction errors, one per point, or null
     * @throws IllegalArgumentException if the numbers of labels, errors and points differ
     */
    public static Table table(Embedding embedding, @Nullable RowLabels labels, float @Nullable [] errors) {
        return rows(embedding, labels, errors);
    }

    private static RowTable<Integer> rows(Embedding embedding, @Nullable RowLabels labels, float @Nullable [] errors) {
        RowTable<Integer> table = new RowTable<>("map", embedding.size(), row -> row);
        MapColumns.number(table);
        MapColumns.coordinates(table, embedding);
        if (labels == null) {
            MapColumns.unknown(table, "label", Kind.TEXT);
        } else {
            MapColumns.check("labels", labels.size(), embedding);
            MapColumns.labels(table, labels);
        }
        if (errors == null) {
            MapColumns.unknown(table, "error", Kind.NUMBER);
        } else {
            MapColumns.check("errors", errors.length, embedding);
            table.add("error", Kind.NUMBER, row -> Float.toString(errors[row]));
        }
        return table;
    }

    /**
     * Reads the classes back.
     *
     * @param file what {@link #write} has written
     * @param rows how many rows it should have
     * @return the classes, or null if it has none
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
     * @return {@code [rows]} reconstruction errors, or null if it has none
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
    static List<String> readField(Path file, int rows, String name) throws IOException {
        return readFields(file, rows, header -> List.of(name)).getOrDefault(name, List.of());
    }

    /**
     * Some fields of every line, by their names.
     *
     * @param wanted chooses names by those of the file
     */
    private static Map<String, List<String>> readFields(Path file, int rows, UnaryOperator<List<String>> wanted)
            throws IOException {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        int found = 0;
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
            for (NamedCsvRecord line : csv) {
                if (found++ == 0) {
                    wanted.apply(line.getHeader()).forEach(name -> fields.put(name, new ArrayList<>(rows)));
                }
                fields.forEach((name, values) ->
                        values.add(SpreadsheetText.plain(line.findField(name).orElse(""))));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        if (found != rows) {
            throw new IOException(file + ": found " + found + " rows, expected " + rows + " as the model has");
        }
        return fields;
    }
}

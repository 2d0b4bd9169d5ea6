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
import org.gne.data.Dataset;
import org.gne.place.Placed;

/** Writes the coordinates of new rows on a map. */
public final class PlacedCsv {

    private PlacedCsv() {}

    /**
     * Writes a line per row: its number from 0, its id, its coordinates, its class, its error and whether the map
     * explains it ({@code true}, {@code false}; empty if the model has no limit of the error). The columns are {@code
     * row,id,x,y,label,error,explained}; id and label exist only if the data has them, and the axes are those of {@link
     * EmbeddingCsv}. The error is empty for a row without known values. UTF-8, comma, line feed.
     *
     * @param file the file; if writing fails, an existing file stays as it was
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if the numbers of rows and coordinates differ
     */
    public static void write(Path file, Dataset data, Placed placed) throws IOException {
        int rows = data.samples().size();
        if (placed.embedding().size() != rows) {
            throw new IllegalArgumentException(
                    placed.embedding().size() + " places for " + rows + " rows, expected as many");
        }
        AtomicFile.write(file, out -> {
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
            try {
                csv.writeRecord(header(data, placed.embedding().dim()));
                for (int row = 0; row < rows; row++) {
                    csv.writeRecord(line(data, placed, row));
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            csv.flush();
        });
    }

    private static List<String> header(Dataset data, int dim) {
        List<String> header = new ArrayList<>(List.of("row"));
        if (data.ids() != null) {
            header.add("id");
        }
        header.addAll(EmbeddingCsv.axes(dim));
        if (data.labels() != null) {
            header.add("label");
        }
        header.addAll(List.of("error", "explained"));
        return header;
    }

    private static List<String> line(Dataset data, Placed placed, int row) {
        List<String> fields = new ArrayList<>();
        fields.add(Integer.toString(row));
        if (data.ids() != null) {
            fields.add(data.ids().get(row));
        }
        for (float coordinate : placed.embedding().point(row)) {
            fields.add(Float.toString(coordinate));
        }
        if (data.labels() != null) {
            fields.add(data.labels().name(row));
        }
        float error = placed.errors()[row];
        fields.add(Float.isNaN(error) ? "" : Float.toString(error));
        fields.add(Double.isNaN(placed.explainedError()) ? "" : Boolean.toString(placed.explained(row)));
        return fields;
    }
}

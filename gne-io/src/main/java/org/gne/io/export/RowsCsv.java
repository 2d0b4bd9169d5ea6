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
import org.gne.data.Embedding;
import org.gne.data.Ids;
import org.gne.data.Labels;
import org.jspecify.annotations.Nullable;

/**
 * Rows and how well the map explains them.
 *
 * @param embedding their places
 * @param labels their classes, or null
 * @param ids what they are called, or null
 * @param errors reconstruction errors, one per row
 * @param densities log densities of their places, one per row
 * @param threshold log density below which a place is sparse
 */
public record RowsCsv(
        Embedding embedding,
        @Nullable Labels labels,
        @Nullable Ids ids,
        float[] errors,
        double[] densities,
        double threshold) {

    public RowsCsv {
        if (errors.length != embedding.size() || densities.length != embedding.size()) {
            throw new IllegalArgumentException(errors.length + " errors and " + densities.length + " densities for "
                    + embedding.size() + " points, expected as many");
        }
    }

    /**
     * Writes a line per row: {@code row,id,label}, coordinates named as by {@link EmbeddingCsv}, {@code
     * error,logDensity,sparse}; id and label are there but empty where they are not known. UTF-8, comma, line feed.
     *
     * @param file written whole or not at all
     * @param rows which rows, in the order of the file
     * @throws IOException if the file cannot be written
     */
    public void write(Path file, int[] rows) throws IOException {
        AtomicFile.write(file, out -> {
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
            try {
                List<String> fields = new ArrayList<>(List.of("row", "id", "label"));
                fields.addAll(EmbeddingCsv.axes(embedding.dim()));
                fields.addAll(List.of("error", "logDensity", "sparse"));
                csv.writeRecord(fields);
                for (int row : rows) {
                    fields.clear();
                    fields.add(Integer.toString(row));
                    fields.add(ids == null ? "" : ids.get(row));
                    fields.add(labels == null ? "" : labels.name(row));
                    for (int axis = 0; axis < embedding.dim(); axis++) {
                        fields.add(Float.toString(embedding.get(row, axis)));
                    }
                    fields.add(Float.toString(errors[row]));
                    fields.add(Float.toString((float) densities[row]));
                    fields.add(Boolean.toString(!(densities[row] >= threshold)));
                    csv.writeRecord(fields);
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            csv.flush();
        });
    }
}

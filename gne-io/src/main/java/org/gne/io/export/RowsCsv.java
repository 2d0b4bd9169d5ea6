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
 * Writes rows with their errors and densities.
 *
 * @param embedding the coordinates
 * @param labels the classes, or null
 * @param ids the ids, or null
 * @param errors reconstruction errors, one per row
 * @param densities the log densities at the coordinates, one per row
 * @param threshold the log density below which a point is in a sparse part of the map
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
     * error,logDensity,sparse}; The columns id and label always exist; they are empty if the values are not known.
     * UTF-8, comma, line feed.
     *
     * @param file the file; if writing fails, an existing file stays as it was
     * @param rows the rows to write, in this order
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

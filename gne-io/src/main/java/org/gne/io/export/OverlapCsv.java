package org.gne.io.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.gne.analysis.ClassOverlap;
import org.gne.data.AtomicFile;

/** Writes how far classes overlap: the largest overlap first. */
public final class OverlapCsv {

    private OverlapCsv() {}

    /**
     * Writes a line per pair of classes: {@code class,other,overlap,classAsOther,otherAsClass,mixtureOverlap}, shares
     * from 0 to 1 as {@link ClassOverlap} defines them. UTF-8, comma, line feed.
     *
     * @param file the file; if writing fails, an existing file stays as it was
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, ClassOverlap overlap) throws IOException {
        AtomicFile.write(file, out -> {
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
            try {
                csv.writeRecord("class", "other", "overlap", "classAsOther", "otherAsClass", "mixtureOverlap");
                for (ClassOverlap.Pair pair : overlap.pairs()) {
                    int a = pair.first();
                    int b = pair.second();
                    csv.writeRecord(
                            overlap.names().get(a),
                            overlap.names().get(b),
                            text(pair.byNeighbors()),
                            text(overlap.byNeighbors()[a][b]),
                            text(overlap.byNeighbors()[b][a]),
                            text(pair.byMixture()));
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            csv.flush();
        });
    }

    private static String text(double share) {
        return Float.toString((float) share);
    }
}

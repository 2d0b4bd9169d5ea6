package org.gne.draw;

import java.io.IOException;
import java.nio.file.Path;
import org.gne.data.Embedding;
import org.gne.data.RowLabels;
import org.gne.data.Samples;
import org.jspecify.annotations.Nullable;

/** Draws a map: a point per row in the colour of its label, and some of the rows themselves if they are images. */
public final class MapPicture {

    private MapPicture() {}

    /**
     * Draws a map as PNG, 1800 x 1600 pixels. The same arguments give the same image.
     *
     * <p>A map of one dimension is drawn as a line, with points spread up and down at random (1800 x 800 pixels). Of
     * three or more dimensions the first two are drawn, and the title says so. Rows with coordinates that are not
     * finite are left out, and the title says how many.
     *
     * @param file the file; if writing fails, an existing file stays as it was
     * @param title the title, one line
     * @param embedding the coordinates
     * @param labels the labels, one per point, or null. Classes have a legend and names on the map: up to 40 each, of more the
     *     40 largest, while all others share a pale look. Numbers have a colour scale from their 2nd to their 98th
     *     percentile. Rows without a known label are hollow
     * @param raw the rows, some of which are drawn small at their coordinates if they are images; null to draw points
     *     only
     * @throws IOException if the file cannot be written, or the Java installation has no font
     * @throws IllegalArgumentException if the numbers of labels, rows and points differ
     */
    public static void write(
            Path file, String title, Embedding embedding, @Nullable RowLabels labels, @Nullable Samples raw)
            throws IOException {
        write(file, MapPlot.of(title, embedding, labels, raw));
    }

    /**
     * Draws a map as PNG.
     *
     * @param file the file; if writing fails, an existing file stays as it was
     * @throws IOException if the file cannot be written, or the Java installation has no font
     * @throws IllegalArgumentException if the numbers of rows and points differ
     */
    public static void write(Path file, MapPlot plot) throws IOException {
        PngFile.checkFonts(file);
        try (Canvas canvas = Canvas.of(plot.size().width(), plot.size().height())) {
            plot.draw(canvas.g(), Lettering.SHAPES);
            PngFile.write(file, canvas.image());
        }
    }
}

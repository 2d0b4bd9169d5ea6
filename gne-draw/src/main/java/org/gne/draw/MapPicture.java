package org.gne.draw;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import org.gne.data.Embedding;
import org.gne.data.RowLabels;
import org.gne.data.Samples;
import org.jspecify.annotations.Nullable;

/** Draws a map: a point per row in the colour of its label, and some of the rows themselves if they are images. */
public final class MapPicture {

    private static final int WIDTH = 1800;
    private static final int HEIGHT = 1600;
    /** A map of one dimension needs less height. */
    private static final int LINE_HEIGHT = 800;

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
        MapPanel panel = new MapPanel(title, embedding, labels, raw);
        PngFile.checkFonts(file);
        try (Canvas canvas = Canvas.of(WIDTH, panel.isPlane() ? HEIGHT : LINE_HEIGHT)) {
            Legend legend = Legend.of(canvas.g(), labels, canvas.image().getHeight());
            int width = WIDTH - legend.width();
            Rectangle2D area = panel.draw(canvas.g(), width, canvas.image().getHeight());
            legend.draw(canvas.g(), width, area);
            PngFile.write(file, canvas.image());
        }
    }
}

package org.gne.draw;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.jspecify.annotations.Nullable;

/** A map as a picture: a point per row in the colour of its class, and the rows themselves where they are pictures. */
public final class MapPicture {

    private static final int WIDTH = 1800;
    private static final int HEIGHT = 1600;
    /** A line needs less room than a plane. */
    private static final int LINE_HEIGHT = 800;

    private MapPicture() {}

    /**
     * Draws a map as PNG, 1800 x 1600 pixels. The same arguments give the same picture.
     *
     * <p>A map of one dimension is drawn as a line whose points are spread up and down at random (1800 x 800); of three or
     * more the first two are drawn, and the title says so. Rows with coordinates that are not finite are left out, and
     * the title says how many.
     *
     * @param file written whole or not at all
     * @param title what the picture shows, one line
     * @param embedding the coordinates
     * @param labels classes, one per point, or null: up to 40 are listed beside the map, up to 120 written on it
     * @param raw the rows, drawn small at their places where their schema is a picture; null for points alone
     * @throws IOException if the file cannot be written, or the Java installation has no font
     * @throws IllegalArgumentException if labels or rows are not as many as points
     */
    public static void write(
            Path file, String title, Embedding embedding, @Nullable Labels labels, @Nullable Samples raw)
            throws IOException {
        MapPanel panel = new MapPanel(title, embedding, labels, raw);
        PngFile.checkFonts(file);
        try (Canvas canvas = Canvas.of(WIDTH, panel.isPlane() ? HEIGHT : LINE_HEIGHT)) {
            Legend legend = new Legend(canvas.g(), labels);
            int width = WIDTH - legend.width();
            Rectangle2D area = panel.draw(canvas.g(), width, canvas.image().getHeight());
            legend.draw(canvas.g(), width, area.getY());
            PngFile.write(file, canvas.image());
        }
    }
}

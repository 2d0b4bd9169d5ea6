package org.gne.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.gne.data.Embedding;
import org.gne.data.RowLabels;
import org.jspecify.annotations.Nullable;

/** Draws a map whose points are coloured by the error of each row. */
public final class ErrorPicture {

    private static final int WIDTH = 1800;
    private static final int HEIGHT = 1600;
    private static final int LINE_HEIGHT = 800;

    private ErrorPicture() {}

    /**
     * Draws a map as PNG, 1800 x 1600 pixels (1800 x 800 for one dimension), with a bar of colours. The layout, and
     * rows that are left out, are as in {@link MapPicture}. The colour scale ends at the 2nd and the 98th percentile of
     * the errors.
     *
     * @param file the file; if writing fails, an existing file stays as it was
     * @param title the title, one line
     * @param embedding the coordinates
     * @param labels classes, whose names are written on the map; numbers, which are not; or null
     * @param errors one finite error per point
     * @param name a few words that say what the errors are
     * @throws IOException if the file cannot be written, or the Java installation has no font
     * @throws IllegalArgumentException if the numbers of labels, errors and points differ
     */
    public static void write(
            Path file, String title, Embedding embedding, @Nullable RowLabels labels, float[] errors, String name)
            throws IOException {
        if (errors.length != embedding.size()) {
            throw new IllegalArgumentException(
                    errors.length + " errors for " + embedding.size() + " points, expected as many");
        }
        MapPanel panel = new MapPanel(title, embedding, labels, null);
        PngFile.checkFonts(file);
        ColorBar bar = ColorBar.of(
                IntStream.range(0, errors.length).mapToDouble(i -> errors[i]).toArray(), name);
        try (Canvas canvas = Canvas.of(WIDTH, panel.isPlane() ? HEIGHT : LINE_HEIGHT)) {
            int width = WIDTH - bar.width();
            Rectangle2D area = panel.draw(canvas.g(), width, canvas.image().getHeight(), (g, points, around) -> {
                draw(g, points, around, errors, bar.scale());
            });
            bar.draw(canvas.g(), width, area, Theme.LIGHT);
            PngFile.write(file, canvas.image());
        }
    }

    private static void draw(Graphics2D g, MapPoints points, Rectangle2D area, float[] errors, ColorScale scale) {
        double size = points.markSize(area.getWidth() * area.getHeight());
        for (int row : points.order()) {
            Color color = scale.of(errors[row]);
            g.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), 200));
            g.fill(new Ellipse2D.Double(points.x()[row] - size / 2, points.y()[row] - size / 2, size, size));
        }
    }
}

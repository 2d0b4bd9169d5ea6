package org.gne.draw;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.gne.data.Embedding;
import org.gne.data.RowLabels;
import org.jspecify.annotations.Nullable;

/**
 * Draws several maps of the same rows in one figure. A row has the same colour on all maps, and there is one legend.
 */
public final class MapFigure {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 880;

    /**
     * One map.
     *
     * @param title one line above the map
     * @param embedding the coordinates
     */
    public record Panel(String title, Embedding embedding) {}

    private MapFigure() {}

    /**
     * Draws maps as PNG, three per line (two if there are 2 or 4), 900 x 880 pixels each, and the legend. The same
     * arguments give the same image.
     *
     * @param file the file; if writing fails, an existing file stays as it was
     * @param panels at least one map
     * @param labels classes or numbers, one per point of each map, or null; drawn as by {@link MapPicture}
     * @throws IOException if the file cannot be written, or the Java installation has no font
     * @throws IllegalArgumentException if there is no map, or the number of its points is not that of the labels
     */
    public static void write(Path file, List<Panel> panels, @Nullable RowLabels labels) throws IOException {
        draw(file.toString(), panels, labels, image -> PngFile.write(file, image));
    }

    /**
     * The same figure as HTML, for notebooks: an {@code <img>} that contains the PNG. JJava shows it by {@code
     * display(html, "text/html")}, the Kotlin kernel by {@code HTML(html)}.
     *
     * @param panels at least one map
     * @param labels classes or numbers, one per point of each map, or null; drawn as by {@link MapPicture}
     * @throws IOException if the Java installation has no font
     * @throws IllegalArgumentException if there is no map, or the number of its points is not that of the labels
     */
    public static String html(List<Panel> panels, @Nullable RowLabels labels) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        draw("figure", panels, labels, image -> PngFile.write("figure", png, image));
        return "<img style=\"max-width: 100%\" alt=\"" + (panels.size() == 1 ? "A map" : panels.size() + " maps")
                + "\" src=\"data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray()) + "\">";
    }

    /** What is done with the finished image. */
    @FunctionalInterface
    private interface Sink {
        void take(RenderedImage image) throws IOException;
    }

    private static void draw(String name, List<Panel> panels, @Nullable RowLabels labels, Sink sink)
            throws IOException {
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("no maps: found 0, expected at least 1");
        }
        List<MapPanel> maps = panels.stream()
                .map(panel -> new MapPanel(panel.title(), panel.embedding(), labels, null))
                .toList();
        PngFile.checkFonts(name);
        int columns = columns(maps.size());
        int lines = (maps.size() + columns - 1) / columns;
        Legend legend;
        try (Canvas trial = Canvas.of(1, 1)) {
            legend = Legend.of(trial.g(), labels, lines * HEIGHT);
        }
        try (Canvas canvas = Canvas.of(columns * WIDTH + legend.width(), lines * HEIGHT)) {
            Graphics2D g = canvas.g();
            AffineTransform before = g.getTransform();
            Rectangle2D area = new Rectangle2D.Double();
            for (int i = 0; i < maps.size(); i++) {
                g.translate(i % columns * WIDTH, i / columns * HEIGHT);
                area = maps.get(i).draw(g, WIDTH, HEIGHT);
                g.setTransform(before);
            }
            legend.draw(g, columns * WIDTH, area, Theme.LIGHT);
            sink.take(canvas.image());
        }
    }

    /** The number of panels per line. */
    static int columns(int panels) {
        return panels == 2 || panels == 4 ? 2 : Math.min(panels, 3);
    }
}

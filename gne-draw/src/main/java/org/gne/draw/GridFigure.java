package org.gne.draw;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gne.data.Schema;

/** Draws the generated images of several methods side by side: for each method, a grid over its map. */
public final class GridFigure {

    /** The approximate length of the longer side of a grid, in pixels. */
    private static final int SIDE = 1100;

    private static final int TOP = 70;
    private static final int GAP = 40;

    /**
     * One method's samples.
     *
     * @param title one line above the grid
     * @param samples {@code [rows * columns][picture.width()]} in raw units, from the top left
     */
    public record Panel(String title, float[][] samples) {}

    private GridFigure() {}

    /**
     * Draws grids as PNG, three per line (two if there are 2 or 4).
     *
     * @param file the file; if writing fails, an existing file stays as it was
     * @param panels at least one, all with the same number of samples
     * @param columns the number of samples per line, at least 1
     * @param picture the size of a sample
     * @param low this value and lower ones are black
     * @param high this value and higher ones are white; above {@code low}
     * @throws IOException if the file cannot be written, or the Java installation has no font
     * @throws IllegalArgumentException if there is no panel, or the samples do not fill whole lines or have another
     *     width
     */
    public static void write(Path file, List<Panel> panels, int columns, Schema.Picture picture, float low, float high)
            throws IOException {
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("no grids: found 0, expected at least 1");
        }
        List<BufferedImage> grids = panels.stream()
                .map(panel -> GridPicture.tiles(panel.samples(), columns, picture, low, high, SIDE))
                .toList();
        PngFile.checkFonts(file);
        int width = grids.get(0).getWidth();
        int height = grids.get(0).getHeight();
        int across = MapFigure.columns(grids.size());
        int down = (grids.size() + across - 1) / across;
        try (Canvas canvas = Canvas.of(GAP + across * (width + GAP), down * (TOP + height) + GAP)) {
            Graphics2D g = canvas.g();
            for (int i = 0; i < grids.size(); i++) {
                int left = GAP + i % across * (width + GAP);
                int top = i / across * (TOP + height) + TOP;
                g.drawImage(grids.get(i), left, top, null);
                title(g, panels.get(i).title(), left, top, width);
            }
            PngFile.write(file, canvas.image());
        }
    }

    private static void title(Graphics2D g, String title, int left, int top, int width) {
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 30);
        FontMetrics metrics = g.getFontMetrics(font);
        double share = (double) width / Math.max(1, metrics.stringWidth(title));
        g.setFont(share < 1 ? font.deriveFont((float) (30 * share)) : font);
        g.setColor(new Color(0x333333));
        g.drawString(title, left, top - 18);
    }
}

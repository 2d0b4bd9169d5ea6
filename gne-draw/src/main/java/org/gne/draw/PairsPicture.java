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

/** Draws images beside their reconstructions. */
public final class PairsPicture {

    /** The approximate length of an image's longer side, in pixels. */
    private static final int SIDE = 150;

    private static final int WIDTH = 1800;
    private static final int GAP = 24;
    private static final int CAPTION = 30;
    private static final int TOP = 90;

    /**
     * One pair.
     *
     * @param original {@code [picture.width()]} in the units of the data
     * @param reconstruction {@code [picture.width()]} in the units of the data
     * @param caption one short line under the pair
     */
    public record Pair(float[] original, float[] reconstruction, String caption) {}

    private PairsPicture() {}

    /**
     * Draws pairs as PNG, original | reconstruction, line by line from the top left.
     *
     * @param file the file; if writing fails, an existing file stays as it was
     * @param title one line above the pairs
     * @param pairs at least one
     * @param picture the size of an image
     * @param low this value and lower ones are black
     * @param high this value and higher ones are white; above {@code low}
     * @throws IOException if the file cannot be written, or the Java installation has no font
     * @throws IllegalArgumentException if there is no pair, or one has another width
     */
    public static void write(Path file, String title, List<Pair> pairs, Schema.Picture picture, float low, float high)
            throws IOException {
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("no pairs: found 0, expected at least 1");
        }
        List<BufferedImage> tiles = pairs.stream()
                .map(pair -> GridPicture.tiles(
                        new float[][] {pair.original(), pair.reconstruction()}, 2, picture, low, high, 2 * SIDE))
                .toList();
        PngFile.checkFonts(file);
        int stepX = tiles.get(0).getWidth() + GAP;
        int stepY = tiles.get(0).getHeight() + CAPTION + GAP;
        int columns = Math.min(pairs.size(), Math.max(1, (WIDTH - GAP) / stepX));
        int lines = (pairs.size() + columns - 1) / columns;
        try (Canvas canvas = Canvas.of(Math.max(700, GAP + columns * stepX), TOP + lines * stepY)) {
            Graphics2D g = canvas.g();
            g.setColor(new Color(0x333333));
            g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 30));
            g.drawString(title.replaceAll("\\p{Cntrl}", " ").strip(), GAP, 56);
            g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 18));
            for (int i = 0; i < tiles.size(); i++) {
                int left = GAP + i % columns * stepX;
                int top = TOP + i / columns * stepY;
                g.drawImage(tiles.get(i), left, top, null);
                g.drawString(
                        fitting(g.getFontMetrics(), pairs.get(i).caption(), stepX - 6),
                        left,
                        top + tiles.get(i).getHeight() + 22);
            }
            PngFile.write(file, canvas.image());
        }
    }

    private static String fitting(FontMetrics metrics, String text, int width) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        int end = line.length();
        while (end > 1 && metrics.stringWidth(line.substring(0, end)) > width) {
            end--;
        }
        return end == line.length() ? line : line.substring(0, end - 1) + "\u2026";
    }
}

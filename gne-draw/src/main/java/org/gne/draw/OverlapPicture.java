package org.gne.draw;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.gne.analysis.ClassOverlap;

/** Draws how far classes overlap, as a table of shades with numbers. */
public final class OverlapPicture {

    /** At most this many classes are shown, those that overlap most. */
    private static final int MOST = 40;

    /** The size of the table in pixels. */
    private static final int SIDE = 1300;

    private static final int WIDEST = 120;
    private static final int NARROWEST = 36;
    private static final int GAP = 40;
    private static final int TOP = 150;

    private static final Color TEXT = new Color(0x333333);
    private static final Color OWN = new Color(0xeeeeee);
    private static final Color DARKEST = new Color(0x0b3d91);

    private OverlapPicture() {}

    /**
     * Draws {@link ClassOverlap#byNeighbors} as PNG, in per cent, with a line for each class that has rows. Of more
     * than 40 classes, the 40 that overlap most with another one are shown.
     *
     * @param file the file; if writing fails, an existing file stays as it was
     * @param title the title, one line
     * @throws IOException if the file cannot be written, or the Java installation has no font
     */
    public static void write(Path file, String title, ClassOverlap overlap) throws IOException {
        PngFile.checkFonts(file);
        int[] shown = shown(overlap);
        int cell = Math.max(NARROWEST, Math.min(WIDEST, SIDE / Math.max(1, shown.length)));
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, Math.min(26, cell * 5 / 9));
        ShortNames names = ShortNames.of(overlap.names());
        List<String> texts = IntStream.of(shown).mapToObj(names::get).toList();
        int widest;
        try (Canvas trial = Canvas.of(1, 1)) {
            FontMetrics metrics = trial.g().getFontMetrics(font);
            widest = texts.stream().mapToInt(metrics::stringWidth).max().orElse(0);
        }
        int left = GAP + widest + 20;
        int side = shown.length * cell;
        boolean upright = widest <= cell - 6;
        int bottom = TOP + side + (upright ? 50 : widest + 30) + GAP;
        try (Canvas canvas = Canvas.of(Math.max(left + side, 1100) + GAP, bottom)) {
            Graphics2D g = canvas.g();
            g.setColor(TEXT);
            g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 30));
            g.drawString(title.replaceAll("\\p{Cntrl}", " ").strip(), GAP, 56);
            g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 20));
            String more = shown.length < present(overlap) ? " The " + MOST + " classes that overlap most." : "";
            g.drawString(
                    "Per cent of the rows of the class at the left whose nearest rows on the map are mostly of the class"
                            + " below." + more,
                    GAP,
                    96);
            cells(g, overlap, shown, left, cell, font);
            names(g, texts, left, cell, font, upright);
            PngFile.write(file, canvas.image());
        }
    }

    private static long present(ClassOverlap overlap) {
        return IntStream.of(overlap.rows()).filter(rows -> rows > 0).count();
    }

    /** The classes that have rows, in their order; if there are too many, those that overlap most with another one. */
    private static int[] shown(ClassOverlap overlap) {
        return IntStream.range(0, overlap.rows().length)
                .filter(label -> overlap.rows()[label] > 0)
                .boxed()
                .sorted(Comparator.comparing(label -> -worst(overlap, label)))
                .limit(MOST)
                .sorted()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double worst(ClassOverlap overlap, int label) {
        return IntStream.range(0, overlap.rows().length)
                .filter(other -> other != label && overlap.rows()[other] > 0)
                .mapToDouble(other -> overlap.byNeighbors()[label][other] + overlap.byNeighbors()[other][label])
                .max()
                .orElse(0);
    }

    private static void cells(Graphics2D g, ClassOverlap overlap, int[] shown, int left, int cell, Font font) {
        double most = 1e-9;
        for (int of : shown) {
            for (int as : shown) {
                most = of == as ? most : Math.max(most, overlap.byNeighbors()[of][as]);
            }
        }
        g.setFont(font.deriveFont(Math.min(22f, cell * 0.36f)));
        FontMetrics metrics = g.getFontMetrics();
        for (int i = 0; i < shown.length; i++) {
            for (int j = 0; j < shown.length; j++) {
                double share = overlap.byNeighbors()[shown[i]][shown[j]];
                double depth = i == j ? 0 : share / most;
                int x = left + j * cell;
                int y = TOP + i * cell;
                g.setColor(i == j ? OWN : shade(depth));
                g.fill(new Rectangle2D.Double(x, y, cell - 1, cell - 1));
                g.setColor(depth > 0.5 ? Color.WHITE : depth == 0 && i != j ? new Color(0xbbbbbb) : TEXT);
                String text = percent(share);
                g.drawString(
                        text,
                        x + (cell - metrics.stringWidth(text)) / 2f,
                        y + cell / 2f + metrics.getAscent() / 2f - 2);
            }
        }
    }

    private static String percent(double share) {
        double percent = 100 * share;
        return percent == 0 ? "0" : String.format(Locale.ROOT, percent < 9.95 ? "%.1f" : "%.0f", percent);
    }

    private static Color shade(double depth) {
        return new Color(
                mixed(DARKEST.getRed(), depth), mixed(DARKEST.getGreen(), depth), mixed(DARKEST.getBlue(), depth));
    }

    private static int mixed(int channel, double share) {
        return (int) Math.round(255 + share * (channel - 255));
    }

    private static void names(Graphics2D g, List<String> texts, int left, int cell, Font font, boolean upright) {
        g.setFont(font);
        g.setColor(TEXT);
        FontMetrics metrics = g.getFontMetrics();
        AffineTransform before = g.getTransform();
        float drop = metrics.getAscent() / 2f - 2;
        float below = TOP + texts.size() * cell;
        for (int i = 0; i < texts.size(); i++) {
            int width = metrics.stringWidth(texts.get(i));
            float middle = (i + 0.5f) * cell;
            g.drawString(texts.get(i), left - 14f - width, TOP + middle + drop);
            if (upright) {
                g.drawString(texts.get(i), left + middle - width / 2f, below + metrics.getAscent() + 8);
            } else {
                g.translate(left + middle, below + 12);
                g.rotate(-Math.PI / 2);
                g.drawString(texts.get(i), -width, drop);
                g.setTransform(before);
            }
        }
    }
}

package org.gne.draw;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gne.data.Target;

/**
 * A bar of colours with the numbers that they stand for.
 *
 * @param scale the colours
 * @param name what the numbers are, above the bar
 * @param below whether there are numbers below the scale
 * @param above whether there are numbers above the scale
 * @param unknown the number of rows without a number
 */
record ColorBar(ColorScale scale, String name, boolean below, boolean above, int unknown) implements Legend {

    /** The width of the bar with its numbers, in pixels. */
    static final int WIDTH = 190;

    private static final int BAR = 34;
    private static final int TICK = 8;
    private static final int TICK_DISTANCE = 110;
    private static final int HIGHEST = 900;
    private static final int RING = 22;
    private static final int LINE = 26;
    private static final int MOST_LINES = 3;

    /** The bar of labels that are numbers. */
    static ColorBar of(Target target) {
        return of(target.values(), target.name());
    }

    /**
     * @param values the numbers; NaN for a row without one
     */
    static ColorBar of(double[] values, String name) {
        ColorScale scale = ColorScale.of(values);
        int unknown = (int) Arrays.stream(values).filter(Double::isNaN).count();
        return new ColorBar(
                scale,
                name.replaceAll("\\p{Cntrl}", " ").strip(),
                Arrays.stream(values).anyMatch(value -> value < scale.range().low()),
                Arrays.stream(values).anyMatch(value -> value > scale.range().high()),
                unknown);
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public void draw(Graphics2D g, double start, Rectangle2D area, Theme theme) {
        double left = start + 6;
        g.setStroke(new BasicStroke(1));
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 22));
        FontMetrics metrics = g.getFontMetrics();
        List<String> lines = lines(name, metrics);
        double more = LINE * (lines.size() - 1.0);
        double top = area.getY() + 60 + more;
        double height = Math.min(HIGHEST, area.getHeight() - 120 - more);
        g.setColor(theme.text());
        for (int i = 0; i < lines.size(); i++) {
            g.drawString(lines.get(i), (float) left, (float) (top - 42 - more + LINE * i));
        }
        AxisRange range = scale.range();
        for (int line = 0; line < height; line++) {
            g.setColor(scale.of(range.high() - range.length() * line / height));
            g.fill(new Rectangle2D.Double(left, top + line, BAR, 1.5));
        }
        List<AxisRange.Tick> ticks = range.ticks((int) height / TICK_DISTANCE);
        g.setColor(theme.text());
        for (AxisRange.Tick tick : ticks) {
            double at = top + height * (range.high() - tick.coordinate()) / range.length();
            g.draw(new Line2D.Double(left + BAR, at, left + BAR + TICK, at));
            g.drawString(tick.text(), (float) left + BAR + TICK + 6, (float) at + metrics.getAscent() / 2f - 3);
        }
        g.setFont(g.getFont().deriveFont(18f));
        if (above) {
            g.drawString("and above", (float) left, (float) top - 14);
        }
        if (below) {
            g.drawString("and below", (float) left, (float) (top + height) + 28);
        }
        if (unknown > 0) {
            unknown(g, left, top + height + 62, theme);
        }
    }

    private void unknown(Graphics2D g, double left, double top, Theme theme) {
        AffineTransform before = g.getTransform();
        g.translate(left + RING / 2.0, top);
        g.setColor(theme.mark(ClassLooks.UNKNOWN, true));
        ClassColors.draw(g, ClassColors.RING, RING);
        g.setTransform(before);
        g.setColor(theme.text());
        g.drawString("not known", (float) left + RING + 10, (float) top + 6);
        String rows = String.format(Locale.ROOT, "(%,d %s)", unknown, unknown == 1 ? "row" : "rows");
        g.drawString(rows, (float) left + RING + 10, (float) top + 28);
    }

    /** A text as lines that fit beside the map, broken between words; of a longer one the beginning. */
    private static List<String> lines(String text, FontMetrics metrics) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || lines.size() == MOST_LINES - 1 || metrics.stringWidth(longer) <= WIDTH - 12) {
                line = longer;
            } else {
                lines.add(shortened(line, metrics));
                line = word;
            }
        }
        lines.add(shortened(line, metrics));
        return lines;
    }

    /** The beginning of a text that fits beside the map. */
    private static String shortened(String text, FontMetrics metrics) {
        if (metrics.stringWidth(text) <= WIDTH - 12) {
            return text;
        }
        int end = text.length() - 1;
        while (end > 0 && metrics.stringWidth(text.substring(0, end) + "\u2026") > WIDTH - 12) {
            end--;
        }
        return text.substring(0, end).strip() + "\u2026";
    }
}

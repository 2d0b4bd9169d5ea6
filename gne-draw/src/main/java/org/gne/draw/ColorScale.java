package org.gne.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Colours for numbers: viridis (Nathaniel Smith and Stefan van der Walt, matplotlib 1.5, CC0), whose steps of
 * brightness are even, also for colour-blind readers and in black and white. The largest number is darkest, because the
 * background is white, and the brightest yellow is left out.
 *
 * @param range the numbers at the ends; numbers beyond an end have its colour
 */
record ColorScale(AxisRange range) {

    /** Fifteen of its colours at even steps; colours between them are interpolated. */
    private static final int[] VIRIDIS = {
        0xd2e21b, 0xa5db36, 0x7ad151, 0x54c568, 0x35b779, 0x22a884, 0x1f988b, 0x23888e, 0x2a788e, 0x31688e, 0x39568c,
        0x414487, 0x472f7d, 0x481a6c, 0x440154
    };

    private static final int BAR = 34;
    private static final int TICK = 8;
    private static final int TICK_DISTANCE = 110;
    private static final Color TEXT = new Color(0x333333);

    /** The width of the bar with its numbers, in pixels. */
    static final int WIDTH = 190;

    Color of(double value) {
        double unit = Math.max(0, Math.min(1, (value - range.low()) / range.length()));
        double place = unit * (VIRIDIS.length - 1);
        int below = (int) Math.min(VIRIDIS.length - 2, place);
        double share = place - below;
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = VIRIDIS[below] >> shift & 0xff;
            int to = VIRIDIS[below + 1] >> shift & 0xff;
            rgb |= (int) Math.round(from + share * (to - from)) << shift;
        }
        return new Color(rgb);
    }

    /**
     * Draws the colour bar.
     *
     * @param name one short line above the bar that says what the numbers are
     * @param below whether there are numbers below the range; {@code above} likewise
     */
    void draw(Graphics2D g, double left, double top, double height, String name, boolean below, boolean above) {
        g.setStroke(new BasicStroke(1));
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 22));
        FontMetrics metrics = g.getFontMetrics();
        g.setColor(TEXT);
        g.drawString(name, (float) left, (float) top - 34);
        for (int line = 0; line < height; line++) {
            g.setColor(of(range.high() - range.length() * line / height));
            g.fill(new Rectangle2D.Double(left, top + line, BAR, 1.5));
        }
        List<AxisRange.Tick> ticks = range.ticks((int) height / TICK_DISTANCE);
        g.setColor(TEXT);
        for (AxisRange.Tick tick : ticks) {
            double at = top + height * (range.high() - tick.coordinate()) / range.length();
            g.draw(new Line2D.Double(left + BAR, at, left + BAR + TICK, at));
            g.drawString(tick.text(), (float) left + BAR + TICK + 6, (float) at + metrics.getAscent() / 2f - 3);
        }
        g.setFont(g.getFont().deriveFont(18f));
        if (above) {
            g.drawString("and above", (float) left, (float) top - 6);
        }
        if (below) {
            g.drawString("and below", (float) left, (float) (top + height) + 20);
        }
    }
}

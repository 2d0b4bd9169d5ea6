package org.gne.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;

/** How names are written on a map; each format has its own. Formats with texts write them as texts. */
public interface Lettering {

    /** Names as shapes, for images. */
    Lettering SHAPES = Lettering::shapes;

    /**
     * A line of a name.
     *
     * @param text the text
     * @param font its font and size
     * @param middle the middle of the line, from the left
     * @param baseline where its letters stand, from the top
     * @param ink the colour of the letters
     * @param halo the colour around them
     * @param width how far the halo reaches beyond the letters
     */
    record Line(String text, Font font, double middle, double baseline, Color ink, Color halo, double width) {}

    /** Writes a line with its halo. */
    void write(Graphics2D g, Line line);

    /** Whether shapes stay shapes, so that many points are better drawn as one image. */
    default boolean isVector() {
        return false;
    }

    private static void shapes(Graphics2D g, Line line) {
        TextLayout layout = new TextLayout(line.text(), line.font(), g.getFontRenderContext());
        double left = line.middle() - layout.getAdvance() / 2;
        Shape outline = layout.getOutline(AffineTransform.getTranslateInstance(left, line.baseline()));
        g.setColor(line.halo());
        g.setStroke(new BasicStroke((float) (2 * line.width()), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(outline);
        g.setColor(line.ink());
        g.fill(outline);
    }
}

package org.gne.draw;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.gne.data.Labels;
import org.gne.data.RowLabels;
import org.gne.data.Target;
import org.jspecify.annotations.Nullable;

/** What the colours of a map mean, to the right of the map. */
interface Legend {

    /** The distance that a legend keeps from the top and the bottom of the figure, both together, in pixels. */
    int MARGIN = 130;

    /** The width in pixels. */
    int width();

    /**
     * @param left the left end of the legend
     * @param area the area of the points of the map beside it
     */
    void draw(Graphics2D g, double left, Rectangle2D area, Theme theme);

    /**
     * The legend for some labels.
     *
     * @param labels classes, numbers, or null for a legend without width
     * @param height the height of the figure in pixels
     */
    static Legend of(Graphics2D g, @Nullable RowLabels labels, int height) {
        if (labels instanceof Target target && target.known() > 0) {
            return ColorBar.of(target);
        }
        return new ClassLegend(g, labels instanceof Labels classes ? classes : null, height - MARGIN);
    }
}

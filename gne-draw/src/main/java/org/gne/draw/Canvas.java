package org.gne.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** An image to draw on, and its graphics. */
record Canvas(BufferedImage image, Graphics2D g) implements AutoCloseable {

    /** A white one. */
    static Canvas of(int width, int height) {
        return of(width, height, Color.WHITE);
    }

    static Canvas of(int width, int height, Color paper) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(paper);
        g.fillRect(0, 0, width, height);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return new Canvas(image, g);
    }

    @Override
    public void close() {
        g.dispose();
    }
}

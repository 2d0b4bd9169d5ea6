package org.gne.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * The colours and marks of classes. The first ten classes differ by colour; further classes also by the shape of the
 * mark.
 *
 * <p>Each of the ten colours has a contrast of at least 3 with its background, white or the dark page (WCAG 2.1, 1.4.11). They were chosen by a random
 * search for the largest distance of the two most similar ones in OKLab, as seen by usual and by colour-blind readers (the simulations of
 * Machado, Oliveira and Fernandes 2009 for protanopia, deuteranopia and tritanopia). {@code ClassColorsTest} computes both.
 */
public final class ClassColors {

    /** The mark of rows whose label is not known: a circle without filling. */
    public static final int RING = 4;

    private static final int[] SEQUENCE = {
        0x1a3d9b, 0xb73a00, 0x0796fa, 0x004004, 0x9c34ce, 0xc78320, 0x710053, 0x3f8d73, 0xa787b7, 0x67555d
    };

    /** The colours on a dark background, in the same order. */
    private static final int[] ON_DARK = {
        0x56b8f9, 0xc17f01, 0x177996, 0x5f6d11, 0x8f6ed8, 0xbcee53, 0xff81b7, 0x55a375, 0xffcaff, 0xe4b57c
    };

    /** The number of different colours. */
    public static final int COUNT = SEQUENCE.length;

    /** The colour of rows without a class. */
    private static final Color CALM = new Color(0x5b7c99);

    /** The smallest contrast of text with white: WCAG 2.1 requires 3 for large text. */
    private static final double CONTRAST = 3;

    private ClassColors() {}

    /** The colour of a class, -1 for none. */
    public static Color of(int label) {
        return label < 0 ? CALM : new Color(SEQUENCE[label % SEQUENCE.length]);
    }

    /** The colour of a class on a dark background, -1 for none. */
    public static Color onDark(int label) {
        return label < 0 ? CALM : new Color(ON_DARK[label % ON_DARK.length]);
    }

    /** The same hue, dark enough for lines and letters on white. */
    public static Color ink(int label) {
        Color color = of(label);
        float shade = 1;
        Color ink = color;
        while (1.05 / (luminance(ink) + 0.05) < CONTRAST) {
            shade -= 0.02f;
            ink = new Color(
                    shade(color.getRed(), shade), shade(color.getGreen(), shade), shade(color.getBlue(), shade));
        }
        return ink;
    }

    private static int shade(int channel, float shade) {
        return Math.round(channel * shade);
    }

    static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    /** The mark of a class: 0 a circle, 1 a square, 2 a triangle, 3 a diamond. */
    public static int markOf(int label) {
        return label < 0 ? 0 : label / SEQUENCE.length % 4;
    }

    /** Draws a mark around (0, 0) in the current colour. */
    static void draw(Graphics2D g, int mark, double size) {
        draw(g, mark, shape(mark, size), size);
    }

    /** Draws a mark of which the shape is known. */
    static void draw(Graphics2D g, int mark, Shape shape, double size) {
        if (mark == RING) {
            g.setStroke(new BasicStroke((float) Math.max(0.8, size / 7)));
            g.draw(shape);
        } else {
            g.fill(shape);
        }
    }

    /** The shape of a mark around (0, 0); all marks have about the same area. */
    static Shape shape(int mark, double size) {
        double r = size / 2;
        switch (mark) {
            case 1:
                return new Rectangle2D.Double(-0.9 * r, -0.9 * r, 1.8 * r, 1.8 * r);
            case 2:
                return polygon(0, -1.3 * r, 1.2 * r, 0.9 * r, -1.2 * r, 0.9 * r);
            case 3:
                return polygon(0, -1.35 * r, r, 0, 0, 1.35 * r, -r, 0);
            default:
                return new Ellipse2D.Double(-r, -r, size, size);
        }
    }

    private static Shape polygon(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        return path;
    }
}

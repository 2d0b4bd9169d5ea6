package org.gne.draw;

import java.awt.Color;

/**
 * The colours of a figure apart from those of the rows.
 *
 * @param paper the background
 * @param text letters
 * @param tick the numbers of the axes
 * @param grid the lines behind the rows
 * @param border the frame
 * @param dark whether the background is dark
 */
record Theme(Color paper, Color text, Color tick, Color grid, Color border, boolean dark) {

    static final Theme LIGHT = new Theme(
            Color.WHITE, new Color(0x333333), new Color(0x777777), new Color(0xeeeeee), new Color(0xcccccc), false);

    static final Theme DARK = new Theme(
            new Color(0x14171c),
            new Color(0xe6e6e6),
            new Color(0x9aa0a8),
            new Color(0x23272e),
            new Color(0x3a4048),
            true);

    /** Rows without a look of their own, on a dark background. */
    private static final Color PALE = new Color(0x424a55);

    /** The smallest contrast of text with the background: WCAG 2.1 requires 3 for large text. */
    private static final double CONTRAST = 4;

    private static final int HALO = 225;

    /** The colour around letters: the background, not quite opaque. */
    Color halo() {
        return new Color(paper.getRed(), paper.getGreen(), paper.getBlue(), HALO);
    }

    /** The colour of marks. */
    Color mark(Color color, boolean pale) {
        return dark && pale ? PALE : color;
    }

    /** A colour of letters that was made for a light background. */
    Color ink(Color color) {
        Color ink = color;
        while (dark && ClassColors.luminance(ink) + 0.05 < CONTRAST * (ClassColors.luminance(paper) + 0.05)) {
            ink = new Color(lighter(ink.getRed()), lighter(ink.getGreen()), lighter(ink.getBlue()));
        }
        return ink;
    }

    private static int lighter(int channel) {
        return channel + (255 - channel) / 8 + (channel < 255 ? 1 : 0);
    }
}

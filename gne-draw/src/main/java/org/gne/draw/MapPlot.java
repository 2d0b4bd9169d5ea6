package org.gne.draw;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.RowLabels;
import org.gne.data.Samples;
import org.jspecify.annotations.Nullable;

/**
 * What a figure of a map shows, for any format. Of a map of three or more dimensions the first two are drawn, one of one dimension is
 * drawn as a line.
 *
 * @param title the title, one line
 * @param embedding the coordinates
 * @param colors classes or numbers, which give the colours, or null
 * @param legend whether the meaning of the colours stands beside the map
 * @param rows the rows, some of which are drawn small at their coordinates if they are images; null to draw points only
 * @param names the names on the map
 * @param size the size of the figure
 * @param dark whether the background is dark
 */
public record MapPlot(
        String title,
        Embedding embedding,
        @Nullable RowLabels colors,
        boolean legend,
        @Nullable Samples rows,
        MapNames names,
        Size size,
        boolean dark) {

    /** Everything in a figure has its size for this width. */
    private static final int WIDTH = 1800;

    private static final int HEIGHT = 1600;
    /** A map of one dimension needs less height. */
    private static final int LINE_HEIGHT = 800;

    /**
     * The size of a figure in pixels.
     *
     * @param width 200 to 20,000
     * @param height 200 to 20,000
     */
    public record Size(int width, int height) {

        private static final int LEAST = 200;
        private static final int MOST = 20_000;

        /**
         * A size within its limits.
         *
         * @throws IllegalArgumentException if a side is not in 200 to 20,000
         */
        public Size {
            if (width < LEAST || width > MOST || height < LEAST || height > MOST) {
                throw new IllegalArgumentException("size: found " + width + " x " + height + " pixels, expected "
                        + LEAST + " to " + MOST + " each");
            }
        }

        /** That of {@code map.png}. */
        public static Size of(Embedding map) {
            return new Size(WIDTH, map.dim() == 1 ? LINE_HEIGHT : HEIGHT);
        }
    }

    /**
     * A map to draw.
     *
     * @throws IllegalArgumentException if there is not one colour for each row
     */
    public MapPlot {
        if (colors != null) {
            colors.requireOnePer(embedding);
        }
    }

    /** A map on white, with a legend and the names of its classes. */
    public static MapPlot of(String title, Embedding embedding, @Nullable RowLabels colors, @Nullable Samples rows) {
        MapNames names = colors instanceof Labels classes ? MapNames.classes(classes) : MapNames.none();
        return new MapPlot(title, embedding, colors, true, rows, names, Size.of(embedding), false);
    }

    /** The same with other colours: classes, numbers, or null for one colour. */
    public MapPlot withColors(@Nullable RowLabels value) {
        return new MapPlot(title, embedding, value, legend, rows, names, size, dark);
    }

    /** The same with other names. */
    public MapPlot withNames(MapNames value) {
        return new MapPlot(title, embedding, colors, legend, rows, value, size, dark);
    }

    /** The same with rows, some of which are drawn if they are images. */
    public MapPlot withRows(@Nullable Samples value) {
        return new MapPlot(title, embedding, colors, legend, value, names, size, dark);
    }

    /** The same with a legend or without. */
    public MapPlot withLegend(boolean value) {
        return new MapPlot(title, embedding, colors, value, rows, names, size, dark);
    }

    /** The same in another size. */
    public MapPlot withSize(Size value) {
        return new MapPlot(title, embedding, colors, legend, rows, names, value, dark);
    }

    /** The same on a dark background or a white one. */
    public MapPlot withDark(boolean value) {
        return new MapPlot(title, embedding, colors, legend, rows, names, size, value);
    }

    Theme theme() {
        return dark ? Theme.DARK : Theme.LIGHT;
    }

    /**
     * Draws the figure, with its background, at (0, 0).
     *
     * @param lettering how names are written
     */
    public void draw(Graphics2D g, Lettering lettering) {
        double scale = (double) size.width() / WIDTH;
        int height = (int) Math.round(size.height() / scale);
        MapPanel panel = new MapPanel(title, embedding, colors, rows, names, theme(), lettering);
        g.setColor(theme().paper());
        g.fillRect(0, 0, size.width(), size.height());
        g.scale(scale, scale);
        Legend beside = Legend.of(g, legend ? colors : null, height);
        int width = WIDTH - beside.width();
        Rectangle2D area = panel.draw(g, width, height);
        beside.draw(g, width, area, theme());
    }
}

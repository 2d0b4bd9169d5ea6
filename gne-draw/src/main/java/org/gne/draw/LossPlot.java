package org.gne.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Stream;

/**
 * Draws losses over epochs as lines, each with its name at the end; the scale is logarithmic if all losses are above 0.
 */
public final class LossPlot {

    private static final int WIDTH = 1800;
    private static final int HEIGHT = 1000;

    /** The width on the right for the names of the lines. */
    private static final int NAMES = 260;

    private static final float THICK = 4;
    private static final int HALO = 6;

    /** Dashes, so that lines also differ for colour-blind readers and in black and white. */
    private static final float[][] DASHES = {{1}, {18, 10}, {4, 9}, {22, 8, 4, 8}};

    /** The possible ticks of a logarithmic axis, times a power of ten. */
    private static final double[] MULTIPLES = {1, 1.5, 2, 3, 4, 5, 7};

    /**
     * A line.
     *
     * @param name a short name
     * @param losses one loss per epoch, from epoch 1; values that are not finite interrupt the line
     */
    public record Series(String name, double[] losses) {}

    private LossPlot() {}

    /**
     * Draws the lines as PNG, 1800 x 1000 pixels.
     *
     * @param file the file; if writing fails, an existing file stays as it was
     * @param title one line
     * @param series at least one, with at least one finite loss among them
     * @throws IOException if the file cannot be written, or the Java installation has no font
     * @throws IllegalArgumentException if there is nothing to draw
     */
    public static void write(Path file, String title, List<Series> series) throws IOException {
        double[] losses = series.stream()
                .flatMapToDouble(line -> Arrays.stream(line.losses()))
                .filter(Double::isFinite)
                .toArray();
        if (losses.length == 0) {
            throw new IllegalArgumentException("no losses: found 0, expected at least 1");
        }
        PngFile.checkFonts(file);
        boolean logarithmic = Arrays.stream(losses).allMatch(loss -> loss > 0);
        DoubleSummaryStatistics extent = Arrays.stream(losses)
                .map(loss -> logarithmic ? Math.log10(loss) : loss)
                .summaryStatistics();
        AxisRange range = AxisRange.widened(extent.getMin(), extent.getMax());
        range = range.around(1.1 * range.length());
        int epochs =
                series.stream().mapToInt(line -> line.losses().length).max().orElse(1);
        MapAxes axes = MapAxes.free(WIDTH - NAMES, HEIGHT, new AxisRange(0, epochs), range);
        try (Canvas canvas = Canvas.of(WIDTH, HEIGHT)) {
            Graphics2D g = canvas.g();
            axes.draw(g, title, axes.ticksX(), logarithmic ? ticks(axes) : axes.ticksY(), Theme.LIGHT);
            Rectangle2D area = axes.area();
            g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 22));
            g.drawString("epoch", (float) area.getMaxX() + 40, (float) area.getMaxY() + 34);
            for (int i = 0; i < series.size(); i++) {
                g.setColor(ClassColors.of(i));
                g.setStroke(stroke(i));
                g.draw(line(series.get(i), axes, logarithmic));
            }
            names(g, series, axes, logarithmic);
            PngFile.write(file, canvas.image());
        }
    }

    private static BasicStroke stroke(int i) {
        float[] dash = DASHES[i % DASHES.length];
        return dash.length == 1
                ? new BasicStroke(THICK, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(THICK, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }

    private static double at(double loss, boolean logarithmic) {
        return logarithmic ? Math.log10(loss) : loss;
    }

    private static Path2D line(Series series, MapAxes axes, boolean logarithmic) {
        Path2D path = new Path2D.Double();
        boolean down = false;
        for (int i = 0; i < series.losses().length; i++) {
            double loss = series.losses()[i];
            if (!Double.isFinite(loss)) {
                down = false;
                continue;
            }
            double x = axes.pixelX(i + 1);
            double y = axes.pixelY(at(loss, logarithmic));
            if (down) {
                path.lineTo(x, y);
            } else {
                // A single epoch is visible too.
                path.moveTo(x - 3, y);
                path.lineTo(x, y);
            }
            down = true;
        }
        return path;
    }

    private static List<AxisRange.Tick> ticks(MapAxes axes) {
        List<AxisRange.Tick> ticks = new ArrayList<>();
        double last = Double.POSITIVE_INFINITY;
        int power = (int) Math.floor(axes.y().low());
        for (; power <= axes.y().high(); power++) {
            for (double multiple : MULTIPLES) {
                double coordinate = power + Math.log10(multiple);
                double pixel = axes.pixelY(coordinate);
                boolean inside =
                        coordinate >= axes.y().low() && coordinate <= axes.y().high();
                if (inside && last - pixel >= 36) {
                    last = pixel;
                    double value = Double.parseDouble(multiple + "e" + power);
                    String text = power < -4 || power > 4
                            ? String.valueOf(value)
                            : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
                    ticks.add(new AxisRange.Tick(coordinate, text));
                }
            }
        }
        return ticks.size() > 1 ? ticks : linear(axes);
    }

    /** Ticks for losses whose range is too small for round numbers of a logarithmic scale. */
    private static List<AxisRange.Tick> linear(MapAxes axes) {
        AxisRange values = new AxisRange(
                Math.pow(10, axes.y().low()), Math.pow(10, axes.y().high()));
        return values.ticks(8).stream()
                .filter(tick -> tick.coordinate() > 0)
                .map(tick -> new AxisRange.Tick(Math.log10(tick.coordinate()), tick.text()))
                .toList();
    }

    private static void names(Graphics2D g, List<Series> series, MapAxes axes, boolean logarithmic) {
        List<Rectangle2D> taken = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            double[] losses = series.get(i).losses();
            int last = losses.length - 1;
            while (last >= 0 && !Double.isFinite(losses[last])) {
                last--;
            }
            if (last < 0 || series.get(i).name().isBlank()) {
                continue;
            }
            TextLayout text = new TextLayout(
                    series.get(i).name(), new Font(Font.SANS_SERIF, Font.BOLD, 26), g.getFontRenderContext());
            Rectangle2D bounds = text.getBounds();
            double x = axes.pixelX(last + 1) + 14;
            double y = axes.pixelY(at(losses[last], logarithmic));
            Rectangle2D box = free(taken, x, y, bounds, axes.area());
            taken.add(box);
            Shape outline = text.getOutline(AffineTransform.getTranslateInstance(
                    box.getX() + HALO - bounds.getX(), box.getY() + HALO - bounds.getY()));
            g.setColor(new Color(255, 255, 255, 225));
            g.setStroke(new BasicStroke(2 * HALO, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(outline);
            g.setColor(ClassColors.ink(i));
            g.fill(outline);
        }
    }

    /** The box nearest to the end of the line, up or down, that covers no other name. */
    private static Rectangle2D free(List<Rectangle2D> taken, double x, double y, Rectangle2D bounds, Rectangle2D area) {
        double height = bounds.getHeight() + 2 * HALO;
        Stream<Rectangle2D> boxes = Stream.iterate(0, i -> i + 1)
                .limit(400)
                .map(i -> (i % 2 == 0 ? 1 : -1) * ((i + 1) / 2) * 4.0)
                .map(shift -> new Rectangle2D.Double(x, y + shift - height / 2, bounds.getWidth() + 2 * HALO, height));
        return boxes.filter(box -> box.getMinY() >= area.getMinY() && box.getMaxY() <= area.getMaxY())
                .filter(box -> taken.stream().noneMatch(box::intersects))
                .findFirst()
                .orElse(new Rectangle2D.Double(x, y - height / 2, bounds.getWidth(), height));
    }
}

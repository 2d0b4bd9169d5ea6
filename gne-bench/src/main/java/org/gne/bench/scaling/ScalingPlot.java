package org.gne.bench.scaling;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import org.gne.data.AtomicFile;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The costs along an axis on logarithmic scales: measured points, the power law through them, and a line of slope 1. */
final class ScalingPlot {

    /** Told apart by those who see few colours too (Okabe and Ito 2008). */
    private static final Color[] COLORS = {
        new Color(0x0072b2),
        new Color(0xd55e00),
        new Color(0x009e73),
        new Color(0xcc79a7),
        new Color(0xe69f00),
        Color.BLACK,
        new Color(0x56b4e9)
    };

    private static final Marker[] MARKERS = {
        SeriesMarkers.CIRCLE,
        SeriesMarkers.SQUARE,
        SeriesMarkers.DIAMOND,
        SeriesMarkers.TRIANGLE_UP,
        SeriesMarkers.TRIANGLE_DOWN,
        SeriesMarkers.CROSS,
        SeriesMarkers.CIRCLE
    };

    private static final Color GREY = new Color(0x888888);

    private ScalingPlot() {}

    /** Draws what was measured along an axis as PNG, 1200 x 840 pixels. */
    static void write(Path file, Axis axis, List<Series> measured) throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(1200)
                .height(840)
                .title("Cost against " + axis.unit() + " (" + axis.fixed() + ")")
                .xAxisTitle(axis.unit())
                .yAxisTitle(axis.byTheClock() ? "seconds by the clock" : "processor seconds")
                .build();
        style(chart);
        for (int i = 0; i < measured.size(); i++) {
            add(chart, measured.get(i), COLORS[i % COLORS.length], MARKERS[i % MARKERS.length]);
        }
        reference(chart, axis, measured);
        settings(chart, axis, measured);
        byte[] png = BitmapEncoder.getBitmapBytes(chart, BitmapEncoder.BitmapFormat.PNG);
        AtomicFile.write(file, out -> out.write(png));
    }

    private static void style(XYChart chart) {
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 17);
        chart.getStyler()
                .setXAxisLogarithmic(true)
                .setYAxisLogarithmic(true)
                .setPlotGridLinesColor(new Color(0xe4e4e4))
                .setAxisTitleFont(font)
                .setAxisTickLabelsFont(font)
                .setXAxisDecimalPattern("#,##0.###")
                .setYAxisDecimalPattern("#,##0.###")
                .setLocale(Locale.ROOT)
                .setMarkerSize(11);
        chart.getStyler()
                .setChartTitleFont(font.deriveFont(Font.BOLD, 19f))
                .setAnnotationTextFont(font.deriveFont(14f))
                .setAnnotationTextFontColor(new Color(0x555555))
                .setLegendFont(font.deriveFont(16f))
                .setLegendPosition(Styler.LegendPosition.OutsideS)
                .setLegendLayout(Styler.LegendLayout.Vertical)
                .setLegendBorderColor(Color.WHITE)
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBorderColor(GREY)
                .setAntiAlias(true);
    }

    private static void add(XYChart chart, Series series, Color color, Marker marker) {
        PowerFit fit = series.fit();
        double[] sizes = series.sizes();
        double[] ends = {sizes[0], sizes[sizes.length - 1]};
        XYSeries points = chart.addSeries(legend(series.part(), fit), sizes, series.costs());
        points.setMarker(marker)
                .setMarkerColor(color)
                .setLineStyle(new BasicStroke(0))
                .setLineColor(new Color(0, 0, 0, 0));
        chart.addSeries("fit of " + series.part(), ends, new double[] {fit.at(ends[0]), fit.at(ends[1])})
                .setMarker(SeriesMarkers.NONE)
                .setLineColor(color)
                .setLineStyle(new BasicStroke(1.8f))
                .setShowInLegend(false);
    }

    /** Writes the settings along the axis, because the axis itself names powers of ten only. */
    private static void settings(XYChart chart, Axis axis, List<Series> measured) {
        TreeSet<Integer> settings = new TreeSet<>();
        measured.forEach(series -> Arrays.stream(series.settings()).forEach(settings::add));
        double low = least(all(measured, Series::costs));
        double high = most(all(measured, Series::costs));
        chart.getStyler().setYAxisMin(low / 2.6).setYAxisMax(high * 1.8);
        double margin = Math.pow(axis.size(settings.last()) / axis.size(settings.first()), 0.06);
        chart.getStyler()
                .setXAxisMin(axis.size(settings.first()) / margin)
                .setXAxisMax(axis.size(settings.last()) * margin);
        for (int setting : settings) {
            String text = String.format(Locale.ROOT, axis.label(), setting);
            chart.addAnnotation(new AnnotationText(text, axis.size(setting), low / 2.2, false));
        }
    }

    private static String legend(String name, PowerFit fit) {
        String exponent = name + ": exponent " + ScalingReport.exponent(fit);
        // Of two sizes the last exponent is the only one.
        return Double.isNaN(fit.error()) ? exponent : exponent + String.format(Locale.ROOT, ", last %.2f", fit.last());
    }

    /** Through the middle of all points, as far as they reach: slope 1, or -1 for time by the clock against threads. */
    private static void reference(XYChart chart, Axis axis, List<Series> measured) {
        double slope = axis.byTheClock() ? -1 : 1;
        double[] sizes = all(measured, Series::sizes);
        double[] costs = all(measured, Series::costs);
        double sum = 0;
        for (int i = 0; i < sizes.length; i++) {
            sum += Math.log(costs[i]) - slope * Math.log(sizes[i]);
        }
        double factor = Math.exp(sum / sizes.length);
        double low = least(sizes);
        double high = most(sizes);
        if (slope > 0) {
            low = Math.max(low, least(costs) / factor);
            high = Math.min(high, most(costs) / factor);
        }
        double[] along = {low, high};
        double[] line = {factor * Math.pow(low, slope), factor * Math.pow(high, slope)};
        chart.addSeries("slope " + (int) slope, along, line)
                .setMarker(SeriesMarkers.NONE)
                .setLineColor(GREY)
                .setLineStyle(
                        new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {8, 7}, 0));
    }

    private static double[] all(List<Series> measured, Function<Series, double[]> numbers) {
        return measured.stream().map(numbers).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double least(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    private static double most(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }
}

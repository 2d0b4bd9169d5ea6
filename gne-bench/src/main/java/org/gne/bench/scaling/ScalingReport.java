package org.gne.bench.scaling;

import java.util.List;
import java.util.Locale;

/** The figures of all axes as a section of docs/benchmarks.md. */
final class ScalingReport {

    private final StringBuilder text = new StringBuilder();

    ScalingReport() {
        text.append("""
                ## How cost grows

                `gne-bench/scaling` writes this section. It changes one axis at a time; preset `default`. Costs are
                processor seconds of the process, all threads together, medians over the rounds; for threads they are wall-clock
                seconds. The exponent is the slope of a least-squares line through the logarithms of cost and size, with its standard
                error; 1 is linear. "Last" is the exponent between the two largest sizes only: there a fixed part of the cost has the least
                influence, and a term that grows faster the most. Searches compare every row.
                """);
    }

    /** Adds an axis. */
    void add(Axis axis, AxisResults results) {
        List<Series> measured = results.series();
        if (measured.isEmpty()) {
            return;
        }
        text.append("\n### ").append(heading(axis)).append("\n\n");
        text.append("Fixed: ")
                .append(axis.fixed())
                .append(". ")
                .append(results.origin())
                .append(".")
                .append(note(axis))
                .append("\n\n");
        text.append("![](scaling/").append(axis).append(".png)\n\n");
        boolean other = axis == Axis.HIDDEN || axis == Axis.GRID;
        text.append("| part | ")
                .append(axis.unit())
                .append(" | seconds | exponent | last |")
                .append(other ? " against the setting itself |" : "")
                .append("\n|---|---|---|---|---|")
                .append(other ? "---|" : "")
                .append('\n');
        for (Series series : measured) {
            PowerFit fit = series.fit();
            double[] sizes = series.sizes();
            double[] costs = series.costs();
            int end = sizes.length - 1;
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %,.0f to %,.0f | %s to %s | %s | %.2f |",
                    series.part(),
                    sizes[0],
                    sizes[end],
                    seconds(costs[0]),
                    seconds(costs[end]),
                    exponent(fit),
                    fit.last()));
            if (other) {
                PowerFit itself = series.fitOfSettings();
                text.append(String.format(Locale.ROOT, " %s, last %.2f |", exponent(itself), itself.last()));
            }
            text.append('\n');
        }
    }

    private static String heading(Axis axis) {
        return switch (axis) {
            case ROWS -> "Rows, by the library";
            case COMMAND -> "Rows, the whole command";
            case WIDTH -> "Columns";
            case HIDDEN -> "Width of the decoder";
            case GRID -> "Cells of the search";
            case THREADS -> "Threads";
        };
    }

    private static String note(Axis axis) {
        return switch (axis) {
            case COMMAND -> " `gne fit` with 2 epochs, one process per size, with classes, rows on disk.";
            case HIDDEN ->
                " A decoder of width h has 16 h^2 weights in its blocks and 784 h in its last layer. Cost grows with the number of"
                        + " weights, so for large h with the square of h.";
            case GRID ->
                " Cost grows with the number of cells, which is the square of the setting, the cells per side.";
            default -> "";
        };
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, seconds < 1 ? "%.3f" : seconds < 10 ? "%.2f" : "%.1f", seconds);
    }

    /** The exponent with its standard error, if it has one. */
    static String exponent(PowerFit fit) {
        return Double.isNaN(fit.error())
                ? String.format(Locale.ROOT, "%.2f", fit.exponent())
                : String.format(Locale.ROOT, "%.2f \u00b1 %.2f", fit.exponent(), fit.error());
    }

    String text() {
        return text.toString();
    }
}

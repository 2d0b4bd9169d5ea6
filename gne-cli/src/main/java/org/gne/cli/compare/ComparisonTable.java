package org.gne.cli.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Figures of several methods side by side. A figure that no method has is no column.
 *
 * @param columns those that are there
 * @param outcomes a line each
 */
public record ComparisonTable(List<Column> columns, List<Outcome> outcomes) {

    /**
     * A figure of the table.
     *
     * @param name in {@code metrics.json} and {@code table.csv}
     * @param heading for people
     * @param format of a number
     */
    record Column(String name, String heading, String format) {}

    private static final List<Column> ALL = List.of(
            new Column("trainingLoss", "training loss", "%.4f"),
            new Column("reconstructionMse", "reconstruction MSE", "%.4f"),
            new Column("heldOutMse", "held-out MSE", "%.4f"),
            new Column("knnAccuracy", "5-NN accuracy", "%.4f"),
            new Column("neighborhoodHit", "neighbourhood hit", "%.4f"),
            new Column("trustworthiness", "trustworthiness", "%.4f"),
            new Column("continuity", "continuity", "%.4f"),
            new Column("distanceCorrelation", "distance correlation", "%.3f"),
            new Column("classIslands", "class islands", "%.0f"),
            new Column("seconds", "seconds", "%.1f"),
            new Column("threads", "threads", "%.0f"),
            new Column("peakHeapMb", "peak heap, MB", "%.0f"));

    public static ComparisonTable of(List<Outcome> outcomes) {
        List<Column> columns = ALL.stream()
                .filter(column -> outcomes.stream().anyMatch(outcome -> Double.isFinite(outcome.number(column.name()))))
                .toList();
        return new ComparisonTable(columns, List.copyOf(outcomes));
    }

    public List<String> headings() {
        List<String> headings = new ArrayList<>(List.of("method"));
        columns.forEach(column -> headings.add(column.heading()));
        return headings;
    }

    /** The text of each cell, line by line; empty where a method has no such figure. */
    public List<List<String>> cells() {
        List<List<String>> lines = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            List<String> cells = new ArrayList<>(List.of(outcome.candidate().title()));
            for (Column column : columns) {
                double value = outcome.number(column.name());
                cells.add(Double.isFinite(value) ? String.format(Locale.ROOT, column.format(), value) : "");
            }
            lines.add(cells);
        }
        return lines;
    }

    /** As Markdown: titles are the methods' own and hold no bar. */
    String markdown() {
        StringBuilder text = new StringBuilder();
        line(text, headings());
        text.append("|---|").append("---:|".repeat(columns.size())).append('\n');
        cells().forEach(cells -> line(text, cells));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** As CSV with all digits: names and numbers hold no comma. */
    String csv() {
        StringBuilder text = new StringBuilder("method");
        columns.forEach(column -> text.append(',').append(column.name()));
        for (Outcome outcome : outcomes) {
            text.append('\n').append(outcome.candidate().name());
            for (Column column : columns) {
                Object value = outcome.figures().get(column.name());
                text.append(',').append(value == null ? "" : value);
            }
        }
        return text.append('\n').toString();
    }
}

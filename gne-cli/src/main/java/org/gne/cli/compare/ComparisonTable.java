package org.gne.cli.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.gne.quality.MapQuality;
import org.gne.quality.Measure;
import org.gne.results.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * The facts and measures of several methods as a table. A column without any value is left out.
 *
 * @param columns the columns
 * @param outcomes the methods, one per line
 */
public record ComparisonTable(List<Column> columns, List<Outcome> outcomes) {

    /**
     * A column of the table.
     *
     * @param key the key in {@code metrics.json} and {@code table.csv}
     * @param heading the heading
     * @param format the format of a number
     * @param value returns the value of a method, or null if it has none
     */
    record Column(String key, String heading, String format, Function<Outcome, @Nullable Number> value) {

        static Column of(Measure measure) {
            return new Column(measure.key(), measure.title(), measure.format(), outcome -> {
                MapQuality quality = outcome.quality();
                return quality.has(measure) ? measure.number(quality.value(measure)) : null;
            });
        }

        /** A column of a fact. */
        static Column of(String fact, String heading, String format) {
            return new Column(
                    fact,
                    heading,
                    format,
                    outcome -> outcome.metrics().facts().get(fact) instanceof Number number ? number : null);
        }

        private String text(Outcome outcome) {
            Number number = value.apply(outcome);
            return number == null ? "" : String.format(Locale.ROOT, format, number.doubleValue());
        }
    }

    private static final List<Column> ALL = all();

    private static List<Column> all() {
        List<Column> all = new ArrayList<>();
        all.add(Column.of(Metrics.TRAINING_LOSS, "training loss", "%.4f"));
        for (Measure measure : Measure.values()) {
            all.add(Column.of(measure));
        }
        all.add(Column.of(Metrics.SECONDS, "seconds", "%.1f"));
        all.add(Column.of(Metrics.THREADS, "threads", "%.0f"));
        all.add(Column.of(Comparison.PEAK_HEAP, "peak heap, MB", "%.0f"));
        return List.copyOf(all);
    }

    public static ComparisonTable of(List<Outcome> outcomes) {
        List<Column> columns = ALL.stream()
                .filter(column ->
                        outcomes.stream().anyMatch(outcome -> column.value().apply(outcome) != null))
                .toList();
        return new ComparisonTable(columns, List.copyOf(outcomes));
    }

    public List<String> headings() {
        List<String> headings = new ArrayList<>(List.of("method"));
        columns.forEach(column -> headings.add(column.heading()));
        return headings;
    }

    /** The text of each cell, line by line; empty if a method has no value. */
    public List<List<String>> cells() {
        List<List<String>> lines = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            List<String> cells = new ArrayList<>(List.of(outcome.candidate().title()));
            columns.forEach(column -> cells.add(column.text(outcome)));
            lines.add(cells);
        }
        return lines;
    }

    /** The table as Markdown. Titles of methods contain no bar. */
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

    /** The table as CSV with all digits. Names and numbers contain no comma. */
    String csv() {
        StringBuilder text = new StringBuilder("method");
        columns.forEach(column -> text.append(',').append(column.key()));
        for (Outcome outcome : outcomes) {
            text.append('\n').append(outcome.candidate().name());
            for (Column column : columns) {
                Number value = column.value().apply(outcome);
                text.append(',').append(value == null ? "" : value);
            }
        }
        return text.append('\n').toString();
    }
}

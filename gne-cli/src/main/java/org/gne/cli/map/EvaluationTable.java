package org.gne.cli.map;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gne.quality.MapQuality;
import org.gne.quality.Measure;
import org.gne.results.Metrics;
import org.jspecify.annotations.Nullable;

/** The measures of a map as a table: title, value and meaning. */
final class EvaluationTable {

    /** The largest number of classes that are listed. */
    private static final int MOST_LISTED = 30;

    private EvaluationTable() {}

    static void print(Metrics metrics, PrintWriter out) {
        Map<String, Object> facts = metrics.facts();
        out.printf(
                Locale.ROOT,
                "%s: %,d rows on a map of %s%s%n",
                facts.get("map"),
                (Integer) facts.get("rows"),
                counted(facts.get("dim"), "dimension", "dimensions"),
                facts.containsKey("classes")
                        ? ", " + counted(facts.get("classes"), "class", "classes")
                        : facts.get("target") instanceof Map<?, ?> target
                                ? ", the label " + target.get("name") + " is a number"
                                : "");
        if (facts.containsKey("data")) {
            out.printf(
                    "beside %s: %s, scaled: %s%n",
                    facts.get("data"),
                    counted(facts.get("width"), "value a row", "values a row"),
                    String.valueOf(facts.get(Metrics.SCALING)).toLowerCase(Locale.ROOT));
        }
        out.println();
        MapQuality quality = metrics.quality();
        for (Measure measure : quality.measures()) {
            // Align the decimal points.
            String end = measure.isCount() ? "     " : "";
            String number = measure.text(quality.value(measure)) + end;
            out.printf("%-21s %12s   %s%n", measure.title(), number, measure.meaning());
        }
        Map<String, Integer> islands = quality.islandsPerClass();
        if (!islands.isEmpty() && islands.size() <= MOST_LISTED) {
            out.println();
            out.println("islands per class     "
                    + islands.entrySet().stream()
                            .map(each -> each.getKey() + ": " + each.getValue())
                            .collect(Collectors.joining(", ")));
        }
    }

    private static String counted(@Nullable Object count, String one, String many) {
        return count + " " + (Objects.equals(count, 1) ? one : many);
    }
}

package org.gne.cli.map;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The figures of a map for people: what is measured, how much, what it means. */
final class EvaluationTable {

    /** Classes that are listed one by one. */
    private static final int MOST_LISTED = 30;

    private record Line(String key, String title, String meaning) {}

    private static final List<Line> LINES = List.of(
            new Line("reconstructionMse", "reconstruction MSE", "of the decoder at the rows' places; 0 is best"),
            new Line("trustworthiness", "trustworthiness", "neighbours on the map are so in the data; 1 is best"),
            new Line("continuity", "continuity", "neighbours in the data are so on the map; 1 is best"),
            new Line("distanceCorrelation", "distance correlation", "order of near and far is kept; 1 is best"),
            new Line("knnAccuracy", "5-NN accuracy", "the nearest five tell a row's class; 1 is best"),
            new Line("neighborhoodHit", "neighbourhood hit", "neighbours of a row's own class; 1 is best"),
            new Line("classIslands", "class islands", "pieces that classes are torn into; one per class is best"),
            new Line("strayRows", "stray rows", "share of the rows on no island; 0 is best"));

    private EvaluationTable() {}

    static void print(Map<String, Object> figures, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s: %,d rows on a map of %s%s%n",
                figures.get("map"),
                (Integer) figures.get("rows"),
                counted(figures.get("dim"), "dimension", "dimensions"),
                figures.containsKey("classes") ? ", " + counted(figures.get("classes"), "class", "classes") : "");
        if (figures.containsKey("data")) {
            out.printf(
                    "beside %s: %s, scaled: %s%n",
                    figures.get("data"),
                    counted(figures.get("width"), "value a row", "values a row"),
                    String.valueOf(figures.get("scaling")).toLowerCase(Locale.ROOT));
        }
        out.println();
        for (Line line : LINES) {
            Object value = figures.get(line.key);
            if (value != null) {
                String number =
                        value instanceof Double real ? String.format(Locale.ROOT, "%.4f", real) : value + "     ";
                out.printf("%-21s %12s   %s%n", line.title, number, line.meaning);
            }
        }
        if (figures.get("islandsPerClass") instanceof Map<?, ?> islands && islands.size() <= MOST_LISTED) {
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

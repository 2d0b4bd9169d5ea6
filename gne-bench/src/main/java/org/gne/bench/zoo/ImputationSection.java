package org.gne.bench.zoo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gne.bench.Results;

/** The section on filled-in values. */
final class ImputationSection {

    private static final List<String> METHODS = List.of("mean", "knn", "iterative", "gne");

    private ImputationSection() {}

    /** The text, from the measures of gne-bench/peers/zoo_imputation.py. */
    static String of(List<Map<String, Object>> tables) {
        StringBuilder text = new StringBuilder(
                "| table | rows | columns | values | mean, most frequent | `KNNImputer` |"
                        + " `IterativeImputer` | GNE | GNE against `KNNImputer` |\n|---|---|---|---|---|---|---|---|---|\n");
        int ahead = 0;
        int aheadOfIterative = 0;
        int all = 0;
        for (Map<String, Object> table : tables) {
            for (String measure : List.of("rmse", "accuracy")) {
                boolean numbers = measure.equals("rmse");
                int columns = (int) Results.number(table.get(numbers ? "numbers" : "categories"));
                if (columns == 0) {
                    continue;
                }
                text.append("| ").append(table.get("name")).append(" | ");
                text.append((int) Results.number(table.get("rows")))
                        .append(" | ")
                        .append(columns);
                text.append(numbers ? " | numbers, error |" : " | categories, right |");
                for (String method : METHODS) {
                    text.append(String.format(Locale.ROOT, " %.3f |", value(table, method, measure)));
                }
                double knn = value(table, "knn", measure);
                double gne = value(table, "gne", measure);
                double gain = numbers ? 1 - gne / knn : gne - knn;
                ahead += gain > 0 ? 1 : 0;
                double other = value(table, "iterative", measure);
                aheadOfIterative += (numbers ? gne < other : gne > other) ? 1 : 0;
                all++;
                text.append(numbers ? percent(gain, " %") : percent(gain, " points"))
                        .append(" |\n");
            }
        }
        text.append(String.format(
                Locale.ROOT,
                "%nGNE is ahead of `KNNImputer` in %d of %d lines, of `IterativeImputer` in %d.%n",
                ahead,
                all,
                aheadOfIterative));
        return text.toString().replace("\r", "");
    }

    /** Above 0 if GNE is better. */
    private static String percent(double gain, String unit) {
        return String.format(Locale.ROOT, " %+.1f%s", 100 * gain, unit);
    }

    private static double value(Map<String, Object> table, String method, String measure) {
        return Results.number(Results.object(table.get(method)).get(measure));
    }
}

package org.gne.bench.zoo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.gne.bench.Results;

/** The section on the tables of the zoo. */
final class ZooSection {

    private static final double CLEAN = 0.95;

    private ZooSection() {}

    /** The text, from the measures of {@link Zoo}. */
    static String of(List<Map<String, Object>> tables) {
        StringBuilder text =
                new StringBuilder("| table | source | rows x columns | explained `fast` | explained `default`"
                        + " | variance | PCA | 5-NN | PCA | UMAP | t-SNE | placed 5-NN | placed near |\n"
                        + "|---|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        for (Map<String, Object> table : tables) {
            row(text, table);
        }
        text.append('\n');
        medians(text, tables);
        exceptions(text, "explains at most 0 of", tables, t -> value(t, "default", "explained") <= 0);
        exceptions(
                text,
                "explains less of the variance than two principal components of",
                tables,
                t -> value(t, "variance") < value(t, "pcaVariance"));
        exceptions(
                text,
                "explains less than half, or nothing because all rows are equal, of",
                tables,
                t -> !(value(t, "default", "explained") > 0.5));
        exceptions(
                text,
                "places training rows with a class accuracy below 0.95, although the classes are clean, of",
                tables,
                t -> Boolean.TRUE.equals(t.get("clean")) && value(t, "default", "place") < CLEAN);
        exceptions(
                text,
                "places less than nine of ten training rows near their own points of",
                tables,
                t -> value(t, "default", "near") < 0.9);
        warnings(text, tables);
        return text.toString();
    }

    private static void row(StringBuilder text, Map<String, Object> table) {
        text.append("| ").append(table.get("name")).append(" | ").append(table.get("source"));
        text.append(String.format(Locale.ROOT, " | %,d x %d |", (int) Results.number(table.get("rows")), (int)
                Results.number(table.get("width"))));
        for (double cell : new double[] {
            value(table, "fast", "explained"),
            value(table, "default", "explained"),
            value(table, "variance"),
            value(table, "pcaVariance"),
            value(table, "default", "map"),
            value(table, "pca"),
            value(table, "umap"),
            value(table, "tsne"),
            value(table, "default", "place"),
            value(table, "default", "near")
        }) {
            text.append(Double.isNaN(cell) ? " |" : String.format(Locale.ROOT, " %.3f |", cell));
        }
        text.append('\n');
    }

    private static void medians(StringBuilder text, List<Map<String, Object>> tables) {
        List<Map<String, Object>> compared = tables.stream()
                .filter(t -> !Double.isNaN(value(t, "pcaVariance")))
                .toList();
        List<Map<String, Object>> classes =
                compared.stream().filter(t -> !Double.isNaN(value(t, "umap"))).toList();
        text.append(String.format(
                Locale.ROOT,
                "Medians over the %d tables that PCA can fit: `default` explains %.3f, of the variance %.3f; two principal"
                        + " components %.3f.\nOver the %d real ones: 5-NN accuracy (or R^2) %.3f, PCA %.3f, UMAP %.3f, t-SNE"
                        + " %.3f.\n\nExceptions (preset `default`):\n\n",
                compared.size(),
                median(compared, t -> value(t, "default", "explained")),
                median(compared, t -> value(t, "variance")),
                median(compared, t -> value(t, "pcaVariance")),
                classes.size(),
                median(classes, t -> value(t, "default", "map")),
                median(classes, t -> value(t, "pca")),
                median(classes, t -> value(t, "umap")),
                median(classes, t -> value(t, "tsne"))));
    }

    private static double median(List<Map<String, Object>> tables, ToDoubleFunction<Map<String, Object>> value) {
        double[] sorted = tables.stream().mapToDouble(value).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static void exceptions(
            StringBuilder text, String what, List<Map<String, Object>> tables, Predicate<Map<String, Object>> found) {
        List<String> names = new ArrayList<>();
        for (Map<String, Object> table : tables) {
            if (found.test(table)) {
                names.add(String.valueOf(table.get("name")));
            }
        }
        text.append("- ").append(what).append(": ").append(names.isEmpty() ? "none" : String.join(", ", names));
        text.append(names.isEmpty() ? "\n" : " (" + names.size() + " of " + tables.size() + ")\n");
    }

    private static void warnings(StringBuilder text, List<Map<String, Object>> tables) {
        for (Map<String, Object> table : tables) {
            for (String preset : List.of("fast", "default")) {
                Object warning = Results.object(table.get(preset)).get("warning");
                if (warning != null) {
                    text.append("- `").append(table.get("name")).append("`, `").append(preset);
                    text.append("`: ").append(warning).append('\n');
                }
            }
        }
    }

    private static double value(Map<String, Object> table, String preset, String key) {
        return value(Results.object(table.get(preset)), key);
    }

    private static double value(Map<String, Object> table, String key) {
        return table.get(key) == null ? Double.NaN : Results.number(table.get(key));
    }
}

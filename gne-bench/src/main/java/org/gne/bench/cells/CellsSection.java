package org.gne.bench.cells;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.gne.bench.Results;
import org.jspecify.annotations.Nullable;

/** The section on simulated cells: a table of maps, one of likelihoods and denoising. */
final class CellsSection {

    private static final Map<String, String> NAMES = Map.of(
            "counts", "GNE",
            "batched", "GNE, `--batch-column`",
            "poisson", "GNE, Poisson",
            "gaussian", "GNE, logarithms, squared error",
            "umap", "PCA, UMAP",
            "umap-centred", "PCA, batches centred, UMAP",
            "tsne", "PCA, t-SNE");

    private static final List<String> MAPS =
            List.of("counts", "batched", "poisson", "gaussian", "umap", "umap-centred", "tsne");

    private CellsSection() {}

    /** The text, from the measures of {@link Cells}. */
    static String of(List<Map<String, Object>> simulations) {
        StringBuilder text = new StringBuilder(
                "| simulation | map | 5-NN of the group | the same, mean over groups | trustworthiness | order (tau) | mixing of batches |\n"
                        + "|---|---|---|---|---|---|---|\n");
        for (Map<String, Object> simulation : simulations) {
            for (String map : MAPS) {
                if (simulation.containsKey(map)) {
                    map(text, simulation, map);
                }
            }
        }
        text.append(
                "\n| simulation | likelihood of | loss per count, held-out cells | correlation with the truth |\n|---|---|---|---|\n");
        for (Map<String, Object> simulation : simulations) {
            Map<String, Object> peers = Results.object(simulation.get("peers"));
            double smoothed = 0;
            for (String key : List.of("smoothed15", "smoothed30", "smoothed60")) {
                smoothed = Math.max(smoothed, Results.number(peers.get(key)));
            }
            String name = name(simulation);
            line(text, name, "the mean of all cells", peers.get("constantLoss"), null);
            line(text, name, "the noise-free expression", peers.get("truthLoss"), null);
            line(text, name, "the counts themselves", null, peers.get("raw"));
            line(text, name, "the mean of the nearest 15, 30 or 60 cells, the best", null, smoothed);
            for (String head : MAPS.subList(0, 4)) {
                if (simulation.get(head) instanceof Map<?, ?> measured) {
                    line(
                            text,
                            name,
                            Objects.requireNonNull(NAMES.get(head)),
                            measured.get("loss"),
                            measured.get("denoised"));
                }
            }
        }
        return text.toString();
    }

    private static String name(Map<String, Object> simulation) {
        return String.format(
                Locale.ROOT,
                "%s, %,d x %,d",
                simulation.get("name"),
                (int) Results.number(simulation.get("cells")),
                (int) Results.number(simulation.get("genes")));
    }

    private static void map(StringBuilder text, Map<String, Object> simulation, String map) {
        Map<String, Object> measured = Results.object(simulation.get(map));
        text.append("| ")
                .append(name(simulation))
                .append(" | ")
                .append(NAMES.get(map))
                .append(" |");
        for (String key : List.of("knn", "knnGroups", "trust", "tau", "mixing")) {
            text.append(' ').append(number(measured.get(key), 3)).append(" |");
        }
        text.append('\n');
    }

    private static void line(
            StringBuilder text, String simulation, String what, @Nullable Object loss, @Nullable Object correlation) {
        text.append("| ")
                .append(simulation)
                .append(" | ")
                .append(what)
                .append(" | ")
                .append(number(loss, 4))
                .append(" | ")
                .append(number(correlation, 3))
                .append(" |\n");
    }

    private static String number(@Nullable Object value, int digits) {
        return value instanceof Number number
                ? String.format(Locale.ROOT, "%." + digits + "f", number.doubleValue())
                : "";
    }
}

package org.gne.cli.map;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.gne.GneModel;
import org.gne.data.Dataset;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.Schema;
import org.gne.data.Survey;
import org.gne.data.Target;
import org.gne.io.export.EmbeddingCsv;
import org.gne.kernel.Kernels;
import org.gne.kernel.Parallel;
import org.gne.place.Placed;
import org.gne.quality.KnnAccuracy;
import org.gne.quality.KnnR2;
import org.gne.quality.MapQuality;
import org.gne.quality.Measure;
import org.gne.quality.ReconstructionError;
import org.gne.results.Metrics;
import org.gne.results.ResultFiles;
import org.jspecify.annotations.Nullable;

/**
 * The figures of placed rows, as JSON and as text.
 *
 * @param table whether the rows are those of a table, whose errors have no unit that a reader knows
 */
record PlacedFigures(Metrics metrics, boolean table) {

    private static final List<Measure> TOLD = List.of(Measure.KNN_ACCURACY, Measure.KNN_R2);

    private static final String SHARE = "explainedShare";

    /**
     * @param model the model file; if it holds no classes, they are read from {@code embedding.csv} beside it
     * @param seconds the time of the placement
     */
    static PlacedFigures of(Dataset data, Path model, GneModel loaded, Placed placed, int threads, double seconds)
            throws IOException {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("data", data.name());
        facts.put("model", model.toString());
        facts.put("rows", data.samples().size());
        facts.put("width", data.samples().width());
        facts.put("dim", loaded.dim());
        facts.put(Metrics.THREADS, threads);
        facts.put("kernel", Kernels.active().name());
        facts.put(
                "missingValues",
                Survey.of(data.samples()).missingCells(data.samples().schema()));
        MapQuality quality = MapQuality.none().with(Measure.HELD_OUT_MSE, ReconstructionError.mean(placed.errors()));
        if (!Double.isNaN(placed.explainedError())) {
            facts.put("explainedError", placed.explainedError());
            facts.put("unexplained", placed.unexplained());
        }
        double share = loaded.explained().ofRow(ReconstructionError.mean(placed.errors()));
        if (Double.isFinite(share)) {
            facts.put(SHARE, share);
        }
        // A number would be one class per row.
        Labels known = data.labels() == null || loaded.target() != null ? null : known(model, loaded);
        if (data.labels() != null && known != null) {
            quality = quality.with(Measure.KNN_ACCURACY, accuracy(loaded, known, placed, data.labels(), threads));
        }
        Target target = loaded.target();
        if (data.target() != null && target != null) {
            quality = quality.with(Measure.KNN_R2, determination(loaded, target, placed, data.target(), threads));
        }
        facts.put("placementSha256", placed.embedding().sha256());
        Metrics.notes(facts, data);
        Metrics.number(facts, Metrics.SECONDS, seconds);
        return new PlacedFigures(new Metrics(facts, quality), loaded.schema() instanceof Schema.Columns);
    }

    private static @Nullable Labels known(Path model, GneModel loaded) throws IOException {
        Path beside = model.resolveSibling(ResultFiles.EMBEDDING);
        return Files.isRegularFile(beside)
                ? EmbeddingCsv.readLabels(beside, loaded.embedding().size())
                : null;
    }

    /** The share of placed rows whose class is that of the nearest training rows. */
    private static double accuracy(GneModel loaded, Labels known, Placed placed, Labels labels, int threads) {
        int trained = known.size();
        int[] classes = Arrays.copyOf(known.classes(), trained + labels.size());
        for (int i = 0; i < labels.size(); i++) {
            classes[trained + i] = labels.classes()[i] < 0 ? -1 : known.names().indexOf(labels.name(i));
        }
        int[] voters = labelled(classes, 0, trained);
        int[] asked = labelled(classes, trained, classes.length);
        if (voters.length < MapQuality.VOTERS || asked.length == 0) {
            return Double.NaN;
        }
        try (Parallel parallel = new Parallel(threads)) {
            return KnnAccuracy.of(
                    joint(loaded, placed),
                    new Labels(classes, known.names()),
                    voters,
                    asked,
                    MapQuality.VOTERS,
                    parallel);
        }
    }

    /** How well the mean of the nearest training rows predicts the numbers of placed rows. */
    private static double determination(GneModel loaded, Target known, Placed placed, Target asked, int threads) {
        int trained = known.size();
        double[] both = Arrays.copyOf(known.values(), trained + asked.size());
        System.arraycopy(asked.values(), 0, both, trained, asked.size());
        Target target = new Target(known.name(), both);
        int[] rows = target.knownRows();
        int[] voters = IntStream.of(rows).filter(row -> row < trained).toArray();
        int[] others = IntStream.of(rows).filter(row -> row >= trained).toArray();
        try (Parallel parallel = new Parallel(threads)) {
            return KnnR2.of(joint(loaded, placed), target, voters, others, MapQuality.VOTERS, parallel);
        }
    }

    /** The coordinates of the training rows, then those of the placed rows. */
    private static Embedding joint(GneModel loaded, Placed placed) {
        float[] map = loaded.embedding().values();
        float[] both = Arrays.copyOf(map, map.length + placed.embedding().values().length);
        System.arraycopy(placed.embedding().values(), 0, both, map.length, both.length - map.length);
        return new Embedding(both, loaded.dim());
    }

    private static int[] labelled(int[] classes, int from, int to) {
        return IntStream.range(from, to).filter(i -> classes[i] >= 0).toArray();
    }

    String summary() {
        int rows = (int) metrics.number("rows");
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "%,d row%s placed in %.1f s",
                rows,
                rows == 1 ? "" : "s",
                metrics.number(Metrics.SECONDS)));
        double share = metrics.number(SHARE);
        if (!table) {
            line.append(", ").append(metrics.quality().text(List.of(Measure.HELD_OUT_MSE)));
        } else if (Double.isFinite(share)) {
            MapQuality explained = MapQuality.none().with(Measure.EXPLAINED, share);
            line.append(", ").append(explained.text(List.of(Measure.EXPLAINED)));
        }
        String measured = metrics.quality().text(TOLD);
        line.append(measured.isEmpty() ? "" : ", " + measured);
        double unexplained = metrics.number("unexplained");
        if (Double.isFinite(unexplained)) {
            line.append(
                    unexplained == 0
                            ? "; the map explains all of them"
                            : String.format(
                                    Locale.ROOT,
                                    "; the map does not explain %,.0f of them (%.1f %%)",
                                    unexplained,
                                    100 * unexplained / rows));
        }
        return line.toString();
    }
}

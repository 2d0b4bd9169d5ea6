package org.gne;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gne.data.Column;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.loop.FitListener;
import org.gne.nn.Heads;
import org.gne.nn.Stretch;

/**
 * Writes model files for {@link CompatibilityTest}, and beside each what it says, as JSON. They are made once for a version
 * of the format and then stay as they are: a file that an older version wrote has to be read by all that follow.
 *
 * <p>Run it on the test class path, with the folder to write to: {@code src/test/resources/org/gne/models/VERSION}.
 */
public final class ModelFixtures {

    /** Places at which samples are compared. */
    static final float[][] PLACES = {{0, 0}, {1, -0.5f}, {-2, 3}};

    private ModelFixtures() {}

    public static void main(String[] args) throws IOException {
        Path directory = Files.createDirectories(Path.of(args[0]));
        GneOptions options =
                GneOptions.of(Preset.FAST).withHidden(8).withBlocks(1).withThreads(1);
        GneModel pictures = Gne.fit(Clusters.pictures(60, 3, 2), options.withEpochs(20));
        write(directory, "pictures", pictures.withMixture(thirds(60), 1));
        write(directory, "table", Gne.fit(table(), options.withEpochs(20)));
        write(directory, "mixed", Gne.fit(Clusters.table(60, 0.1), options.withEpochs(20)));
        write(
                directory,
                "volume",
                Gne.fit(Clusters.samples(40, 5), options.withDim(3).withEpochs(10)));
        Path checkpoint = directory.resolve("checkpoint.safetensors");
        FitListener stop = progress -> progress.epoch() == 7 ? FitListener.Action.STOP : FitListener.Action.CONTINUE;
        Gne.fit(
                Clusters.samples(60, 5),
                options.withEpochs(20),
                stop,
                new CheckpointOptions(checkpoint, Duration.ofDays(1)));
        said(checkpoint, GneModel.load(checkpoint));
    }

    private static Labels thirds(int rows) {
        int[] classes = new int[rows];
        for (int i = 0; i < rows; i++) {
            classes[i] = i % 10 == 9 ? -1 : i % 3;
        }
        return new Labels(classes, List.of("one", "two, \"quoted\"", "drei ü"));
    }

    /** A number, a boolean, a category of three. */
    private static Samples table() {
        float[][] rows = Clusters.rows(60, 1);
        float[] values = new float[60 * 5];
        for (int i = 0; i < 60; i++) {
            values[i * 5] = 100 + 10 * rows[i][0];
            values[i * 5 + 1] = i % 2;
            values[i * 5 + 2 + i % 3] = 1;
        }
        return Samples.ofFloats(
                values,
                new Schema.Columns(List.of(
                        Column.number("height, cm"),
                        Column.bool("wild"),
                        Column.category("colour", List.of("red", "grün", "b\"l\"ue")))));
    }

    private static void write(Path directory, String name, GneModel model) throws IOException {
        Path file = directory.resolve(name + ".safetensors");
        model.save(file);
        said(file, model);
    }

    private static void said(Path file, GneModel model) throws IOException {
        String json = JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(facts(model)) + "\n";
        Files.writeString(file.resolveSibling(file.getFileName() + ".json"), json);
    }

    /** What a model says, down to the last bit where that is fixed. What version 0.1 did not know is left out for its files. */
    static Map<String, Object> facts(GneModel model) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("embeddingSha256", model.embedding().sha256());
        facts.put("rows", model.embedding().size());
        facts.put("dim", model.dim());
        facts.put(
                "columns",
                IntStream.range(0, model.schema().width())
                        .mapToObj(model.schema()::valueName)
                        .collect(Collectors.joining("|")));
        facts.put("scaling", model.scaling().kind().name());
        facts.put("epochs", model.record().epochs());
        facts.put("seed", Long.toString(model.record().seed()));
        facts.put("explainedError", Double.toString(model.record().explainedError()));
        float[][] places = new float[PLACES.length][];
        for (int i = 0; i < places.length; i++) {
            places[i] = Arrays.copyOf(PLACES[i], model.dim());
        }
        facts.put("samples", Arrays.deepToString(model.generate(places)));
        Heads heads = model.decoder().heads();
        if (!heads.plain()) {
            facts.put(
                    "heads", heads.stretches().stream().map(ModelFixtures::text).collect(Collectors.joining("|")));
        }
        if (Double.isFinite(model.explained().total())) {
            facts.put("explained", Double.toString(model.explained().total()));
        }
        if (model.labels() != null) {
            facts.put("classes", String.join("|", model.labels().names()));
            facts.put("labels", Arrays.toString(model.labels().classes()));
        }
        if (model.mixture() != null) {
            facts.put("components", model.mixture().components().components());
            facts.put("means", Arrays.toString(model.mixture().components().means()));
            facts.put("threshold", Double.toString(model.mixture().threshold()));
        }
        return facts;
    }

    private static String text(Stretch stretch) {
        return stretch
                + Arrays.toString(stretch.weights())
                + Arrays.toString(stretch.scales())
                + Arrays.toString(stretch.dispersion())
                + Arrays.toString(stretch.usual());
    }
}

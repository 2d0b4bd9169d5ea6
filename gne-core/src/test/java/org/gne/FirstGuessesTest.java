package org.gne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.gne.data.Dataset;
import org.gne.data.Embedding;
import org.gne.data.Ids;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.data.Target;
import org.gne.loop.FitListener;
import org.gne.place.Placed;
import org.gne.quality.MapQuality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What people who know openTSNE, scikit-learn or Smile try first. The list was written before the methods were: {@code fit(X)}
 * and {@code fit(X, y)} of arrays of floats and doubles, options by name, {@code transform} of arrays and of one row, {@code
 * inverse_transform} of points, {@code sample}, {@code score}, labels as texts or numbers, printing a model, saving and
 * loading it. Each test is one guess or a few alike; the guess is the line that calls.
 */
class FirstGuessesTest {

    private static final int ROWS = 120;

    private static final float[][] X = Clusters.rows(ROWS, 5);

    private static final GneOptions QUICK =
            GneOptions.of(Preset.FAST).withSeed(7).withHidden(8).withBlocks(1).withEpochs(3);

    private static final String[] Y = names();

    private static final Dataset DATA =
            Dataset.of(X).withName("flowers").withLabels(Labels.of(Y)).withIds(Ids.of(ids()));

    private static final GneModel MODEL = Gne.fit(DATA, QUICK);

    @TempDir
    Path directory;

    private static String[] names() {
        String[] names = new String[ROWS];
        Arrays.setAll(names, i -> "rose tulip lily".split(" ")[i % 3]);
        return names;
    }

    private static String[] ids() {
        String[] ids = new String[ROWS];
        Arrays.setAll(ids, i -> "flower \u00fc" + i);
        return ids;
    }

    private static double[][] doubles() {
        return Arrays.stream(X)
                .map(row -> {
                    double[] wide = new double[row.length];
                    Arrays.setAll(wide, j -> row[j]);
                    return wide;
                })
                .toArray(double[][]::new);
    }

    private static String sha(GneModel model) {
        return model.embedding().sha256();
    }

    // 1 to 4: fit(X)

    @Test
    void fitOfAnArrayOfFloats() {
        GneModel model = Gne.fit(X, QUICK);
        assertThat(sha(model)).isEqualTo(sha(MODEL));
    }

    @Test
    void fitOfAnArrayOfDoubles() {
        GneModel model = Gne.fit(doubles(), QUICK);
        assertThat(sha(model)).isEqualTo(sha(MODEL));
    }

    @Test
    void fitOfSamples() {
        GneModel model = Gne.fit(Samples.of(doubles()), QUICK);
        assertThat(sha(model)).isEqualTo(sha(MODEL));
    }

    @Test
    void fitOfADataset() {
        GneModel model = Gne.fit(Dataset.of(doubles()), QUICK);
        assertThat(sha(model)).isEqualTo(sha(MODEL));
    }

    // 5: the defaults

    @Test
    void fitWithoutOptions() {
        float[][] few = Arrays.copyOf(X, 12);
        assertThat(Gne.fit(few).embedding().size()).isEqualTo(12);
        assertThat(Gne.fit(Dataset.of(few)).record().preset()).isEqualTo("default");
    }

    // 6 and 7: callbacks

    @Test
    void aListenerIsALambdaThatCanStopTheFit() {
        FitListener twice = progress -> progress.epoch() < 2 ? FitListener.Action.CONTINUE : FitListener.Action.STOP;
        assertThat(Gne.fit(X, QUICK, twice).record().epochs()).isEqualTo(2);
        assertThat(Gne.fit(doubles(), QUICK, twice).record().epochs()).isEqualTo(2);
        assertThat(Gne.fit(DATA, QUICK, twice).record().epochs()).isEqualTo(2);
    }

    // 8 to 11: fit(X, y): what is known of the rows stays in the model

    @Test
    void labelsAndIdsStayInTheModel() {
        assertThat(MODEL.labels()).isEqualTo(Labels.of(Y));
        assertThat(MODEL.ids()).isEqualTo(Ids.of(ids()));
        assertThat(Objects.requireNonNull(MODEL.mixture()).names()).containsExactly("lily", "rose", "tulip");
    }

    @Test
    void labelsThatAreNumbersStayInTheModel() {
        Target price = new Target("price", new double[ROWS]);
        assertThat(Gne.fit(Dataset.of(X).withTarget(price), QUICK).target()).isEqualTo(price);
    }

    @Test
    void labelsAreTextsOrNumbers() {
        assertThat(Labels.of("b", "a", "b", null).classes()).containsExactly(1, 0, 1, -1);
        assertThat(Labels.of(Arrays.asList("b", "a", "")).classes()).containsExactly(1, 0, -1);
        Labels numbers = Labels.of(new int[] {7, 3, 7, -1});
        assertThat(numbers.classes()).containsExactly(1, 0, 1, -1);
        assertThat(numbers.names()).containsExactly("3", "7");
    }

    // 12 to 16: options by name

    @Test
    void optionsByName() {
        GneOptions options = GneOptions.defaults()
                .withSeed(42)
                .withThreads(2)
                .withDim(3)
                .withEpochs(5)
                .withBatch(64)
                .withNeighbors(15)
                .withNeighbors(n -> n.withWeight(2));
        assertThat(options.training().loop().batch()).isEqualTo(64);
        assertThat(options.training().neighbors().neighbors()).isEqualTo(15);
        assertThat(options.training().neighbors().weight()).isEqualTo(2);
        assertThat(GneOptions.of(Preset.of("fast"))).isEqualTo(GneOptions.of(Preset.FAST));
    }

    // 17 and 18: the coordinates

    @Test
    void theCoordinatesAreAnArray() {
        float[][] map = MODEL.embedding().toArray();
        assertThat(map).hasDimensions(ROWS, 2);
        assertThat(MODEL.embedding().point(3)).isEqualTo(map[3]);
    }

    // 19 to 22: transform

    @Test
    void placeOfAnArray() {
        Placed placed = MODEL.place(X);
        assertThat(placed.embedding()).isEqualTo(MODEL.place(doubles()).embedding());
        assertThat(placed.embedding()).isEqualTo(MODEL.place(Samples.of(X)).embedding());
        assertThat(MODEL.placer().place(X[0])).isEqualTo(placed.embedding().point(0));
    }

    // 23 to 26: inverse_transform, and what else is generated

    @Test
    void generateAtAPointOrAtMany() {
        float[][] many = MODEL.generate(new float[][] {{0.5f, -1}, {0, 0}});
        assertThat(MODEL.generate(0.5f, -1)).isEqualTo(many[0]);
    }

    @Test
    void sampleDrawsRandomRows() {
        assertThat(MODEL.sample(10, 1)).hasDimensions(10, 5);
        assertThat(MODEL.sample(10, 1, "tulip")).isDeepEqualTo(MODEL.generate(MODEL.samplePlaces(10, 1, "tulip")));
    }

    @Test
    void pathGoesThroughItsCorners() {
        float[][] along =
                MODEL.path(9, MODEL.embedding().point(0), MODEL.embedding().point(1));
        assertThat(along).hasDimensions(9, 5);
        assertThat(along[0]).isEqualTo(MODEL.generate(MODEL.embedding().point(0)));
        assertThat(along[8]).containsExactly(MODEL.generate(MODEL.embedding().point(1)), offset(1e-5f));
    }

    @Test
    void gridCoversTheMap() {
        assertThat(MODEL.grid(4)).isDeepEqualTo(MODEL.generate(MODEL.gridPlaces(4)));
    }

    // 27: score

    @Test
    void qualityOfTheTrainingRows() {
        MapQuality quality = MODEL.quality(DATA);
        assertThat(quality.trustworthiness()).isBetween(0.5, 1.0);
        assertThat(MODEL.quality(Dataset.of(X)).byKey()).isEqualTo(quality.byKey());
    }

    // 28: missing values

    @Test
    void imputeOfNewRows() {
        float[][] gaps = {X[0].clone(), X[1].clone()};
        gaps[0][2] = Float.NaN;
        float[] whole = new float[5];
        MODEL.impute(Samples.of(gaps)).read(0, whole, 0);
        assertThat(whole[2]).isFinite();
        assertThat(whole[1]).isEqualTo(X[0][1]);
    }

    // 29: no method depends on another that was called before

    @Test
    void analysesNeedNoOtherCallBefore() {
        assertThat(MODEL.overlap()).isNotNull();
        assertThat(MODEL.highest(0).place()).hasSize(2);
        assertThat(MODEL.mode(0).place()).hasSize(2);
        assertThat(MODEL.reconstructionErrors(Samples.of(X))).hasSize(ROWS);
    }

    // 30: save, load, print, compare

    @Test
    void aSavedModelIsLoaded() throws Exception {
        Path file = directory.resolve("flowers.safetensors");
        MODEL.save(file);
        GneModel loaded = GneModel.load(file);
        assertThat(loaded.embedding()).isEqualTo(MODEL.embedding()).hasSameHashCodeAs(MODEL.embedding());
        assertThat(loaded.labels()).isEqualTo(MODEL.labels()).hasSameHashCodeAs(MODEL.labels());
        assertThat(loaded.ids()).isEqualTo(MODEL.ids()).hasSameHashCodeAs(MODEL.ids());
        assertThat(loaded.grid(3)).isDeepEqualTo(MODEL.grid(3));
    }

    @Test
    void toStringSaysWhatTheObjectIs() {
        assertThat(MODEL)
                .asString()
                .startsWith("GneModel: a map of dimension 2 of 120 rows of 5 values, Labels of 120 rows, 3 classes;"
                        + " preset fast, 3 epochs, explained ");
        assertThat(MODEL.embedding()).hasToString("Embedding of 120 points of dimension 2");
        assertThat(MODEL.labels()).hasToString("Labels of 120 rows, 3 classes");
        assertThat(DATA).hasToString("Dataset flowers: 120 rows of 5 values, Labels of 120 rows, 3 classes, with ids");
        assertThat(Samples.of(X)).hasToString("Samples: 120 rows of 5 values");
        assertThat(MODEL.place(X)).asString().startsWith("Placed: 120 rows");
        assertThat(new Embedding(new float[4], 2)).isEqualTo(new Embedding(new float[4], 2));
        assertThat(MODEL).isNotEqualTo(Gne.fit(DATA, QUICK));
    }
}

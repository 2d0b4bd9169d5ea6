package org.gne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.gne.analysis.Ascent;
import org.gne.analysis.ClassOverlap;
import org.gne.analysis.Regions;
import org.gne.data.Labels;
import org.gne.data.SafeTensors;
import org.gne.data.Samples;
import org.gne.data.Target;
import org.gne.data.Tensor;
import org.gne.mixture.MapMixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a model says of its map, through its file too. */
class ModelReadingTest {

    private static final int ROWS = 600;

    private static final float[][] VALUES = Clusters.rows(ROWS, 6);

    private static final Samples SAMPLES = Samples.of(VALUES);

    private static final Labels LABELS =
            new Labels(IntStream.range(0, ROWS).map(i -> i % 3).toArray(), List.of("a", "b", "\u00fc,\"c\""));

    private static final GneModel PLAIN = PlainModel.of(fit());

    private static final GneModel MODEL = PLAIN.withMixture(LABELS, 2);

    @TempDir
    Path directory;

    private static GneModel fit() {
        GneOptions options =
                GneOptions.of(Preset.FAST).withHidden(16).withBlocks(2).withThreads(2);
        return Gne.fit(
                SAMPLES, options.withTraining(options.training().withEpochs(25).withBatch(64)));
    }

    private Path saved(GneModel model) throws IOException {
        Path file = directory.resolve("model.safetensors");
        model.save(file);
        return file;
    }

    private static MapMixture mixture(GneModel model) {
        return Objects.requireNonNull(model.mixture());
    }

    @Test
    void classesAndMixtureAreLoadedBitForBit() throws IOException {
        GneModel loaded = GneModel.load(saved(MODEL));
        Labels labels = Objects.requireNonNull(loaded.labels());
        assertThat(labels.names()).isEqualTo(LABELS.names());
        assertThat(labels.classes()).isEqualTo(LABELS.classes());
        assertThat(mixture(loaded).classes()).isEqualTo(mixture(MODEL).classes());
        assertThat(mixture(loaded).threshold()).isEqualTo(mixture(MODEL).threshold());
        assertThat(mixture(loaded).sample(50, 2)).isDeepEqualTo(mixture(MODEL).sample(50, 2));
        assertThat(mixture(loaded).logDensity(new float[] {0.3f, -0.2f}))
                .isEqualTo(mixture(MODEL).logDensity(new float[] {0.3f, -0.2f}));
    }

    @Test
    void filesWithoutClassesAndMixtureAreRead() throws IOException {
        GneModel loaded = GneModel.load(saved(PLAIN));
        assertThat(loaded.labels()).isNull();
        assertThat(loaded.mixture()).isNull();
        assertThatIllegalStateException().isThrownBy(() -> loaded.highest(0)).withMessageContaining("no mixture");
        assertThatIllegalStateException().isThrownBy(() -> loaded.overlap(1)).withMessageContaining("not known");
    }

    @Test
    void aMixtureWithoutClassesIsSaved() throws IOException {
        GneModel loaded = GneModel.load(saved(PLAIN.withMixture(null, 1)));
        assertThat(loaded.labels()).isNull();
        assertThat(mixture(loaded).names()).isEmpty();
    }

    @Test
    void labelsThatAreNumbersAreLoadedBitForBit() throws IOException {
        double[] values = new double[ROWS];
        Arrays.setAll(values, row -> row % 5 == 0 ? Double.NaN : 1.7e12 + row / 3.0);
        GneModel priced = PLAIN.withMixture(null, 1).withTarget(new Target("price \u00e9", values));
        GneModel loaded = GneModel.load(saved(priced));
        assertThat(Objects.requireNonNull(loaded.target()).name()).isEqualTo("price \u00e9");
        assertThat(loaded.target().values()).isEqualTo(values);
        assertThat(loaded.rowLabels()).isSameAs(loaded.target());
        assertThat(loaded.withTarget(null).target()).isNull();
        assertThatIllegalStateException()
                .isThrownBy(() -> loaded.overlap(1))
                .withMessage("the label price \u00e9 is a number, expected classes: withMixture");
        assertThatThrownBy(() -> PLAIN.withTarget(new Target("price", new double[3])))
                .hasMessageContaining("3 labels for 600 points");
        Path file = saved(priced);
        SafeTensors content = SafeTensors.read(file);
        Map<String, Tensor> tensors = new LinkedHashMap<>(content.tensors());
        tensors.put("target", Tensor.ofFloats(new float[ROWS], ROWS));
        new SafeTensors(content.metadata(), tensors).write(file);
        assertThatThrownBy(() -> GneModel.load(file))
                .hasMessageContaining("tensor target is F32[600], expected F64[600]");
        tensors.put("target", Tensor.ofDoubles(values, ROWS));
        Map<String, String> metadata = new LinkedHashMap<>(content.metadata());
        metadata.remove("target");
        new SafeTensors(metadata, tensors).write(file);
        assertThatThrownBy(() -> GneModel.load(file)).hasMessageContaining("the header has no target");
    }

    @Test
    void damagedClassesAndMixturesAreNamed() throws IOException {
        broken("tensor mixture.means is F32[1], expected", "mixture.means", Tensor.ofFloats(new float[1], 1));
        broken("tensor labels is I32[2], expected I32[600]", "labels", Tensor.ofInts(new int[2], 2));
        int n = mixture(MODEL).components().components();
        broken("positive definite", "mixture.covariances", Tensor.ofFloats(new float[4 * n], n, 2, 2));
        int[] classes = new int[n];
        Arrays.fill(classes, 7);
        broken("a component of class 7", "mixture.classes", Tensor.ofInts(classes, n));
    }

    private void broken(String message, String name, Tensor tensor) throws IOException {
        Path file = saved(MODEL);
        SafeTensors content = SafeTensors.read(file);
        Map<String, Tensor> tensors = new LinkedHashMap<>(content.tensors());
        tensors.put(name, tensor);
        new SafeTensors(content.metadata(), tensors).write(file);
        assertThatThrownBy(() -> GneModel.load(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(message);
    }

    @Test
    void samplesOfAClassAreLikeItsRows() {
        for (int label = 0; label < 3; label++) {
            float[][] samples = MODEL.generate(mixture(MODEL).sample(40, label, 3));
            int own = label;
            long right = Arrays.stream(samples)
                    .filter(sample -> nearest(sample) == own)
                    .count();
            assertThat(right).as("class %d", label).isGreaterThanOrEqualTo(38);
        }
    }

    /** The class of the nearest row. */
    private static int nearest(float[] sample) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int row = 0; row < ROWS; row++) {
            double sum = 0;
            for (int j = 0; j < sample.length; j++) {
                double d = sample[j] - VALUES[row][j];
                sum += d * d;
            }
            best = sum < least ? row : best;
            least = Math.min(sum, least);
        }
        return best % 3;
    }

    @Test
    void aFeatureIsHighestAtAPlaceOfAHighRow() {
        for (int column = 0; column < 6; column++) {
            Ascent.Peak peak = MODEL.highest(column);
            int own = column;
            float[][] generated = MODEL.generate(MODEL.embedding().toArray());
            double highest = IntStream.range(0, ROWS)
                    .filter(row -> !mixture(MODEL).isSparse(MODEL.embedding().point(row)))
                    .mapToDouble(row -> generated[row][own])
                    .max()
                    .orElseThrow();
            assertThat(peak.value()).as("column %d", column).isGreaterThanOrEqualTo(highest - 1e-4);
            assertThat(mixture(MODEL).isSparse(peak.place())).isFalse();
            assertThat(MODEL.generate(new float[][] {peak.place()})[0][column]).isEqualTo((float) peak.value());
        }
    }

    @Test
    void theModeOfAClassBelongsToIt() {
        for (int label = 0; label < 3; label++) {
            Ascent.Peak mode = MODEL.mode(label);
            assertThat(mixture(MODEL).classProbabilities(mode.place())[label]).isGreaterThan(0.99);
            for (float[] place : mixture(MODEL).sample(200, label, 5)) {
                var own = Objects.requireNonNull(mixture(MODEL).ofClass(label));
                assertThat(own.logDensity(new double[] {place[0], place[1]})).isLessThanOrEqualTo(mode.value() + 1e-6);
            }
        }
    }

    @Test
    void regionsFollowTheClassesByNeighboursAndDecoder() {
        Regions regions = MODEL.regions(SAMPLES, 40, 2);
        assertThat(Math.max(regions.columns(), regions.lines())).isEqualTo(40);
        assertThat(regions.agreement()).isGreaterThan(0.8);
        // The cell of a row that is not near a boundary has the row's class.
        int right = 0;
        for (int row = 0; row < ROWS; row++) {
            int column = cell(
                    MODEL.embedding().get(row, 0),
                    regions.x().low(),
                    regions.x().high(),
                    regions.columns());
            int line = cell(
                    -MODEL.embedding().get(row, 1),
                    -regions.y().high(),
                    -regions.y().low(),
                    regions.lines());
            right += regions.byNeighbors()[line * regions.columns() + column] == row % 3 ? 1 : 0;
        }
        assertThat((double) right / ROWS).isGreaterThan(0.95);
        assertThat(MODEL.regions(SAMPLES, 40, 1).byDecoder()).isEqualTo(regions.byDecoder());
    }

    private static int cell(float value, double low, double high, int cells) {
        return (int) Math.max(0, Math.min(cells - 1, (value - low) / (high - low) * cells));
    }

    @Test
    void classesThatLieApartDoNotOverlap() {
        ClassOverlap overlap = MODEL.overlap(2);
        assertThat(overlap.pairs())
                .allSatisfy(pair -> assertThat(pair.byNeighbors()).isCloseTo(0, offset(0.02)));
    }
}

package org.gne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.gne.data.ScalingKind;
import org.gne.data.Schema;
import org.gne.loop.FitListener;
import org.gne.loop.FitProgress;
import org.gne.loop.Schedule;
import org.gne.nn.AdamOptions;
import org.gne.nn.Heads;
import org.gne.nn.Loss;
import org.gne.search.SearchOptions;
import org.gne.train.TrainingOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GneTest {

    private static final Samples CLUSTERS = Clusters.samples(600, 20);

    private static final GneOptions OPTIONS = options(Preset.FAST, 12);

    private static GneOptions options(Preset preset, int epochs) {
        GneOptions options = GneOptions.of(preset).withHidden(16).withBlocks(2).withThreads(2);
        return options.withTraining(options.training().withEpochs(epochs).withBatch(128));
    }

    private static GneOptions with(SearchOptions search) {
        return OPTIONS.withTraining(OPTIONS.training().withSearch(search));
    }

    @AfterEach
    void forgetInterruption() {
        Thread.interrupted();
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedGivesTheSameMapForAnyNumberOfThreads(Preset preset) {
        GneOptions options = options(preset, 6);
        GneModel one = Gne.fit(CLUSTERS, options.withThreads(1));
        for (int threads : new int[] {1, 2, 5}) {
            GneModel other = Gne.fit(CLUSTERS, options.withThreads(threads));
            assertThat(other.embedding().sha256())
                    .as("threads %d", threads)
                    .isEqualTo(one.embedding().sha256());
            assertThat(other.decoder().parameters()).isEqualTo(one.decoder().parameters());
            assertThat(other.record().trainingLoss()).isEqualTo(one.record().trainingLoss());
        }
        assertUsable(one, 600);
    }

    @Test
    void anotherSeedGivesAnotherMap() {
        assertThat(Gne.fit(CLUSTERS, OPTIONS.withSeed(1)).embedding().sha256())
                .isNotEqualTo(Gne.fit(CLUSTERS, OPTIONS.withSeed(2)).embedding().sha256());
    }

    @Test
    void aFitDoesNotChangeTheRows() {
        float[][] rows = Clusters.rows(100, 5);
        float[] flat = new float[500];
        for (int i = 0; i < 100; i++) {
            System.arraycopy(rows[i], 0, flat, 5 * i, 5);
        }
        float[] before = flat.clone();
        Gne.fit(Samples.ofFloats(flat, Schema.Columns.numbered(5)), OPTIONS.withEpochs(2));
        assertThat(flat).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7})
    void mapsOfAnyDimensionAreFitted(int dim) {
        GneModel model = Gne.fit(CLUSTERS, OPTIONS.withDim(dim));
        assertThat(model.dim()).isEqualTo(dim);
        assertUsable(model, 600);
        // Three clusters in standardised columns: their means alone explain nearly all.
        assertThat(mse(model, CLUSTERS)).isLessThan(0.3);
    }

    @Test
    void searchIsOffAboveThreeDimensions() {
        SearchOptions search = new SearchOptions(256, 0, 1, 1, 0, 0);
        for (int dim = 1; dim <= 4; dim++) {
            List<Integer> moved = new ArrayList<>();
            Gne.fit(CLUSTERS, with(search).withDim(dim).withEpochs(3), progress -> {
                moved.add(progress.moved());
                return FitListener.Action.CONTINUE;
            });
            if (dim <= 3) {
                assertThat(moved).as("dim %d", dim).hasSize(3).allMatch(rows -> rows >= 0);
            } else {
                assertThat(moved).as("dim %d", dim).containsExactly(-1, -1, -1);
            }
        }
    }

    @Test
    void theLossFallsAndTheListenerReceivesTheProgress() {
        List<FitProgress> told = new ArrayList<>();
        GneModel model = Gne.fit(CLUSTERS, OPTIONS, progress -> {
            told.add(progress);
            assertThat(progress.embedding().size()).isEqualTo(600);
            return FitListener.Action.CONTINUE;
        });
        assertThat(told).extracting(FitProgress::epoch).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(told).allMatch(progress -> progress.epochs() == 12 && progress.rowsPerSecond() > 0);
        assertThat(told.get(11).loss()).isLessThan(told.get(0).loss() / 3);
        assertThat(told.get(11).secondsLeft()).isZero();
        assertThat(model.record().trainingLoss()).isEqualTo(told.get(11).loss());
        assertThat(model.record().epochs()).isEqualTo(12);
        assertThat(model.record().rows()).isEqualTo(600);
        assertThat(model.record().gflops()).isPositive().isFinite();
    }

    @ParameterizedTest
    @EnumSource(TrainingOptions.Start.class)
    void everyKindOfInitialCoordinatesWorks(TrainingOptions.Start start) {
        assertUsable(Gne.fit(CLUSTERS, OPTIONS.withTraining(OPTIONS.training().withStart(start))), 600);
    }

    @Test
    void aBatchMayBeLargerThanTheData() {
        assertUsable(Gne.fit(CLUSTERS, OPTIONS.withTraining(OPTIONS.training().withBatch(100_000))), 600);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 63, 64, 65})
    void batchesOfAnySizeAreTrained(int batch) {
        Samples samples = Clusters.samples(65, 20);
        GneOptions options =
                OPTIONS.withTraining(OPTIONS.training().withBatch(batch).withEpochs(2));
        GneModel one = Gne.fit(samples, options.withThreads(1));
        assertUsable(one, 65);
        assertThat(Gne.fit(samples, options.withThreads(3)).embedding().sha256())
                .isEqualTo(one.embedding().sha256());
    }

    @ParameterizedTest
    @EnumSource
    void aFitOfVeryFewRowsWorks(Preset preset) {
        for (int rows : new int[] {1, 2, 3}) {
            for (int dim : new int[] {1, 2, 3, 4, 5}) {
                Samples samples = Clusters.samples(rows, 20);
                assertUsable(Gne.fit(samples, options(preset, 4).withDim(dim)), rows);
            }
        }
        assertUsable(Gne.fit(Clusters.unit(1, 20), options(preset, 4)), 1);
    }

    @ParameterizedTest
    @EnumSource(names = "PAPER", mode = EnumSource.Mode.EXCLUDE)
    void aSmallFirstLossIsNotTakenForDivergence(Preset preset) {
        for (int seed = 1; seed <= 10; seed++) {
            GneOptions options =
                    GneOptions.of(preset).withEpochs(2).withSeed(seed).withThreads(1);
            assertUsable(Gne.fit(Samples.of(new float[][] {{1, 2, 3}}), options), 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFitOfEqualRowsWorks(Preset preset) {
        for (Samples source : List.of(Clusters.samples(1, 20), Clusters.unit(1, 20))) {
            float[] row = new float[20];
            source.read(0, row, 0);
            float[][] rows = new float[100][];
            Arrays.fill(rows, row);
            Samples same = Samples.of(rows);
            GneModel model = Gne.fit(same, options(preset, 12));
            assertUsable(model, 100);
            float[] generated = model.generate(model.embedding().toArray())[7];
            for (int j = 0; j < 20; j++) {
                assertThat(generated[j]).isBetween(row[j] - 1.5f, row[j] + 1.5f);
            }
        }
    }

    @Test
    void constantColumnsKeepTheirValue() {
        float[][] rows = Clusters.rows(300, 6);
        for (float[] row : rows) {
            row[1] = 1e6f;
            row[4] = 0;
        }
        GneModel model = Gne.fit(Samples.of(rows), OPTIONS);
        assertUsable(model, 300);
        for (float[] generated : model.generate(model.embedding().toArray())) {
            assertThat(generated[1]).isBetween(1e6f - 2, 1e6f + 2);
            assertThat(generated[4]).isBetween(-1f, 1f);
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {0, 1, 255, -3, 1e30f, -1e-30f, Float.MAX_VALUE})
    void aTableOfOneValueIsFitted(float value) {
        float[][] rows = new float[50][4];
        for (float[] row : rows) {
            Arrays.fill(row, value);
        }
        assertUsable(Gne.fit(Samples.of(rows), OPTIONS.withEpochs(3)), 50);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 17})
    void rowsOfAnyWidthAreFitted(int width) {
        for (int dim = 1; dim <= 4; dim++) {
            assertUsable(
                    Gne.fit(Clusters.samples(100, width), OPTIONS.withDim(dim).withEpochs(3)), 100);
        }
    }

    @Test
    void decodersOfAnySizeAreFitted() {
        for (int hidden : new int[] {1, 13, 65}) {
            for (int blocks : new int[] {0, 1}) {
                GneOptions options =
                        OPTIONS.withHidden(hidden).withBlocks(blocks).withEpochs(2);
                assertUsable(Gne.fit(CLUSTERS, options), 600);
            }
        }
    }

    @Test
    void crossEntropyFitsValuesFrom0To1() {
        Samples samples = Clusters.unit(600, 20);
        GneOptions options = OPTIONS.withLoss(Loss.CROSS_ENTROPY).withScaling(ScalingKind.UNIT);
        GneModel model = Gne.fit(samples, options);
        assertUsable(model, 600);
        assertThat(model.decoder().heads()).isEqualTo(Heads.unit(20, Loss.CROSS_ENTROPY));
        assertThat(model.record().loss()).isEqualTo("CROSS_ENTROPY");
        assertThat(mse(model, samples)).isLessThan(0.01);
    }

    @Test
    void crossEntropyOfOtherValuesIsRejected() {
        GneOptions options = OPTIONS.withLoss(Loss.CROSS_ENTROPY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gne.fit(CLUSTERS, options))
                .withMessageStartingWith("CROSS_ENTROPY needs data between 0 and 1, decoded by a sigmoid");
    }

    @ParameterizedTest
    @EnumSource
    void everyScalingCanBeFitted(ScalingKind scaling) {
        GneModel model = Gne.fit(CLUSTERS, OPTIONS.withScaling(scaling));
        assertThat(model.scaling().kind()).isEqualTo(scaling);
        assertUsable(model, 600);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void infiniteValuesAreNamed(float value) {
        float[][] rows = Clusters.rows(10, 4);
        rows[7][2] = value;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gne.fit(Samples.of(rows), OPTIONS))
                .withMessage(
                        "row 7, column 2: found " + value + ", expected a finite number, or NaN where it is missing");
    }

    @Test
    void aFitWithoutRowsIsRejected() {
        Samples none = Samples.ofFloats(new float[0], Schema.Columns.numbered(3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gne.fit(none, OPTIONS))
                .withMessageContaining("found 0, expected at least 1");
        assertThatIllegalArgumentException().isThrownBy(() -> Samples.of(new float[0][]));
    }

    @Test
    void optionsOutOfRangeAreRejected() {
        refuses(() -> OPTIONS.withDim(0), "dim: found 0, expected at least 1");
        refuses(() -> OPTIONS.withHidden(0), "hidden: found 0, expected at least 1");
        refuses(() -> OPTIONS.withBlocks(-1), "blocks: found -1, expected at least 0");
        refuses(() -> OPTIONS.withThreads(0), "threads: found 0, expected at least 1");
        refuses(() -> OPTIONS.withEpochs(0), "epochs: found 0, expected at least 1");
        refuses(() -> OPTIONS.training().withBatch(0), "batch: found 0, expected at least 1");
        refuses(() -> Schedule.constant(-1), "from -1.0");
        refuses(() -> Schedule.cosine(Double.NaN, 0), "from NaN");
        refuses(() -> Schedule.linear(0, Double.POSITIVE_INFINITY), "to Infinity");
        refuses(() -> new SearchOptions(-1, 0, 1, 1, 0, 0), "found -1");
        refuses(() -> new SearchOptions(1, 0, 0, 1, 0, 0), "found 0");
        refuses(() -> new SearchOptions(1, 0, 1, 1.5, 0, 0), "found 1.5");
        refuses(() -> new SearchOptions(1, 0, 1, 1, 2, 0), "found 2");
        refuses(() -> new AdamOptions(1, 0.9, 1e-7), "decays 1.0");
        refuses(() -> new AdamOptions(0.9, 0.9, 0), "found 0.0");
        refuses(() -> Preset.of("fats"), "preset: found fats, expected one of paper, fast, default, best");
        refuses(() -> Gne.fit(CLUSTERS, OPTIONS.withHidden(Integer.MAX_VALUE)), "parameters, expected below 2^31");
    }

    private static void refuses(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .containsPattern(message.replace("^", "\\^"));
    }

    @Test
    void presetsHaveNames() {
        for (Preset preset : Preset.values()) {
            assertThat(Preset.of(preset.toString())).isEqualTo(preset);
            assertThat(Preset.of(preset.name())).isEqualTo(preset);
        }
    }

    @Test
    void stoppingAfterAnEpochReturnsTheMapSoFar() {
        List<String> maps = new ArrayList<>();
        GneModel model = Gne.fit(CLUSTERS, OPTIONS, progress -> {
            maps.add(progress.embedding().sha256());
            return progress.epoch() == 3 ? FitListener.Action.STOP : FitListener.Action.CONTINUE;
        });
        assertThat(maps).hasSize(3);
        assertThat(model.record().epochs()).isEqualTo(3);
        assertThat(model.embedding().sha256()).isEqualTo(maps.get(2));
        assertUsable(model, 600);
    }

    /** Stops after some rows of some epoch. */
    private record StopIn(int epoch, int rows) implements FitListener {
        @Override
        public Action onEpoch(FitProgress progress) {
            return Action.CONTINUE;
        }

        @Override
        public Action onBatch(int underWay, int done) {
            return underWay == epoch && done >= rows ? Action.STOP : Action.CONTINUE;
        }
    }

    @Test
    void stoppingWithinAnEpochReturnsTheMapSoFar() {
        GneModel model = Gne.fit(CLUSTERS, OPTIONS, new StopIn(3, 200));
        assertThat(model.record().epochs()).isEqualTo(2);
        assertThat(model.record().trainingLoss()).isFinite();
        assertUsable(model, 600);

        GneModel early = Gne.fit(CLUSTERS, OPTIONS, new StopIn(1, 1));
        assertThat(early.record().epochs()).isZero();
        assertThat(early.record().trainingLoss()).isNaN();
        assertUsable(early, 600);
    }

    @Test
    void interruptionReturnsTheMapSoFarAndStaysSet() {
        GneModel model = Gne.fit(CLUSTERS, OPTIONS, progress -> {
            if (progress.epoch() == 2) {
                Thread.currentThread().interrupt();
            }
            return FitListener.Action.CONTINUE;
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(model.record().epochs()).isEqualTo(2);
        assertUsable(model, 600);

        Thread.currentThread().interrupt();
        assertThat(Gne.fit(CLUSTERS, OPTIONS).record().epochs()).isZero();
    }

    @Test
    void anExceptionOfTheListenerIsThrownByTheFit() {
        assertThatThrownBy(() -> Gne.fit(CLUSTERS, OPTIONS, progress -> {
                    throw new IllegalStateException("told");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("told");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e3, 1e6, 1e12, 1e30})
    void divergenceKeepsAUsableModel(double rate) {
        for (int batch : new int[] {128, 600}) {
            for (SearchOptions search : List.of(SearchOptions.OFF, new SearchOptions(256, 0, 1, 1, 0, 0))) {
                TrainingOptions training =
                        with(search).training().withBatch(batch).withDecoderRate(Schedule.constant(rate));
                diverges(CLUSTERS, OPTIONS.withTraining(training));
            }
        }
    }

    @Test
    void divergenceOfASigmoidIsDetected() {
        Samples unit = Clusters.unit(600, 20);
        for (int batch : new int[] {128, 600}) {
            TrainingOptions training =
                    with(SearchOptions.OFF).training().withBatch(batch).withDecoderRate(Schedule.constant(1e30));
            diverges(unit, OPTIONS.withTraining(training));
        }
    }

    @Test
    void divergenceOfCoordinatesIsDetected() {
        for (int batch : new int[] {128, 600}) {
            TrainingOptions training =
                    with(SearchOptions.OFF).training().withBatch(batch).withCoordinateRate(Schedule.constant(1e38));
            diverges(CLUSTERS, OPTIONS.withTraining(training));
        }
    }

    @Test
    void lateDivergenceReturnsTheLastGoodEpoch() {
        // Sound at first: the rate grows without measure.
        Schedule growing = new Schedule(0.01, 1e30, Schedule.Curve.LINEAR, 1);
        TrainingOptions training = OPTIONS.training().withBatch(600).withDecoderRate(growing);
        GneModel kept = diverges(CLUSTERS, OPTIONS.withTraining(training));
        assertThat(kept.record().epochs()).isEqualTo(1);
        assertThat(kept.record().trainingLoss()).isLessThan(10);
        assertThat(mse(kept, CLUSTERS)).isLessThan(10);
    }

    private static GneModel diverges(Samples samples, GneOptions options) {
        FitDivergedException thrown = catchThrowableOfType(FitDivergedException.class, () -> Gne.fit(samples, options));
        assertThat(thrown).isNotNull().hasMessageStartingWith("training diverged in epoch ");
        assertThat(thrown.getMessage()).doesNotContain("\n");
        assertUsable(thrown.lastGood(), samples.size());
        return thrown.lastGood();
    }

    /** Every number of it is finite, those that it makes too. */
    private static void assertUsable(GneModel model, int rows) {
        Embedding map = model.embedding();
        assertThat(map.size()).isEqualTo(rows);
        assertFinite(map.values());
        assertFinite(model.decoder().parameters());
        for (float[] sample : model.generate(map.toArray())) {
            assertFinite(sample);
        }
        if (model.dim() == 2) {
            for (float[] sample : model.grid(3)) {
                assertFinite(sample);
            }
        }
    }

    private static void assertFinite(float[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new AssertionError("value " + i + " of " + values.length + ": " + values[i]);
            }
        }
    }

    private static double mse(GneModel model, Samples samples) {
        double sum = 0;
        for (float error : model.reconstructionErrors(samples, 2)) {
            sum += error;
        }
        return sum / samples.size();
    }
}

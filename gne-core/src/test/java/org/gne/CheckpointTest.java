package org.gne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gne.data.SafeTensors;
import org.gne.data.Samples;
import org.gne.data.ScalingKind;
import org.gne.data.Tensor;
import org.gne.loop.FitListener;
import org.gne.loop.FitProgress;
import org.gne.nn.Loss;
import org.gne.train.TrainingOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckpointTest {

    private static final int EPOCHS = 7;

    private static final Samples ROWS = Clusters.samples(300, 12);

    private static final GneOptions FAST = options(Preset.FAST);

    @TempDir
    Path directory;

    private Path file;
    private CheckpointOptions everyEpoch;

    private static GneOptions options(Preset preset) {
        GneOptions options = GneOptions.of(preset).withHidden(16).withBlocks(2).withThreads(2);
        return options.withTraining(
                options.training().withEpochs(EPOCHS).withBatch(64).forRows(300));
    }

    @BeforeEach
    void name() {
        file = directory.resolve("checkpoint.safetensors");
        everyEpoch = new CheckpointOptions(file, Duration.ZERO);
    }

    @AfterEach
    void forgetInterruption() {
        Thread.interrupted();
    }

    /** Stops in an epoch, from 1, after so many rows of it; or at its end. */
    private record StopAt(int epoch, int rows) implements FitListener {
        static final int WHOLE = Integer.MAX_VALUE;

        @Override
        public Action onEpoch(FitProgress progress) {
            return progress.epoch() == epoch ? Action.STOP : Action.CONTINUE;
        }

        @Override
        public Action onBatch(int underWay, int done) {
            return underWay == epoch && done >= rows ? Action.STOP : Action.CONTINUE;
        }
    }

    private void goesOnAsIfNeverStopped(Samples rows, GneOptions options) throws IOException {
        GneModel whole = Gne.fit(rows, options);
        for (StopAt stop : List.of(new StopAt(1, 1), new StopAt(2, 128), new StopAt(3, StopAt.WHOLE))) {
            GneModel cut = Gne.fit(rows, options, stop, CheckpointOptions.to(file));
            assertThat(cut.embedding().sha256()).isNotEqualTo(whole.embedding().sha256());
            Gne.resume(file, rows, new StopAt(5, 64));
            same(Gne.resume(file, rows, FitListener.NONE), whole);
        }
    }

    private static void same(GneModel model, GneModel expected) {
        assertThat(model.embedding().sha256()).isEqualTo(expected.embedding().sha256());
        assertThat(model.decoder().parameters()).isEqualTo(expected.decoder().parameters());
        assertThat(model.scaling()).isEqualTo(expected.scaling());
        assertThat(model.decoder().heads()).isEqualTo(expected.decoder().heads());
        assertThat(model.record().epochs()).isEqualTo(expected.record().epochs());
        assertThat(model.record().trainingLoss()).isEqualTo(expected.record().trainingLoss());
        assertThat(model.record().explainedError()).isEqualTo(expected.record().explainedError());
    }

    @ParameterizedTest
    @EnumSource
    void aFitThatIsInterruptedTwiceEndsWithTheBitsOfAnUninterruptedOne(Preset preset) throws IOException {
        goesOnAsIfNeverStopped(ROWS, options(preset));
    }

    @Test
    void aFitThatSettlesIsBetterThanOneThatStopsAndItsCheckpointGoesOn() throws IOException {
        GneOptions options = options(Preset.FAST);
        options = options.withTraining(options.training().withEpochs(60));
        for (int rowsOfEpoch : new int[] {StopAt.WHOLE, 128}) {
            FitListener settle = new FitListener() {
                @Override
                public Action onEpoch(FitProgress progress) {
                    // Once it settles, it is not asked again.
                    return progress.epoch() >= 20 ? Action.SETTLE : Action.CONTINUE;
                }

                @Override
                public Action onBatch(int epoch, int rows) {
                    return epoch > 20 && rows >= rowsOfEpoch ? Action.SETTLE : Action.CONTINUE;
                }
            };
            GneModel settled = Gne.fit(ROWS, options, settle, everyEpoch);
            assertThat(settled.record().epochs()).isEqualTo(24);
            GneModel stopped = Gne.fit(ROWS, options, new StopAt(24, StopAt.WHOLE));
            assertThat(error(settled)).isLessThan(error(stopped));
            same(Gne.resume(file, ROWS, FitListener.NONE), Gne.fit(ROWS, options));
        }
    }

    private static double error(GneModel model) {
        float[] errors = model.reconstructionErrors(ROWS, 2);
        double sum = 0;
        for (float error : errors) {
            sum += error;
        }
        return sum / errors.length;
    }

    @Test
    void resumedMapsOfOtherDimensionsAndRowsWithGapsHaveTheSameBits() throws IOException {
        float[][] gaps = Clusters.rows(300, 12);
        for (int i = 0; i < gaps.length; i += 3) {
            gaps[i][i % 12] = Float.NaN;
        }
        goesOnAsIfNeverStopped(Samples.of(gaps), FAST.withDim(1));
        goesOnAsIfNeverStopped(ROWS, FAST.withDim(3).withScaling(ScalingKind.STANDARDIZE));
        goesOnAsIfNeverStopped(ROWS, FAST.withTraining(FAST.training().withStart(TrainingOptions.Start.RANDOM)));
    }

    @Test
    void resumedTablesOfEveryKindOfColumnHaveTheSameBits() throws IOException {
        goesOnAsIfNeverStopped(Clusters.table(300, 0.1), FAST);
    }

    /** Another version may choose another scaling and other heads for the same rows and options. */
    @Test
    void aResumedFitKeepsItsScalingAndHeads() throws IOException {
        Samples rows = Clusters.unit(300, 12);
        for (Loss loss : Loss.values()) {
            GneOptions asked = FAST.withScaling(ScalingKind.UNIT).withLoss(loss);
            GneModel whole = Gne.fit(rows, asked);
            Gne.fit(rows, asked, new StopAt(3, StopAt.WHOLE), CheckpointOptions.to(file));
            Checkpoint kept = Checkpoint.load(file);
            GneOptions unsaid = FAST.withLoss(loss);
            Checkpoint other = new Checkpoint(kept.model(), unsaid, kept.dataSha256(), kept.state());
            same(Gne.resume(other, rows, FitListener.NONE, CheckpointOptions.to(file)), whole);
        }
    }

    @Test
    void aFitCanBeResumedWithAnotherNumberOfThreads() throws IOException {
        GneModel whole = Gne.fit(ROWS, FAST);
        Gne.fit(ROWS, FAST, new StopAt(3, 64), everyEpoch);
        for (int threads : new int[] {1, 5}) {
            Checkpoint checkpoint = Checkpoint.load(file).withThreads(threads);
            CheckpointOptions other = CheckpointOptions.to(directory.resolve("other"));
            GneModel model = Gne.resume(checkpoint, ROWS, FitListener.NONE, other);
            same(model, whole);
            assertThat(model.record().threads()).isEqualTo(threads);
        }
    }

    @Test
    void everyCheckpointCanBeResumed() throws IOException {
        List<Path> kept = new ArrayList<>();
        GneModel whole = Gne.fit(
                ROWS,
                FAST,
                progress -> {
                    try {
                        if (progress.epoch() < EPOCHS) {
                            kept.add(Files.copy(file, directory.resolve("epoch" + progress.epoch())));
                        }
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    return FitListener.Action.CONTINUE;
                },
                everyEpoch);
        assertThat(kept).hasSize(EPOCHS - 1);
        for (Path path : kept) {
            same(Gne.resume(path, ROWS, FitListener.NONE), whole);
        }
    }

    @Test
    void checkpointsAreNotMoreFrequentThanRequested() {
        Gne.fit(ROWS, FAST, FitListener.NONE, new CheckpointOptions(file, Duration.ofHours(1)));
        assertThat(file).doesNotExist();
    }

    @Test
    void anInterruptedFitIsSavedAndTheInterruptStaysSet() throws IOException {
        GneModel whole = Gne.fit(ROWS, FAST);
        Gne.fit(
                ROWS,
                FAST,
                progress -> {
                    if (progress.epoch() == 4) {
                        Thread.currentThread().interrupt();
                    }
                    return FitListener.Action.CONTINUE;
                },
                CheckpointOptions.to(file));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(Checkpoint.load(file).epochs()).isEqualTo(4);
        same(Gne.resume(file, ROWS, FitListener.NONE), whole);
    }

    @Test
    void aLoadedCheckpointIsTheSavedOneAndCanBeReadAsAModel() throws IOException {
        Gne.fit(ROWS, FAST.withScaling(ScalingKind.STANDARDIZE), new StopAt(4, 64), everyEpoch);
        Checkpoint checkpoint = Checkpoint.load(file);
        assertThat(checkpoint.epochs()).isEqualTo(3);
        assertThat(checkpoint.options()).isEqualTo(FAST.withScaling(ScalingKind.STANDARDIZE));
        Path again = directory.resolve("again");
        checkpoint.save(again);
        assertThat(again).hasSameBinaryContentAs(file);
        GneModel model = GneModel.load(file);
        assertThat(model.record().epochs()).isEqualTo(3);
        assertThat(model.embedding().sha256())
                .isEqualTo(checkpoint.model().embedding().sha256());
        assertThat(model.generate(new float[][] {{0, 0}})[0]).hasSize(12);
    }

    @Test
    void optionsOfEveryPresetAreSaved() throws IOException {
        for (Preset preset : Preset.values()) {
            GneOptions options = GneOptions.of(preset).withThreads(3).withSeed(Long.MIN_VALUE);
            Gne.fit(ROWS.limit(5), options, new StopAt(1, 1), everyEpoch);
            assertThat(Checkpoint.load(file).options()).isEqualTo(options);
        }
    }

    @Test
    void resumingWithOtherRowsIsRejected() throws IOException {
        Gne.fit(ROWS, FAST, new StopAt(2, 64), everyEpoch);
        float[][] changed = Clusters.rows(300, 12);
        changed[299][11] = Math.nextUp(changed[299][11]);
        for (Samples other : List.of(ROWS.limit(299), Clusters.samples(300, 11), Samples.of(changed))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Gne.resume(file, other, FitListener.NONE))
                    .withMessageContaining("found " + other.size() + " rows of " + other.width() + " values")
                    .withMessageContaining("expected the 300 rows of 12 values");
        }
    }

    @Test
    void aFileThatIsNoCheckpointIsRejectedInOneLine() throws IOException {
        Gne.fit(ROWS, FAST, new StopAt(2, 64), everyEpoch);
        SafeTensors whole = SafeTensors.read(file);
        for (String key : whole.metadata().keySet()) {
            if (key.startsWith("checkpoint")) {
                for (String value : new String[] {null, "", "7", "{}", "[null]", "x"}) {
                    boolean fits = value != null
                            && value.equals("7")
                            && (key.endsWith("seconds") || key.endsWith("operations"));
                    if (!fits && !key.endsWith("data")) {
                        Map<String, String> metadata = new LinkedHashMap<>(whole.metadata());
                        metadata.put(key, value);
                        if (value == null) {
                            metadata.remove(key);
                        }
                        refuses(new SafeTensors(metadata, whole.tensors()), key);
                    }
                }
            }
        }
        for (String name : whole.tensors().keySet()) {
            Map<String, Tensor> tensors = new LinkedHashMap<>(whole.tensors());
            tensors.remove(name);
            refuses(new SafeTensors(whole.metadata(), tensors), "");
            tensors.put(name, Tensor.ofFloats(new float[3], 3));
            refuses(new SafeTensors(whole.metadata(), tensors), "");
        }
        Path model = directory.resolve("model");
        GneModel.load(file).save(model);
        assertThatThrownBy(() -> Checkpoint.load(model)).hasMessageContaining("is not a checkpoint: the header has no");
    }

    /** An option that this version does not know, or lacks, would be passed over in silence. */
    @Test
    void optionsOfAnotherVersionAreRejected() throws IOException {
        Gne.fit(ROWS, FAST, new StopAt(2, 64), everyEpoch);
        SafeTensors whole = SafeTensors.read(file);
        String options = whole.metadata().get("checkpoint.options");
        assertThat(options).contains("\"hidden\":16");
        for (String other : List.of(
                options.replace("\"hidden\":16", "\"hidden\":16,\"depth\":2"),
                options.replace("\"blocks\":2,", ""),
                options.replace("\"hidden\":16", "\"hidden\":\"wide\""),
                options.replace("\"hidden\":16", "\"hidden\":0"))) {
            assertThat(other).isNotEqualTo(options);
            Map<String, String> metadata = new LinkedHashMap<>(whole.metadata());
            metadata.put("checkpoint.options", other);
            refuses(new SafeTensors(metadata, whole.tensors()), "checkpoint.options: ");
        }
    }

    private void refuses(SafeTensors content, String names) throws IOException {
        Path wrong = directory.resolve("wrong");
        content.write(wrong);
        assertThatThrownBy(() -> Checkpoint.load(wrong))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(wrong + ": is not a checkpoint: ")
                .hasMessageContaining(names)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aCheckpointThatCannotBeWrittenEndsTheFit() {
        CheckpointOptions nowhere =
                new CheckpointOptions(directory.resolve("missing").resolve("file"), Duration.ZERO);
        assertThatThrownBy(() -> Gne.fit(ROWS, FAST, FitListener.NONE, nowhere))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("missing");
        assertThatIllegalArgumentException().isThrownBy(() -> new CheckpointOptions(file, Duration.ofSeconds(-1)));
    }
}

package org.gne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gne.data.Dataset;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.data.Target;
import org.gne.kernel.Parallel;
import org.gne.loop.FitListener;
import org.gne.quality.KnnAccuracy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelsHelpTest {

    private static final int ROWS = 900;

    private static final GneOptions OPTIONS = GneOptions.of(Preset.FAST)
            .withHidden(16)
            .withBlocks(2)
            .withThreads(2)
            .withEpochs(10);

    @TempDir
    Path directory;

    /** Two classes that overlap, told apart in one direction of 6. */
    private static Samples samples() {
        RandomGenerator random = new java.util.Random(4);
        float[][] rows = new float[ROWS][6];
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < 6; j++) {
                rows[i][j] = (float) random.nextGaussian();
            }
            rows[i][0] += i % 2 == 0 ? 1.5f : -1.5f;
        }
        return Samples.of(rows);
    }

    /** Every third label hidden from the fit. */
    private static Labels labels(boolean whole) {
        int[] classes = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            classes[i] = !whole && i % 3 == 0 ? -1 : i % 2;
        }
        return new Labels(classes, List.of("even", "odd"));
    }

    private static GneModel fit(double weight) {
        Dataset data = new Dataset("classes", samples(), labels(false));
        return Gne.fit(data, OPTIONS.withLabelWeight(weight), FitListener.NONE, null);
    }

    private static double accuracy(GneModel model) {
        try (Parallel parallel = new Parallel(2)) {
            return KnnAccuracy.of(model.embedding(), labels(true), 5, 1, parallel);
        }
    }

    @Test
    void labelsSeparateOverlappingClassesAndTheModelRecordsTheirWeight() {
        GneModel alone = fit(0);
        GneModel helped = fit(8);
        assertThat(accuracy(helped)).isGreaterThan(accuracy(alone) + 0.03);
        assertThat(alone.record().labelWeight()).isZero();
        assertThat(helped.record().labelWeight()).isEqualTo(8);
        GneModel plain = Gne.fit(samples(), OPTIONS);
        assertThat(alone.embedding().sha256()).isEqualTo(plain.embedding().sha256());
    }

    @Test
    void labelsAreSavedInModelsAndCheckpoints() throws Exception {
        Path file = directory.resolve("checkpoint.safetensors");
        CheckpointOptions checkpoints = new CheckpointOptions(file, Duration.ofDays(1));
        Dataset data = new Dataset("classes", samples(), labels(false));
        FitListener stop = progress -> progress.epoch() == 4 ? FitListener.Action.STOP : FitListener.Action.CONTINUE;
        Gne.fit(data, OPTIONS.withLabelWeight(8), stop, checkpoints);
        Checkpoint cut = Checkpoint.load(file);
        Dataset others = new Dataset("classes", samples(), labels(true));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gne.resume(cut, others, FitListener.NONE, checkpoints))
                .withMessageContaining("SHA-256");
        GneModel resumed = Gne.resume(cut, data, FitListener.NONE, checkpoints);
        assertThat(resumed.embedding().sha256()).isEqualTo(fit(8).embedding().sha256());
        Path saved = directory.resolve("model.safetensors");
        resumed.save(saved);
        assertThat(GneModel.load(saved).record().labelWeight()).isEqualTo(8);
    }

    @Test
    void aLabelWeightWithoutLabelsIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gne.fit(samples(), OPTIONS.withLabelWeight(1)))
                .withMessageContaining("labels")
                .withMessageContaining("found no labels");
    }

    @Test
    void aLabelWeightWithNumbersAsLabelsIsRejected() {
        Dataset data = new Dataset("numbers", samples(), null).withTarget(new Target("price", new double[ROWS]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gne.fit(data, OPTIONS.withLabelWeight(2), FitListener.NONE, null))
                .withMessage("label weight 2.0: the label price is a number, expected classes");
    }
}

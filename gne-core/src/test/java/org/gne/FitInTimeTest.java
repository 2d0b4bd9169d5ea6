package org.gne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gne.data.Samples;
import org.gne.loop.FitListener;
import org.gne.loop.FitProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitInTimeTest {

    private static final Samples ROWS = Samples.of(Clusters.rows(200, 6));

    private static final GneOptions SMALL =
            GneOptions.of(Preset.FAST).withHidden(8).withBlocks(1);

    @TempDir
    Path directory;

    /** Keeps the chosen number of epochs, and can stop after an epoch. */
    private static final class Chosen implements FitListener {

        private final List<Integer> epochs = new ArrayList<>();
        private int stopAfter = Integer.MAX_VALUE;

        @Override
        public void onEpochs(int chosen, double seconds) {
            epochs.add(chosen);
            assertThat(seconds).isPositive();
        }

        @Override
        public Action onEpoch(FitProgress progress) {
            assertThat(progress.epochs()).isEqualTo(epochs.get(0));
            return progress.epoch() >= stopAfter ? Action.STOP : Action.CONTINUE;
        }
    }

    @Test
    void theMapIsThatOfTheChosenNumberOfEpochs() {
        Chosen listener = new Chosen();
        GneModel timed = Gne.fit(ROWS, SMALL.withTime(Duration.ofMillis(500)), listener);
        assertThat(listener.epochs).hasSize(1);
        int epochs = listener.epochs.get(0);
        assertThat(timed.record().epochs()).isEqualTo(epochs);
        GneModel counted = Gne.fit(ROWS, SMALL.withEpochs(epochs));
        assertThat(timed.embedding().sha256()).isEqualTo(counted.embedding().sha256());
        assertThat(timed.decoder().parameters()).isEqualTo(counted.decoder().parameters());
    }

    @Test
    void aCheckpointHasTheChosenEpochs() throws IOException {
        Path file = directory.resolve("checkpoint");
        Chosen listener = new Chosen();
        listener.stopAfter = 1;
        Gne.fit(ROWS, SMALL.withTime(Duration.ofSeconds(20)), listener, CheckpointOptions.to(file));
        assertThat(Checkpoint.load(file).options()).isEqualTo(SMALL.withEpochs(listener.epochs.get(0)));
    }

    @Test
    void aFitThatIsStoppedDuringTheTrialChoosesItsEpochsWhenItIsResumed() throws IOException {
        Path file = directory.resolve("checkpoint");
        FitListener stop = new FitListener() {
            @Override
            public Action onBatch(int epoch, int rows) {
                return Action.STOP;
            }

            @Override
            public Action onEpoch(FitProgress progress) {
                return Action.STOP;
            }
        };
        GneOptions timed = SMALL.withTime(Duration.ofMillis(300));
        Gne.fit(ROWS, timed, stop, CheckpointOptions.to(file));
        Checkpoint checkpoint = Checkpoint.load(file);
        assertThat(checkpoint.options()).isEqualTo(timed);
        assertThat(checkpoint.state().epochs()).isZero();
        Chosen listener = new Chosen();
        GneModel model = Gne.resume(checkpoint, ROWS, listener, CheckpointOptions.to(file));
        assertThat(listener.epochs).hasSize(1);
        assertThat(model.record().epochs()).isEqualTo(listener.epochs.get(0));
        assertThat(model.embedding().sha256())
                .isEqualTo(Gne.fit(ROWS, SMALL.withEpochs(listener.epochs.get(0)))
                        .embedding()
                        .sha256());
    }

    @Test
    void aTimeThatIsTooShortGivesOneEpoch() {
        Chosen listener = new Chosen();
        GneModel model = Gne.fit(ROWS, SMALL.withTime(Duration.ofMillis(1)), listener);
        assertThat(listener.epochs).containsExactly(1);
        assertThat(model.record().epochs()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> SMALL.withTime(Duration.ZERO));
    }
}

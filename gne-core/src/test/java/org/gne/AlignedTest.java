package org.gne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.gne.data.Dataset;
import org.gne.data.Embedding;
import org.gne.data.Ids;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.data.Slices;
import org.gne.loop.FitListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlignedTest {

    /** 90 things in three slices; every row is near the centre of its cluster. */
    private static final Dataset DATA = Dataset.of(Samples.of(Clusters.rows(270, 6)))
            .withIds(Ids.of(
                    IntStream.range(0, 270).mapToObj(row -> "t" + row % 90).toList()));

    private static final Slices SLICES = Slices.of(
            new Labels(IntStream.range(0, 270).map(row -> row / 90).toArray(), List.of("1", "2", "3")), DATA.ids());

    private static final GneOptions FAST =
            GneOptions.of(Preset.FAST).withThreads(2).withBatch(64).withEpochs(12);

    @TempDir
    Path directory;

    private static GneModel fit(double tie, int threads) {
        return Gne.fitAligned(DATA, SLICES, tie, FAST.withThreads(threads), FitListener.NONE, null);
    }

    private static double path(GneModel model) {
        Embedding map = model.embedding();
        return IntStream.range(0, map.size())
                .filter(row -> SLICES.before()[row] >= 0)
                .mapToDouble(row -> Math.hypot(
                        map.get(row, 0) - map.get(SLICES.before()[row], 0),
                        map.get(row, 1) - map.get(SLICES.before()[row], 1)))
                .average()
                .orElseThrow();
    }

    @Test
    void theSameIdsOfConsecutiveSlicesAreFound() {
        Slices found = Slices.of(
                new Labels(new int[] {1, 0, 2, -1, 2}, List.of("a", "b", "c")), Ids.of("x", "x", "x", "x", "y"));
        assertThat(found.before()).containsExactly(1, -1, 0, -1, -1);
        assertThat(found.after()).containsExactly(2, 0, -1, -1, -1);
        assertThat(found.pairs()).isEqualTo(2);
        assertThat(Slices.inOrder(List.of("10", "", "9", "10"))).containsExactly("9", "10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Slices.of(new Labels(new int[] {0, 0}, List.of("a")), Ids.of("x", "x")))
                .withMessage("id x: found in rows 0 and 1 of slice a, expected once in a slice");
    }

    @Test
    void moreTieMeansShorterPaths() {
        double loose = path(fit(0.01, 2));
        double usual = path(fit(1, 2));
        double firm = path(fit(100, 2));
        assertThat(usual).isLessThan(loose);
        assertThat(firm).isLessThan(usual).isLessThan(0.1);
        assertThat(fit(1, 2).explained().total()).isGreaterThan(0.9);
    }

    @Test
    void theMapDoesNotDependOnThreadsAndAnInterruptedFitContinues() throws IOException {
        GneModel whole = fit(1, 2);
        assertThat(fit(1, 3).embedding()).isEqualTo(whole.embedding());
        CheckpointOptions file = new CheckpointOptions(directory.resolve("checkpoint.safetensors"), Duration.ZERO);
        FitListener until = progress -> progress.epoch() == 4 ? FitListener.Action.STOP : FitListener.Action.CONTINUE;
        Gne.fitAligned(DATA, SLICES, 1, FAST, until, file);
        Checkpoint checkpoint = Checkpoint.load(file.file());
        GneModel resumed = Gne.resumeAligned(checkpoint, DATA, SLICES, 1, FitListener.NONE, file);
        assertThat(resumed.embedding()).isEqualTo(whole.embedding());
        assertThat(resumed.record().tie()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gne.resume(checkpoint, DATA, FitListener.NONE, file))
                .withMessageContaining("tied with the weight 1.0, expected 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gne.grow(resumed, DATA, DATA))
                .withMessageContaining("a map of slices");
    }

    @Test
    void wrongNumbersAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> fit(0, 2)).withMessageContaining("tie: found 0.0");
        Dataset other = DATA.limit(20);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gne.fitAligned(other, SLICES, 1, FAST, FitListener.NONE, null))
                .withMessageContaining("slices of 270 rows for 20 rows");
    }
}

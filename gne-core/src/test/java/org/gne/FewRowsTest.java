package org.gne;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.gne.data.Column;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.loop.FitListener;
import org.gne.loop.FitProgress;
import org.gne.train.TrainingOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fits of very few rows: how much work they are is checked by counts, not by time. */
class FewRowsTest {

    /** The steps of a fit, and the cells that are decoded in all its searches. */
    private record Work(int steps, int searches, long cells) {
        static Work of(Preset preset, int rows) {
            TrainingOptions options = GneOptions.of(preset).training().forRows(rows);
            int epochs = options.epochs();
            int batch = options.loop().batch();
            int searches = (int) IntStream.range(0, epochs)
                    .filter(epoch -> options.search().after(epoch, epochs))
                    .count();
            return new Work(
                    epochs * ((rows + batch - 1) / batch),
                    searches,
                    (long) searches * options.search().cells());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"FAST", "DEFAULT"})
    void aFitOfFewRowsHasFewSteps(String name) {
        Preset preset = Preset.valueOf(name);
        for (int rows : new int[] {1, 2, 4}) {
            assertThat(Work.of(preset, rows).steps()).isLessThanOrEqualTo(250);
            assertThat(Work.of(preset, rows).searches()).isZero();
        }
        for (int rows : new int[] {5, 10, 30, 64, 100}) {
            Work work = Work.of(preset, rows);
            assertThat(work.steps()).isBetween(200, 1_300);
            assertThat(work.searches()).isBetween(10, 160);
            assertThat(work.cells()).isLessThan(50_000);
        }
    }

    /** A table of 8,000 rows has enough steps, and whole searches. */
    @Test
    void aFitOfManyRowsHasAllItsEpochs() {
        Work work = Work.of(Preset.DEFAULT, 8_000);
        assertThat(work.steps()).isGreaterThanOrEqualTo(1_280);
        assertThat(work.searches()).isGreaterThanOrEqualTo(70);
    }

    @Test
    void aSingleRowIsAtTheCentreWithoutAWarning() {
        Schema schema =
                new Schema.Columns(List.of(Column.number("n"), Column.bool("b"), Column.category("c", List.of("x"))));
        AtomicInteger epochs = new AtomicInteger();
        FitListener counting = new FitListener() {
            @Override
            public Action onEpoch(FitProgress progress) {
                assertThat(progress.moved()).isNegative();
                epochs.incrementAndGet();
                return Action.CONTINUE;
            }
        };
        GneModel model = Gne.fit(
                Samples.ofFloats(new float[] {7, 1, 1}, schema),
                GneOptions.defaults().withThreads(1),
                counting);
        assertThat(epochs.get()).isLessThanOrEqualTo(250);
        for (float coordinate : model.embedding().values()) {
            assertThat(coordinate).isBetween(-0.5f, 0.5f);
        }
        assertThat(model.generate(new float[][] {{0, 0}})[0][0]).isEqualTo(7);
        assertThat(model.explained().total()).isNaN();
        assertThat(model.warning()).isNull();
    }
}

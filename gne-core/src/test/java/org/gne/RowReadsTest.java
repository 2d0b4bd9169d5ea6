package org.gne;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.data.Survey;
import org.gne.loop.FitListener;
import org.gne.loop.FitProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often a fit reads the rows: a row may be dear, as where categories are made numbers or a file is mapped. */
class RowReadsTest {

    private static final int ROWS = 4_000;

    /** Rows that are looked at after an epoch to see whether the training diverges. */
    private static final int PROBE = 64;

    /** The rows that are compared with samples at the coordinates of other rows. */
    private static final int LIMIT = 512;

    @TempDir
    private Path folder;

    /** Rows that count how many of them are read. */
    private record Counted(Samples source, AtomicLong reads) implements Samples {

        @Override
        public int size() {
            return source.size();
        }

        @Override
        public int width() {
            return source.width();
        }

        @Override
        public Schema schema() {
            return source.schema();
        }

        @Override
        public void read(int row, float[] out, int offset) {
            reads.incrementAndGet();
            source.read(row, out, offset);
        }
    }

    /** Notes how many rows were read when it is told of something. */
    private record Watch(AtomicLong reads, List<Long> survey, List<Long> batches, List<Long> epochs)
            implements FitListener {

        Watch(AtomicLong reads) {
            this(reads, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        @Override
        public void onSurvey(Survey found) {
            survey.add(reads.get());
        }

        @Override
        public Action onBatch(int epoch, int rows) {
            batches.add(reads.get());
            return Action.CONTINUE;
        }

        @Override
        public Action onEpoch(FitProgress progress) {
            epochs.add(reads.get());
            return Action.CONTINUE;
        }
    }

    @Test
    void beforeTheFirstEpochEachRowIsReadForTheSurveyTheComponentsAndTheProjection() {
        AtomicLong reads = new AtomicLong();
        Watch watch = new Watch(reads);
        GneOptions options = GneOptions.of(Preset.FAST).withEpochs(1).withThreads(2);
        int batch = options.training().forRows(ROWS).loop().batch();
        Samples rows = new Counted(Clusters.samples(ROWS, 30), reads);
        GneModel model =
                Gne.fit(rows, options, watch, new CheckpointOptions(folder.resolve("checkpoint"), Duration.ZERO));

        long survey = ROWS;
        assertThat(watch.survey).containsExactly(survey);
        // Means, three turns of the basis towards the leading directions, and the directions within it.
        long components = 5 * ROWS;
        // Neighbours and searches work on the projected rows, the layout on the neighbours.
        long projection = ROWS;
        long begin = survey + components + projection;
        assertThat(watch.batches.get(0)).isEqualTo(begin + batch);
        long epoch = ROWS + PROBE;
        assertThat(watch.epochs).containsExactly(begin + epoch);
        long lastLayer = ROWS;
        // The best constant, then what it and the decoder leave; then some rows for the limit of the error.
        long errors = 2 * ROWS + LIMIT;
        assertThat(reads).hasValue(begin + epoch + lastLayer + errors);
        assertThat(model.trainingErrors()).hasSize(ROWS);
    }

    @Test
    void aSearchReadsEachRowOnce() {
        AtomicLong reads = new AtomicLong();
        Watch watch = new Watch(reads);
        Samples rows = new Counted(Clusters.samples(ROWS, 30), reads);
        Gne.fit(rows, GneOptions.of(Preset.FAST).withEpochs(2), watch);
        long begin = 7 * ROWS;
        long search = ROWS;
        assertThat(watch.epochs).containsExactly(begin + ROWS + PROBE + search, begin + 2 * (ROWS + PROBE) + search);
        long lastLayer = ROWS;
        assertThat(reads).hasValue(begin + 2 * (ROWS + PROBE) + search + lastLayer + 2 * ROWS + LIMIT);
    }

    @Test
    void theErrorsOfAFitAreThoseOfItsRows() {
        Samples rows = Clusters.samples(200, 8);
        GneModel model = Gne.fit(rows, GneOptions.of(Preset.FAST).withEpochs(3));
        assertThat(model.trainingErrors()).containsExactly(model.reconstructionErrors(rows, 1));
        assertThat(model.withMixture(null, 1).trainingErrors()).isEqualTo(model.trainingErrors());
    }

    @Test
    void errorsAreNotInTheFileOfAModel() throws Exception {
        Gne.fit(Clusters.samples(50, 3), GneOptions.of(Preset.FAST).withEpochs(1))
                .save(folder.resolve("model"));
        assertThat(GneModel.load(folder.resolve("model")).trainingErrors()).isEmpty();
    }
}

package org.gne.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.gne.Gne;
import org.gne.GneModel;
import org.gne.GneOptions;
import org.gne.Preset;
import org.gne.data.Column;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.kernel.CounterRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchFactorsTest {

    private static final int ROWS = 600;

    private static final int WIDTH = 60;

    private static final int GROUPS = 3;

    /** A factor of 2 or 1/2 in the second batch, 1 in the first. */
    private static double factor(int batch, int column) {
        return batch == 0 ? 1 : column % 2 == 0 ? 2 : 0.5;
    }

    private static int group(int row) {
        // The last group is in the second batch only, the first is rare there.
        int batch = batch(row);
        int at = row / 2 % 10;
        return batch == 0 ? at % 2 : at < 2 ? 0 : at < 6 ? 1 : 2;
    }

    private static int batch(int row) {
        return row % 2;
    }

    private static final Labels BATCHES =
            new Labels(IntStream.range(0, ROWS).map(BatchFactorsTest::batch).toArray(), List.of("a", "b"));

    private static final Schema SCHEMA = new Schema.Columns(
            IntStream.range(0, WIDTH).mapToObj(j -> Column.count("gene" + j)).toList());

    private static Samples counts() {
        CounterRandom random = CounterRandom.of(1, "counts of batches");
        float[] values = new float[ROWS * WIDTH];
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < WIDTH; j++) {
                double mean = (j / 4 % GROUPS == group(i) ? 30 : 6) * factor(batch(i), j);
                // Nearly Poisson.
                double drawn = mean + Math.sqrt(mean) * random.gaussian((long) i * WIDTH + j);
                values[i * WIDTH + j] = (float) Math.max(0, Math.rint(drawn));
            }
        }
        return Samples.ofFloats(values, SCHEMA);
    }

    private static BatchFactors learnt(int threads) {
        return BatchFactors.of("donor", counts(), BATCHES, 1, threads);
    }

    @Test
    void areFoundAlthoughTheBatchesHaveOtherKindsOfRows() {
        BatchFactors factors = learnt(2);
        double even = 0;
        double odd = 0;
        for (int j = 0; j < WIDTH; j++) {
            double ratio = Math.log(factors.factors()[WIDTH + j] / factors.factors()[j]);
            even += j % 2 == 0 ? ratio / WIDTH * 2 : 0;
            odd += j % 2 == 0 ? 0 : ratio / WIDTH * 2;
            // Rows are compared by their totals, so that a factor of all columns means nothing.
            double first = Math.log(factors.factors()[WIDTH] / factors.factors()[0]);
            double expected = Math.log(factor(1, j) / factor(1, 0));
            assertThat(ratio - first).as("column " + j).isCloseTo(expected, within(0.25));
        }
        assertThat(even - odd).isCloseTo(Math.log(4), within(0.05));
    }

    @Test
    void doNotDependOnThreads() {
        assertThat(learnt(1)).isEqualTo(learnt(3));
    }

    @Test
    void batchesMixOnTheMapOfCorrectedRows() {
        GneOptions options = GneOptions.of(Preset.FAST).withThreads(2);
        BatchFactors factors = learnt(2);
        GneModel apart = Gne.fit(counts(), options);
        GneModel mixed = Gne.fit(factors.corrected(counts(), BATCHES), options);
        assertThat(otherBatch(apart)).isLessThan(0.05);
        assertThat(otherBatch(mixed)).isGreaterThan(0.3);
    }

    /** The share of rows of the first two groups whose nearest other row of these is of the other batch. */
    private static double otherBatch(GneModel model) {
        int found = 0;
        int all = 0;
        for (int i = 0; i < ROWS; i++) {
            int nearest = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int k = 0; k < ROWS; k++) {
                double distance = Math.hypot(
                        model.embedding().get(i, 0) - model.embedding().get(k, 0),
                        model.embedding().get(i, 1) - model.embedding().get(k, 1));
                if (k != i && group(k) < 2 && distance < least) {
                    least = distance;
                    nearest = k;
                }
            }
            all += group(i) < 2 ? 1 : 0;
            found += group(i) < 2 && batch(nearest) != batch(i) ? 1 : 0;
        }
        return (double) found / all;
    }

    @Test
    void staysInTheModelFile(@TempDir Path folder) throws Exception {
        BatchFactors factors = learnt(2);
        GneModel model = Gne.fit(
                        factors.corrected(counts(), BATCHES),
                        GneOptions.of(Preset.FAST).withEpochs(2))
                .withBatches(factors);
        model.save(folder.resolve("model.safetensors"));
        assertThat(GneModel.load(folder.resolve("model.safetensors")).batches()).isEqualTo(factors);
    }

    @Test
    void countsOfAnUnknownBatchDoNotChange() {
        Samples counts = counts();
        Labels other = new Labels(new int[ROWS], List.of("c"));
        float[] row = new float[WIDTH];
        float[] corrected = new float[WIDTH];
        counts.read(7, row, 0);
        learnt(2).corrected(counts, other).read(7, corrected, 0);
        assertThat(corrected).isEqualTo(row);
    }

    @Test
    void aBatchWithoutRowsAndOneAloneAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BatchFactors.of("donor", counts(), new Labels(new int[ROWS], List.of("a")), 1, 1))
                .withMessage("batches: found 1, expected at least 2");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> BatchFactors.of("donor", counts(), new Labels(new int[ROWS], List.of("a", "b")), 1, 1))
                .withMessage("batch b: found no row, expected at least 1");
    }
}

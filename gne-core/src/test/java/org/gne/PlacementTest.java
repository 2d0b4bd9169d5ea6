package org.gne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.gne.data.Survey;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.gne.place.Placed;
import org.gne.place.Placement;
import org.gne.place.PlacementOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacementTest {

    private static final int WIDTH = 20;

    private static final float[][] ALL = Clusters.rows(900, WIDTH);

    private static final Samples TRAINED = Samples.of(Arrays.copyOf(ALL, 600));

    /** Of the same clusters, not seen in training; every fifth misses some values, one all of them. */
    private static final float[][] NEW = withGaps(Arrays.copyOfRange(ALL, 600, 900));

    private static final GneModel MODEL = fit(2);

    private static GneModel fit(int dim) {
        GneOptions options = GneOptions.of(Preset.FAST)
                .withHidden(16)
                .withBlocks(2)
                .withThreads(2)
                .withDim(dim);
        return Gne.fit(
                TRAINED, options.withTraining(options.training().withEpochs(15).withBatch(128)));
    }

    private static float[][] withGaps(float[][] rows) {
        CounterRandom random = CounterRandom.of(3, "gaps");
        for (int i = 0; i < rows.length; i += 5) {
            for (int j = 0; j < WIDTH; j++) {
                rows[i][j] = random.uniform((long) i * WIDTH + j) < 0.3 ? Float.NaN : rows[i][j];
            }
        }
        Arrays.fill(rows[170], Float.NaN);
        return rows;
    }

    @AfterEach
    void forgetInterruption() {
        Thread.interrupted();
    }

    private static Placed place(GneModel model, float[][] rows, int threads) {
        return model.place(Samples.of(rows), threads);
    }

    private static void assertSame(Placed found, int i, Placed expected, int row) {
        assertThat(found.embedding().point(i))
                .as("row %d", row)
                .isEqualTo(expected.embedding().point(row));
        assertThat(Float.floatToIntBits(found.errors()[i]))
                .as("error of row %d", row)
                .isEqualTo(Float.floatToIntBits(expected.errors()[row]));
    }

    @Test
    void thePlaceOfARowDoesNotDependOnOtherRows() {
        Placed together = place(MODEL, NEW, 2);
        int[] order = CounterRandom.of(1, "order").permutation(NEW.length);
        float[][] shuffled = Arrays.stream(order).mapToObj(i -> NEW[i]).toArray(float[][]::new);
        Placed other = place(MODEL, shuffled, 2);
        for (int i = 0; i < order.length; i++) {
            assertSame(other, i, together, order[i]);
        }
        for (int row : new int[] {0, 1, 5, 64, 170, 299}) {
            assertSame(place(MODEL, new float[][] {NEW[row]}, 1), 0, together, row);
            assertSame(place(MODEL, Arrays.copyOfRange(NEW, row, Math.min(300, row + 3)), 2), 0, together, row);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void theNumberOfThreadsDoesNotChangeTheResult(int threads) {
        assertThat(place(MODEL, NEW, threads).embedding().sha256())
                .isEqualTo(place(MODEL, NEW, 2).embedding().sha256());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void trainingRowsArePlacedWithAboutTheirTrainingError(int dim) {
        GneModel model = dim == 2 ? MODEL : fit(dim);
        float[] trained = model.reconstructionErrors(TRAINED, 2);
        Placed placed = model.place(TRAINED, 2);
        assertThat(mean(placed.errors())).isLessThan(1.02 * mean(trained));
        assertThat(placed.unexplained()).isLessThanOrEqualTo(6);
        assertThat(placed.embedding().dim()).isEqualTo(dim);
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    @Test
    void noPointOfAFineGridHasAMuchLowerError() {
        Placed placed;
        try (Parallel parallel = new Parallel(2)) {
            // By the error alone, as images are placed.
            placed = new Placement(MODEL.decoder(), MODEL.embedding(), PlacementOptions.defaults(), parallel)
                    .place(Samples.of(NEW).scaled(MODEL.scaling()), parallel, done -> {});
        }
        float[][] grid = MODEL.gridPlaces(200);
        float[][] decoded = MODEL.decoder().decode(grid);
        float[] row = new float[WIDTH];
        Samples scaled = Samples.of(NEW).scaled(MODEL.scaling());
        double best = 0;
        double found = 0;
        for (int i = 0; i < NEW.length; i++) {
            if (i == 170) {
                continue;
            }
            scaled.read(i, row, 0);
            double lowest = Double.POSITIVE_INFINITY;
            for (float[] sample : decoded) {
                lowest = Math.min(lowest, error(row, sample));
            }
            best += lowest;
            found += placed.errors()[i];
            assertThat((double) placed.errors()[i])
                    .as("row %d: the error of its place", i)
                    .isCloseTo(
                            error(
                                    row,
                                    MODEL.decoder()
                                            .decode(new float[][] {
                                                placed.embedding().point(i)
                                            })[0]),
                            withPercentage(0.01));
        }
        assertThat(found).isLessThan(1.005 * best);
    }

    private static double error(float[] row, float[] sample) {
        double sum = 0;
        int known = 0;
        for (int j = 0; j < row.length; j++) {
            if (!Float.isNaN(row[j])) {
                sum += (row[j] - sample[j]) * (row[j] - sample[j]);
                known++;
            }
        }
        return sum / known;
    }

    @Test
    void rowsUnlikeAllTrainingRowsAreNotExplained() {
        float[][] rows = {ALL[600 + 1].clone(), ALL[600 + 1].clone(), ALL[600 + 1].clone()};
        rows[1][3] += 30;
        for (int j = 0; j < WIDTH; j++) {
            rows[2][j] = -rows[2][j];
        }
        Placed placed = place(MODEL, rows, 1);
        assertThat(placed.explainedError())
                .isEqualTo(MODEL.record().explainedError())
                .isPositive();
        assertThat(List.of(placed.explained(0), placed.explained(1), placed.explained(2)))
                .containsExactly(true, false, false);
        assertThat(placed.unexplained()).isEqualTo(2);
    }

    @Test
    void aRowWithoutKnownValuesIsAtTheCentreAndNotExplained() {
        Placed placed = place(MODEL, NEW, 2);
        float[] point = placed.embedding().point(170);
        for (int axis = 0; axis < 2; axis++) {
            double sum = 0;
            for (int i = 0; i < 600; i++) {
                sum += MODEL.embedding().get(i, axis);
            }
            assertThat(point[axis]).isEqualTo((float) (sum / 600));
        }
        assertThat(placed.errors()[170]).isNaN();
        assertThat(placed.explained(170)).isFalse();
    }

    @Test
    void missingValuesAreImputedFromNearbyRows() {
        Placed placed = place(MODEL, NEW, 2);
        Samples filled = MODEL.impute(Samples.of(NEW), placed.embedding());
        assertThat(Survey.of(filled).missing()).isZero();
        float[][] truth = Arrays.copyOfRange(Clusters.rows(900, WIDTH), 600, 900);
        float[] row = new float[WIDTH];
        double square = 0;
        int count = 0;
        for (int i = 0; i < NEW.length; i++) {
            filled.read(i, row, 0);
            for (int j = 0; j < WIDTH; j++) {
                if (!Float.isNaN(NEW[i][j])) {
                    assertThat(row[j]).isEqualTo(NEW[i][j]);
                } else if (i != 170) {
                    square += (row[j] - truth[i][j]) * (row[j] - truth[i][j]);
                    count++;
                }
            }
        }
        // Within a cluster columns vary by 0.3, over all of them by some 2.
        assertThat(count).isGreaterThan(200);
        assertThat(Math.sqrt(square / count)).isLessThan(0.5);
    }

    @Test
    void theListenerReceivesTheProgressAndInterruptionEndsPlacement() {
        List<Integer> done = new ArrayList<>();
        float[][] rows = new float[5000][];
        Arrays.setAll(rows, i -> ALL[i % 600]);
        PlacementOptions options = new PlacementOptions(16, 1, 1, 1);
        MODEL.place(Samples.of(rows), options, 2, done::add);
        assertThat(done).containsExactly(4096, 5000);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> MODEL.place(Samples.of(rows), 1)).isInstanceOf(CancellationException.class);
    }

    @Test
    void wrongRowsAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> place(MODEL, new float[1][19], 1))
                .withMessage("rows of 19 values, expected 20 as the model has");
        float[][] infinite = {ALL[0].clone()};
        infinite[0][4] = Float.POSITIVE_INFINITY;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> place(MODEL, infinite, 1))
                .withMessage("row 0, column 4: found Infinity, expected a finite number, or NaN where it is missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.impute(TRAINED, new Embedding(new float[4], 2)))
                .withMessage("2 points for 600 rows, expected as many");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlacementOptions(10, 0, 1, 1))
                .withMessage("placement starts: found 0, expected at least 1");
    }
}

package org.gne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import org.gne.data.Column;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.data.ScalingKind;
import org.gne.data.Schema;
import org.gne.data.Survey;
import org.gne.kernel.CounterRandom;
import org.gne.layout.NeighborOptions;
import org.gne.nn.Heads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MissingValuesTest {

    private static final int ROWS = 600;

    private static final int WIDTH = 20;

    private static final float[][] WHOLE = Clusters.rows(ROWS, WIDTH);

    private static final float[][] HOLED = holed(WHOLE, 0.2);

    private static final GneOptions OPTIONS = options(Preset.FAST);

    private static GneOptions options(Preset preset) {
        GneOptions options = GneOptions.of(preset).withHidden(16).withBlocks(2).withThreads(2);
        return options.withTraining(options.training().withEpochs(15).withBatch(128));
    }

    /** Copies with a share of the values removed. */
    private static float[][] holed(float[][] rows, double share) {
        CounterRandom random = CounterRandom.of(5, "holes");
        float[][] copies = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copies[i] = rows[i].clone();
            for (int j = 0; j < copies[i].length; j++) {
                copies[i][j] = random.uniform((long) i * WIDTH + j) < share ? Float.NaN : copies[i][j];
            }
        }
        return copies;
    }

    @Test
    void aFitToFourFifthsOfTheValuesPredictsTheOthers() {
        Samples samples = Samples.of(HOLED);
        GneModel model = Gne.fit(samples, OPTIONS);
        Samples filled = model.impute(samples, model.embedding());
        assertThat(Survey.of(filled).missing()).isZero();
        double[] means = means(HOLED);
        float[] row = new float[WIDTH];
        double ours = 0;
        double byMean = 0;
        for (int i = 0; i < ROWS; i++) {
            filled.read(i, row, 0);
            for (int j = 0; j < WIDTH; j++) {
                if (Float.isNaN(HOLED[i][j])) {
                    ours += Math.pow(row[j] - WHOLE[i][j], 2);
                    byMean += Math.pow(means[j] - WHOLE[i][j], 2);
                }
            }
        }
        assertThat(ours / byMean).isLessThan(0.15);
        assertThat(model.record().trainingLoss()).isLessThan(0.2);
        assertThat(model.reconstructionErrors(samples, 2)).doesNotContain(Float.NaN);
    }

    private static double[] means(float[][] rows) {
        double[] means = new double[WIDTH];
        for (int j = 0; j < WIDTH; j++) {
            int column = j;
            means[j] = Arrays.stream(rows)
                    .mapToDouble(row -> row[column])
                    .filter(value -> !Double.isNaN(value))
                    .average()
                    .orElseThrow();
        }
        return means;
    }

    @ParameterizedTest
    @EnumSource
    void theNumberOfThreadsDoesNotChangeTheResult(Preset preset) {
        GneOptions options = options(preset).withEpochs(4);
        GneModel one = Gne.fit(Samples.of(HOLED), options.withThreads(1));
        GneModel three = Gne.fit(Samples.of(HOLED), options.withThreads(3));
        assertThat(three.embedding().sha256()).isEqualTo(one.embedding().sha256());
        assertThat(three.decoder().parameters()).isEqualTo(one.decoder().parameters());
        assertThat(three.record().trainingLoss()).isEqualTo(one.record().trainingLoss());
    }

    @Test
    void aRowWithoutKnownValuesKeepsItsInitialCoordinates() {
        float[][] rows = Arrays.stream(HOLED).map(float[]::clone).toArray(float[][]::new);
        Arrays.fill(rows[7], Float.NaN);
        // Neighbours would draw it to the rows nearest the mean.
        GneOptions alone = OPTIONS.withTraining(OPTIONS.training().withNeighbors(NeighborOptions.OFF));
        GneModel model = Gne.fit(Samples.of(rows), alone);
        // The principal components are taken with the mean in the place of what is missing.
        assertThat(model.embedding().get(7, 0)).isCloseTo(0, offset(1e-4f));
        assertThat(model.embedding().get(7, 1)).isCloseTo(0, offset(1e-4f));
        assertThat(model.reconstructionErrors(Samples.of(rows), 1)[7]).isNaN();
        assertThat(model.record().trainingLoss()).isFinite();
    }

    @Test
    void aColumnWithoutAnyValueIsNamed() {
        float[][] rows = Arrays.stream(HOLED).map(float[]::clone).toArray(float[][]::new);
        for (float[] row : rows) {
            row[13] = Float.NaN;
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gne.fit(Samples.of(rows), OPTIONS))
                .withMessage("column 13: found no value in any row, expected some");
    }

    @Test
    void infiniteValuesAreRejected() {
        float[][] rows = Arrays.stream(HOLED).map(float[]::clone).toArray(float[][]::new);
        rows[3][2] = Float.NEGATIVE_INFINITY;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gne.fit(Samples.of(rows), OPTIONS))
                .withMessageStartingWith("row 3, column 2: found -Infinity, expected a finite number");
    }

    @Test
    void theScalingUsesOnlyKnownValues() {
        float nan = Float.NaN;
        Samples samples = Samples.of(new float[][] {{1, 5}, {nan, 7}, {3, nan}, {nan, 9}});
        Scaling scaling = Scaling.of(ScalingKind.STANDARDIZE, Survey.of(samples), samples.schema());
        assertThat(scaling.offset()).containsExactly(2, 7);
        assertThat(scaling.factor()[0]).isEqualTo(1);
        assertThat(scaling.factor()[1]).isCloseTo((float) Math.sqrt(3.0 / 8), offset(1e-6f));
        Samples flags = Samples.of(new float[][] {{0, nan}, {nan, 1}});
        assertThat(Scaling.of(ScalingKind.UNIT, Survey.of(flags), flags.schema()))
                .isEqualTo(Scaling.unit(0, 1));
        assertThat(Scaling.suiting(flags).kind()).isEqualTo(ScalingKind.STANDARDIZE);
    }

    @Test
    void valuesFrom0To1WithGapsAreFittedBySigmoids() {
        float[][] rows = new float[ROWS][WIDTH];
        Samples unit = Clusters.unit(ROWS, WIDTH);
        for (int i = 0; i < ROWS; i++) {
            unit.read(i, rows[i], 0);
        }
        GneModel model = Gne.fit(Samples.of(holed(rows, 0.3)), OPTIONS.withScaling(ScalingKind.UNIT));
        assertThat(model.decoder().heads()).isEqualTo(Heads.unit(WIDTH));
        assertThat(model.record().trainingLoss()).isLessThan(0.01);
    }

    /** Two kinds of rows that differ in everything. */
    @Test
    void imputedCategoriesAndBooleansAreValidValues() {
        Schema.Columns schema = new Schema.Columns(List.of(
                Column.number("size"), Column.bool("old"), Column.category("kind", List.of("low", "middle", "high"))));
        CounterRandom random = CounterRandom.of(1, "table");
        float[] cells = new float[3 * 400];
        for (int i = 0; i < 400; i++) {
            int kind = i % 3;
            cells[3 * i] = 10 * kind + random.gaussian(i);
            cells[3 * i + 1] = kind == 1 ? 1 : 0;
            cells[3 * i + 2] = i % 7 == 0 ? Float.NaN : kind;
            cells[3 * i + 1] = i % 11 == 0 ? Float.NaN : cells[3 * i + 1];
        }
        Samples samples = Samples.ofCells(Samples.ofFloats(cells, Schema.Columns.numbered(3)), schema);
        assertThat(Survey.of(samples).missing()).isEqualTo(58 * 3 + 37);
        GneModel model = Gne.fit(samples, OPTIONS.withEpochs(60));
        Samples filled = model.impute(samples, model.embedding());
        float[] row = new float[5];
        int right = 0;
        for (int i = 0; i < 400; i++) {
            filled.read(i, row, 0);
            assertThat(row[1] * (1 - row[1])).isZero();
            assertThat(new float[] {row[2], row[3], row[4]}).containsOnly(0, 1);
            assertThat(row[2] + row[3] + row[4]).isEqualTo(1);
            right += row[2 + i % 3] == 1 && row[1] == (i % 3 == 1 ? 1 : 0) ? 1 : 0;
        }
        // 89 rows have gaps; guesses would get two thirds of them wrong.
        assertThat(right).isGreaterThanOrEqualTo(385);
    }
}

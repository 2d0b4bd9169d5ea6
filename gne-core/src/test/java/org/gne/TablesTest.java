package org.gne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.stream.IntStream;
import org.gne.data.Column;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.kernel.CounterRandom;
import org.gne.place.Placed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables whose columns are not all numbers. */
class TablesTest {

    private static final GneOptions OPTIONS = options(Preset.FAST).withEpochs(60);

    private static GneOptions options(Preset preset) {
        GneOptions options = GneOptions.of(preset).withHidden(16).withBlocks(2).withThreads(2);
        return options.withTraining(options.training().withEpochs(4).withBatch(64));
    }

    /** Two classes that differ in every column; one value in twenty is the other class's. */
    private static Samples booleans(int rows) {
        CounterRandom random = CounterRandom.of(8, "booleans");
        float[] values = new float[rows * 8];
        for (int i = 0; i < values.length; i++) {
            int row = i / 8;
            int own = (row + i) % 2;
            values[i] = random.uniform(i) < 0.05 ? 1 - own : own;
        }
        return Samples.ofFloats(
                values,
                new Schema.Columns(IntStream.range(0, 8)
                        .mapToObj(j -> Column.bool("b" + j))
                        .toList()));
    }

    @Test
    void booleansAreExplainedAndTheirRowsArePlacedWhereTheyWere() {
        Samples rows = booleans(300);
        GneModel model = Gne.fit(rows, OPTIONS);
        assertThat(model.explained().total()).isGreaterThan(0.7);
        Placed placed = model.place(rows, 2);
        double spread = 0;
        int near = 0;
        int asGood = 0;
        for (int axis = 0; axis < 2; axis++) {
            spread += model.range(axis).high() - model.range(axis).low();
        }
        for (int i = 0; i < 300; i++) {
            double dx = placed.embedding().get(i, 0) - model.embedding().get(i, 0);
            double dy = placed.embedding().get(i, 1) - model.embedding().get(i, 1);
            near += Math.hypot(dx, dy) < 0.05 * spread ? 1 : 0;
            asGood += placed.errors()[i] <= model.trainingErrors()[i] + 0.01 ? 1 : 0;
        }
        assertThat(asGood).isGreaterThanOrEqualTo(295);
        assertThat(near).isGreaterThanOrEqualTo(270);
        assertThat(placed.unexplained()).isLessThan(20);
    }

    @Test
    void aTableOfOneColumnOfCategoriesIsFitted() {
        List<String> names = List.of("a", "b", "c", "d", "e", "f", "g");
        float[] cells = new float[210];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = i % 7;
        }
        Samples rows = Samples.ofCells(
                Samples.ofFloats(cells, Schema.Columns.numbered(1)),
                new Schema.Columns(List.of(Column.category("kind", names))));
        GneModel model = Gne.fit(rows, OPTIONS);
        assertThat(model.explained().total()).isGreaterThan(0.95);
        float[][] said = model.generate(model.embedding().toArray());
        int right = 0;
        for (int i = 0; i < cells.length; i++) {
            double sum = 0;
            for (float share : said[i]) {
                assertThat(share).isBetween(0f, 1f);
                sum += share;
            }
            assertThat(sum).isCloseTo(1, offset(1e-5));
            right += highest(said[i], 0, 7) == i % 7 ? 1 : 0;
        }
        assertThat(right).isGreaterThan(200);
        Placed placed = model.place(rows, 2);
        float[][] found = model.generate(placed.embedding().toArray());
        double width = model.range(0).high() - model.range(0).low();
        for (int i = 0; i < 7; i++) {
            assertThat(highest(found[i], 0, 7)).isEqualTo(i);
            double nearest = Double.POSITIVE_INFINITY;
            for (int other = i; other < cells.length; other += 7) {
                nearest = Math.min(
                        nearest,
                        Math.hypot(
                                placed.embedding().get(i, 0) - model.embedding().get(other, 0),
                                placed.embedding().get(i, 1) - model.embedding().get(other, 1)));
            }
            // The probability of the category is as high far from all rows, or higher.
            assertThat(nearest).isLessThan(0.05 * width);
        }
    }

    @Test
    void rowsThatAreExplainedCompletelyDoNotMakeTheFitDiverge() {
        List<String> names = List.of("a", "b", "c");
        float[] cells = new float[3 * 500];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (i / 3 + i % 3) % 3;
        }
        Samples rows = Samples.ofCells(
                Samples.ofFloats(cells, Schema.Columns.numbered(3)),
                new Schema.Columns(IntStream.range(0, 3)
                        .mapToObj(j -> Column.category("c" + j, names))
                        .toList()));
        GneModel model = Gne.fit(rows, GneOptions.of(Preset.DEFAULT).withThreads(2));
        assertThat(model.explained().total()).isGreaterThan(0.999);
        assertThat(model.warning()).isNull();
    }

    private static int highest(float[] values, int from, int to) {
        int best = from;
        for (int j = from; j < to; j++) {
            best = values[j] > values[best] ? j : best;
        }
        return best;
    }

    @Test
    void everyKindOfColumnIsExplained() {
        Samples rows = Clusters.table(300, 0);
        GneModel model = Gne.fit(rows, OPTIONS);
        assertThat(model.explained().total()).isGreaterThan(0.7);
        assertThat(model.warning()).isNull();
        for (double column : model.explained().columns()) {
            assertThat(Double.isNaN(column) || column > 0.4).isTrue();
        }
        // Errors of placed rows are held against those of the training: they leave out what no place changes.
        assertThat(model.place(rows, 2).unexplained()).isLessThan(20);
    }

    @ParameterizedTest
    @EnumSource
    void theNumberOfThreadsDoesNotChangeTheResult(Preset preset) {
        Samples rows = Clusters.table(300, 0.1);
        GneModel one = Gne.fit(rows, options(preset).withThreads(1));
        for (int threads : new int[] {2, 5}) {
            GneModel other = Gne.fit(rows, options(preset).withThreads(threads));
            assertThat(other.embedding().sha256()).isEqualTo(one.embedding().sha256());
            assertThat(other.decoder().parameters()).isEqualTo(one.decoder().parameters());
            assertThat(other.record().trainingLoss()).isEqualTo(one.record().trainingLoss());
            assertThat(other.explained().total()).isEqualTo(one.explained().total());
            assertThat(other.trainingErrors()).isEqualTo(one.trainingErrors());
            assertThat(other.place(rows, threads).embedding().sha256())
                    .isEqualTo(one.place(rows, 1).embedding().sha256());
        }
    }

    @Test
    void imputedValuesAreMoreOftenRightThanThoseAtTheBestCoordinates() {
        Samples truth = Clusters.table(300, 0);
        Samples rows = Clusters.table(300, 0.2);
        GneModel model = Gne.fit(rows, OPTIONS);
        Samples filled = model.impute(rows, model.embedding());
        float[][] said = model.generate(model.embedding().toArray());
        float[] row = new float[rows.width()];
        float[] whole = new float[rows.width()];
        float[] wanted = new float[rows.width()];
        int[][] categories = {{3, 6}, {9, 14}};
        double squares = 0;
        double squaresThere = 0;
        int right = 0;
        int gaps = 0;
        for (int i = 0; i < 300; i++) {
            rows.read(i, row, 0);
            filled.read(i, whole, 0);
            truth.read(i, wanted, 0);
            for (int[] category : categories) {
                float sum = 0;
                for (int j = category[0]; j < category[1]; j++) {
                    sum += whole[j];
                    assertThat(whole[j] * (1 - whole[j])).isZero();
                }
                assertThat(sum).isEqualTo(1);
                if (Float.isNaN(row[category[0]])) {
                    right += wanted[highest(whole, category[0], category[1])] == 1 ? 1 : 0;
                    gaps++;
                }
            }
            for (int flag : new int[] {1, 2, 14}) {
                assertThat(Float.isNaN(row[flag]) ? whole[flag] * (1 - whole[flag]) : 0)
                        .isZero();
            }
            for (int count : new int[] {7, 8}) {
                if (Float.isNaN(row[count])) {
                    assertThat(whole[count]).isEqualTo((float) Math.rint(whole[count]));
                }
            }
            for (int j = 0; j < row.length; j++) {
                assertThat(Float.isNaN(row[j]) || row[j] == whole[j]).isTrue();
                assertThat(whole[j]).isNotNaN();
            }
            if (Float.isNaN(row[0])) {
                squares += (whole[0] - wanted[0]) * (whole[0] - wanted[0]);
                squaresThere += (said[i][0] - wanted[0]) * (said[i][0] - wanted[0]);
            }
        }
        assertThat(gaps).isGreaterThan(80);
        assertThat(right).isGreaterThan(gaps * 3 / 4);
        assertThat(squares).isLessThan(squaresThere);
    }
}

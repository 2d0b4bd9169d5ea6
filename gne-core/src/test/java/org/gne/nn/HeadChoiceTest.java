package org.gne.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gne.data.Column;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.data.ScalingKind;
import org.gne.data.Schema;
import org.gne.data.Survey;
import org.gne.kernel.CounterRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which heads a table gets, and what they count for. */
final class HeadChoiceTest {

    private static final int ROWS = 4000;

    private static final CounterRandom RANDOM = CounterRandom.of(4, "table");

    private static final Schema.Columns SCHEMA = new Schema.Columns(List.of(
            Column.number("height"),
            new Column("born", Column.Kind.DATE, List.of()),
            Column.bool("often"),
            Column.bool("seldom"),
            Column.category("colour", List.of("red", "green", "blue")),
            Column.category("rare", List.of("no", "yes")),
            count("many"),
            count("spread"),
            Column.number("weight"),
            count("few")));

    private static final int WIDTH = SCHEMA.width();

    private static Column count(String name) {
        return new Column(name, Column.Kind.COUNT, List.of());
    }

    private static Samples samples() {
        float[] rows = new float[ROWS * WIDTH];
        for (int i = 0; i < ROWS; i++) {
            int at = i * WIDTH;
            double luck = RANDOM.uniform(i);
            rows[at] = 170 + 10 * RANDOM.gaussian(i);
            rows[at + 1] = 10_000 + i;
            rows[at + 2] = luck < 0.3 ? 1 : 0;
            rows[at + 3] = i % 1000 == 0 ? 1 : 0;
            rows[at + 4 + (luck < 0.5 ? 0 : luck < 0.8 ? 1 : 2)] = 1;
            rows[at + 7 + (i % 500 == 0 ? 1 : 0)] = 1;
            rows[at + 9] = NegativeBinomial.draw(20, 1e6, RANDOM, 10L * i + 1);
            rows[at + 10] = NegativeBinomial.draw(6, 1.5, RANDOM, 10L * i + 2);
            rows[at + 11] = RANDOM.gaussian(ROWS + i);
            rows[at + 12] = NegativeBinomial.draw(0.3, 1e6, RANDOM, 10L * i + 3);
        }
        return Samples.ofFloats(rows, SCHEMA);
    }

    private final Samples samples = samples();
    private final Survey survey = Survey.of(samples);
    private final Scaling scaling = Scaling.suiting(survey, SCHEMA);
    private final Heads heads = HeadChoice.of(SCHEMA, scaling, survey, Loss.SQUARED_ERROR);

    @Test
    void neighboursOfAKindShareAStretchAndACategoryIsItsOwn() {
        assertThat(heads.toString())
                .isEqualTo("[real 0-1, binary 2-3, categorical 4-6, categorical 7-8, count 9-9, count 10-10, real"
                        + " 11-11, count 12-12]");
        assertThat(heads.sources()).isEqualTo(SCHEMA.columns().size());
    }

    @ParameterizedTest
    @EnumSource
    void numbersAndPixelsHaveTheHeadOfTheirScaling(ScalingKind kind) {
        for (Schema schema : List.of(Schema.Columns.numbered(4), new Schema.Picture(2, 2, 1))) {
            Samples rows = Samples.ofFloats(new float[] {0, 3, 200, 9, 5, 1, 17, 7}, schema);
            Survey own = Survey.of(rows);
            Scaling chosen = Scaling.of(kind, own, schema);
            boolean unit = kind == ScalingKind.UNIT;
            assertThat(HeadChoice.of(schema, chosen, own, Loss.SQUARED_ERROR))
                    .isEqualTo(unit ? Heads.unit(4) : Heads.real(4));
            if (unit) {
                assertThat(HeadChoice.of(schema, chosen, own, Loss.CROSS_ENTROPY))
                        .isEqualTo(Heads.unit(4, Loss.CROSS_ENTROPY));
            } else {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> HeadChoice.of(schema, chosen, own, Loss.CROSS_ENTROPY))
                        .withMessageStartingWith("CROSS_ENTROPY needs data between 0 and 1");
            }
        }
    }

    /** The deviances of a constant row, in the mean over the rows, by their weights. */
    private static double[] nullDeviances(Samples samples, Heads heads, Scaling scaling) {
        Samples scaled = samples.scaled(scaling);
        int width = samples.width();
        float[] means = new float[width];
        float[] row = new float[width];
        for (int i = 0; i < samples.size(); i++) {
            scaled.read(i, row, 0);
            for (int j = 0; j < width; j++) {
                means[j] += row[j] / samples.size();
            }
        }
        double[] perColumn = new double[width];
        for (int i = 0; i < samples.size(); i++) {
            scaled.read(i, row, 0);
            heads.deviance(row, 0, means, 0, perColumn);
        }
        for (Stretch stretch : heads.stretches()) {
            for (int j = 0; j < stretch.width(); j++) {
                perColumn[stretch.from() + j] *= stretch.weight(j) / samples.size();
            }
        }
        return perColumn;
    }

    @Test
    void everyColumnCountsOneHoweverManyNumbersItHas() {
        double[] found = nullDeviances(samples, heads, scaling);
        for (int column : new int[] {0, 1, 2, 4, 11}) {
            assertThat(found[column]).as(SCHEMA.valueName(column)).isCloseTo(1, offset(1e-3));
        }
    }

    @Test
    void aColumnThatHardlyVariesCountsForLess() {
        double[] found = nullDeviances(samples, heads, scaling);
        for (int column : new int[] {3, 7}) {
            assertThat(found[column]).as(SCHEMA.valueName(column)).isBetween(0.01, 0.1);
        }
        assertThat(heads.stretches().get(1).weight(1)).isEqualTo((float) (1 / HeadChoice.LEAST_ENTROPY));
        assertThat(heads.stretches().get(3).weight(0)).isEqualTo((float) (1 / HeadChoice.LEAST_ENTROPY));
    }

    /** Rows of different totals. Of columns that are mostly 0 there is less to explain. */
    /** The total of a row says how large its counts are only if it is the total of many. */
    @Test
    void onlyManyColumnsOfCountsShareATotal() {
        for (int width : new int[] {2, HeadChoice.FEWEST_COUNTS - 1, HeadChoice.FEWEST_COUNTS}) {
            Schema.Columns schema = new Schema.Columns(
                    IntStream.range(0, width).mapToObj(j -> count("c" + j)).toList());
            float[] rows = new float[2 * width];
            Arrays.fill(rows, 0, width, 1);
            Arrays.fill(rows, width, 2 * width, 3);
            Samples all = Samples.ofFloats(rows, schema);
            Survey own = Survey.of(all);
            Heads chosen = HeadChoice.of(schema, Scaling.suiting(own, schema), own, Loss.SQUARED_ERROR);
            boolean shared = width == HeadChoice.FEWEST_COUNTS;
            assertThat(chosen.exposures(2, rows)).containsOnly(shared ? new float[] {0.5f, 1.5f} : new float[] {1});
            assertThat(chosen.sources()).isEqualTo(width);
        }
    }

    @Test
    void countsCountAboutOne() {
        int width = 60;
        int rows = 1000;
        float[] counts = new float[rows * width];
        for (int i = 0; i < counts.length; i++) {
            double depth = 0.8 + 0.4 * RANDOM.uniform(i / width);
            double mean = (1 + i % width) * depth;
            counts[i] = NegativeBinomial.draw(mean, i % 3 == 0 ? 1e6 : 2, RANDOM, i);
        }
        // The last column is a number: beside others, counts weigh like them.
        for (int i = 0; i < rows; i++) {
            counts[i * width + width - 1] = RANDOM.gaussian(i);
        }
        Schema.Columns schema = new Schema.Columns(IntStream.range(0, width)
                .mapToObj(j -> j < width - 1 ? count("c" + j) : Column.number("x"))
                .toList());
        Samples all = Samples.ofFloats(counts, schema);
        Survey own = Survey.of(all);
        Scaling none = Scaling.suiting(own, schema);
        Heads chosen = HeadChoice.of(schema, none, own, Loss.SQUARED_ERROR);
        double[] found = nullDeviances(all, chosen, none);
        for (double each : found) {
            assertThat(each).isBetween(0.5, 1.5);
        }
        assertThat(Arrays.stream(found).average().orElseThrow()).isCloseTo(1, offset(0.15));
    }

    @Test
    void rowsOfManyCountsHaveALeastDispersion() {
        float[] counts = new float[200 * 20];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = NegativeBinomial.draw(5, 1, RANDOM, i);
        }
        Schema.Columns schema = new Schema.Columns(
                IntStream.range(0, 20).mapToObj(j -> count("c" + j)).toList());
        Samples all = Samples.ofFloats(counts, schema);
        Survey own = Survey.of(all);
        Stretch stretch = HeadChoice.of(schema, Scaling.none(), own, Loss.SQUARED_ERROR)
                .stretches()
                .get(0);
        for (float each : stretch.dispersion()) {
            assertThat(each).isEqualTo(100);
        }
    }

    @Test
    void whatIsComparedVariesByOnePerColumn() {
        Survey represented = Survey.of(heads.represented(samples.scaled(scaling)));
        double[] variances = new double[SCHEMA.columns().size()];
        int at = 0;
        for (int column = 0; column < variances.length; column++) {
            for (int j = 0; j < SCHEMA.columns().get(column).width(); j++) {
                variances[column] += represented.variance(at++);
            }
        }
        for (int column : new int[] {0, 1, 2, 4, 8}) {
            assertThat(variances[column]).as("column %d", column).isCloseTo(1, offset(1e-3));
        }
        assertThat(variances[3]).isBetween(0.01, 0.1);
        assertThat(variances[5]).isBetween(0.01, 0.1);
    }

    @Test
    void dispersionsOfCountsAreThoseOfTheirVariance() {
        Stretch counts = heads.stretches().get(4);
        Stretch spread = heads.stretches().get(5);
        assertThat(counts.usual()[0]).isCloseTo(20, offset(0.3f));
        assertThat(spread.usual()[0]).isCloseTo(6, offset(0.3f));
        // A Poisson's variance is its mean: a large dispersion or, by chance, as good as none.
        assertThat(counts.dispersion()[0]).isGreaterThan(200);
        assertThat(spread.dispersion()[0]).isCloseTo(1.5f, offset(0.2f));
    }
}

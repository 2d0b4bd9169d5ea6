package org.gne.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.data.Offset.offset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.gne.kernel.Parallel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveyTest {

    private static final float NAN = Float.NaN;

    /** Columns of four kinds in turn: any number, whole numbers far from 0, one of three, a constant; with gaps. */
    private static float[][] rows(int count, int width, double gaps) {
        Random random = new Random(7);
        float[][] rows = new float[count][width];
        for (float[] row : rows) {
            for (int j = 0; j < width; j++) {
                row[j] = switch (j % 4) {
                    case 0 -> (float) random.nextGaussian() * 3 + j;
                    case 1 -> 1_000_000 + random.nextInt(50);
                    case 2 -> 0.5f * random.nextInt(3);
                    default -> 12.25f;
                };
                row[j] = random.nextDouble() < gaps ? NAN : row[j];
            }
        }
        return rows;
    }

    private static Survey survey(float[][] rows) {
        return Survey.of(Samples.of(rows));
    }

    /** Welford's sums, one value after the other. */
    @ParameterizedTest
    @CsvSource({"1, 5, 0", "3000, 7, 0", "3000, 7, 0.1", "500, 1301, 0", "500, 1301, 0.001"})
    void meansAndSquaresAreWelfordsToTheBitForAnyNumberOfThreads(int count, int width, double gaps) {
        float[][] rows = rows(count, width, gaps);
        for (int threads = 1; threads <= 3; threads++) {
            try (Parallel parallel = new Parallel(threads)) {
                Survey survey = Survey.of(Samples.of(rows), parallel);
                for (int j = 0; j < width; j++) {
                    long known = 0;
                    double mean = 0;
                    double squares = 0;
                    for (float[] row : rows) {
                        if (!Float.isNaN(row[j])) {
                            double change = row[j] - mean;
                            mean += change / ++known;
                            squares += change * (row[j] - mean);
                        }
                    }
                    assertThat(survey.known(j)).isEqualTo(known);
                    assertThat(survey.mean(j)).isEqualTo(mean);
                    assertThat(survey.squares(j)).isEqualTo(squares);
                }
            }
        }
    }

    @Test
    void columnsAreToldByTheirRangeWholeNumbersAndFewValues() {
        Survey survey = survey(new float[][] {
            {3, -2, 0.5f, NAN},
            {NAN, -2, 1.5f, NAN},
            {1, -2, NAN, NAN},
            {3, -0.0f, 0.5f, NAN},
        });
        assertThat(survey.rows()).isEqualTo(4);
        assertThat(survey.width()).isEqualTo(4);
        assertThat(survey.low(0)).isEqualTo(1);
        assertThat(survey.high(0)).isEqualTo(3);
        assertThat(survey.low()).isEqualTo(-2);
        assertThat(survey.high()).isEqualTo(3);
        assertThat(survey.whole(0)).isTrue();
        assertThat(survey.whole(1)).isTrue();
        assertThat(survey.whole(2)).isFalse();
        assertThat(survey.fewValues(0)).containsExactly(1, 3);
        assertThat(survey.fewValues(1)).containsExactly(-2, 0);
        assertThat(survey.fewValues(2)).containsExactly(0.5f, 1.5f);
        assertThat(survey.fewValues(3)).isEmpty();
        assertThat(survey.missing(0)).isEqualTo(1);
        assertThat(survey.missing(1)).isZero();
        assertThat(survey.missing()).isEqualTo(6);
        assertThat(survey.rowsWithGaps()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"20, true", "21, false"})
    void upToTwentyValuesAreFew(int values, boolean few) {
        float[][] rows = new float[2_000][2];
        for (int i = 0; i < rows.length; i++) {
            rows[i][0] = i;
            rows[i][1] = -0.1f * (i % values);
        }
        Survey survey = survey(rows);
        assertThat(survey.fewValues(0)).isNull();
        if (few) {
            assertThat(survey.fewValues(1)).hasSize(values).isSorted();
        } else {
            assertThat(survey.fewValues(1)).isNull();
        }
    }

    @Test
    void wrongCellsAreTheFirstOnesRowByRow() {
        float[][] rows = rows(300, 700, 0);
        rows[200][3] = Float.NEGATIVE_INFINITY;
        rows[150][650] = Float.POSITIVE_INFINITY;
        rows[150][680] = Float.POSITIVE_INFINITY;
        rows[151][0] = NAN;
        Schema schema = Schema.Columns.numbered(700);
        try (Parallel parallel = new Parallel(3)) {
            Survey survey = Survey.of(Samples.of(rows), parallel);
            assertThat(survey.firstInfinite()).isEqualTo(new Survey.Cell(150, 650, Float.POSITIVE_INFINITY));
            assertThat(survey.firstMissing()).isEqualTo(new Survey.Cell(151, 0, NAN));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> survey.requireTrainable(schema))
                    .withMessage(
                            "row 150, column 650: found Infinity, expected a finite number, or NaN where it is missing");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> survey.requireFinite(schema))
                    .withMessage("row 150, column 650: found Infinity, expected a finite number");
        }
        rows[150][2] = NAN;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> survey(rows).requireFinite(schema))
                .withMessage("row 150, column 2: found NaN, expected a finite number");
        Survey sound = survey(rows(300, 700, 0));
        assertThat(sound.firstMissing()).isNull();
        assertThat(sound.firstInfinite()).isNull();
        assertThatNoException().isThrownBy(() -> sound.requireFinite(schema));
        assertThatNoException().isThrownBy(() -> sound.requireTrainable(schema));
    }

    @Test
    void rowsEqualToTheFirstAreCounted() {
        assertThat(survey(new float[][] {{1, NAN}, {1, NAN}, {1, 2}, {1, NAN}}).rowsLikeFirst())
                .isEqualTo(3);
        assertThat(survey(new float[][] {{1, 2}}).rowsLikeFirst()).isEqualTo(1);
    }

    @Test
    void quantilesLieBetweenValuesAndLeaveGapsOut() {
        Survey survey = survey(new float[][] {{4, NAN}, {1, NAN}, {NAN, NAN}, {2, NAN}, {3, NAN}});
        assertThat(survey.quantile(0, 0)).isEqualTo(1);
        assertThat(survey.quantile(0, 0.25)).isEqualTo(1.75);
        assertThat(survey.quantile(0, 0.5)).isEqualTo(2.5);
        assertThat(survey.quantile(0, 1)).isEqualTo(4);
        assertThat(survey.quantile(1, 0.5)).isNaN();
    }

    /** More rows than are kept, in order: an unfair choice would show. */
    @ParameterizedTest
    @CsvSource({"100000, 2, 1e-4", "9000, 1000, 1e-3"})
    void quantilesOfManyRowsAreThoseOfAFairChoice(int count, int width, double tolerance) {
        float[] values = new float[count * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (i / width) / count;
        }
        Survey survey = Survey.of(Samples.ofFloats(values, Schema.Columns.numbered(width)));
        for (double share : new double[] {0, 0.25, 0.5, 0.75, 1}) {
            assertThat(survey.quantile(width - 1, share)).isCloseTo(share, offset(tolerance));
        }
    }

    @Test
    void aMergedSurveyIsThatOfAllRows() {
        float[][] rows = rows(1_000, 6, 0.05);
        Survey whole = survey(rows);
        Survey merged = survey(Arrays.copyOfRange(rows, 0, 10))
                .merge(Survey.of(Samples.of(rows).limit(0)))
                .merge(survey(Arrays.copyOfRange(rows, 10, 700)))
                .merge(survey(Arrays.copyOfRange(rows, 700, 1_000)));
        List<Function<Survey, Object>> same = List.of(
                Survey::rows,
                Survey::missing,
                Survey::rowsWithGaps,
                Survey::firstMissing,
                Survey::low,
                Survey::high,
                survey -> survey.known(2),
                survey -> survey.low(2),
                survey -> survey.high(1),
                survey -> survey.whole(0),
                survey -> survey.whole(1),
                survey -> Arrays.toString(survey.fewValues(2)),
                survey -> survey.fewValues(0) == null,
                survey -> survey.quantile(0, 0.3));
        for (Function<Survey, Object> each : same) {
            assertThat(each.apply(merged)).isEqualTo(each.apply(whole));
        }
        for (int j = 0; j < 6; j++) {
            assertThat(merged.mean(j)).isCloseTo(whole.mean(j), offset(1e-9 * Math.abs(whole.mean(j))));
            assertThat(merged.squares(j)).isCloseTo(whole.squares(j), offset(1e-9 * whole.squares(j)));
        }
    }

    @Test
    void cellsOfAMergedSurveyAreNumberedThrough() {
        Survey merged = survey(new float[][] {{1, 2}, {3, 4}}).merge(survey(new float[][] {
            {5, 6}, {NAN, Float.NEGATIVE_INFINITY}
        }));
        assertThat(merged.firstMissing()).isEqualTo(new Survey.Cell(3, 0, NAN));
        assertThat(merged.firstInfinite()).isEqualTo(new Survey.Cell(3, 1, Float.NEGATIVE_INFINITY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> merged.merge(survey(new float[][] {{1}})))
                .withMessage("rows of 1 values behind rows of 2, expected as many");
    }

    @Test
    void allRowsAreEqualWhereTheyAreInAllParts() {
        Survey ones = survey(new float[][] {{1, 1}, {1, 1}});
        assertThat(ones.merge(ones).rowsLikeFirst()).isEqualTo(4);
        assertThat(ones.merge(survey(new float[][] {{2, 1}, {2, 1}})).rowsLikeFirst())
                .isEqualTo(2);
    }

    @Test
    void partsTogetherKeepWhatOneAloneKeeps() {
        int parts = 8;
        float[] values = new float[400_000];
        Survey merged = null;
        for (int part = 0; part < parts; part++) {
            for (int i = 0; i < values.length; i++) {
                values[i] = (part + (float) i / values.length) / parts;
            }
            Survey own = Survey.ofPart(Samples.ofFloats(values.clone(), Schema.Columns.numbered(1)), parts);
            merged = merged == null ? own : merged.merge(own);
        }
        for (double share : new double[] {0.01, 0.25, 0.5, 0.99}) {
            assertThat(merged.quantile(0, share)).isCloseTo(share, offset(1e-3));
        }
    }

    @Test
    void aSurveyCanBeSent() throws IOException, ClassNotFoundException {
        byte[] sent = bytes(survey(rows(50, 9, 0.1)));
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(sent))) {
            assertThat(bytes(in.readObject())).isEqualTo(sent);
        }
    }

    private static byte[] bytes(Object sent) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(sent);
        }
        return bytes.toByteArray();
    }

    @Test
    void theChecksumIsThatOfNumberWidthValuesAndClasses() throws Exception {
        float[][] rows = rows(70, 3, 0.02);
        // Another NaN is a gap like any other.
        rows[5][1] = Float.intBitsToFloat(0x7fc12345);
        Labels labels = new Labels(new int[70], List.of("all"));
        for (Labels some : new Labels[] {null, labels}) {
            ByteBuffer bytes = ByteBuffer.allocate(8 + 4 * 70 * 3 + (some == null ? 0 : 4 * 70));
            bytes.putInt(70).putInt(3).order(ByteOrder.LITTLE_ENDIAN);
            for (float[] row : rows) {
                for (float value : row) {
                    bytes.putInt(Float.isNaN(value) ? 0x7fc00000 : Float.floatToRawIntBits(value));
                }
            }
            String expected = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
            try (Parallel parallel = new Parallel(2)) {
                assertThat(Survey.withSha256(Samples.of(rows), some, parallel).sha256())
                        .isEqualTo(expected);
            }
        }
        assertThat(survey(rows).sha256()).isEmpty();
    }

    @Test
    void noRowsHaveASurveyToo() {
        Survey none = Survey.of(Samples.of(new float[1][3]).limit(0));
        assertThat(none.rows()).isZero();
        assertThat(none.missing()).isZero();
        assertThat(none.quantile(2, 0.5)).isNaN();
        assertThat(none.rowsLikeFirst()).isZero();
    }
}

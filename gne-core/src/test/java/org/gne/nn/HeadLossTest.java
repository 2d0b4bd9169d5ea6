package org.gne.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.gne.kernel.Kernel;
import org.gne.kernel.Kernels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Losses and deviances of single rows. */
final class HeadLossTest {

    private static final int ROWS = 20;

    private final Kernel kernel = Kernels.active();
    private final Random random = new Random(12);

    static Stream<Heads> heads() {
        return HeadCases.all();
    }

    /** A row, with gaps in every second one, at an offset. */
    private float[] row(Heads heads, int number, int offset) {
        float[] values = HeadCases.rows(heads, 1, random);
        if (number % 2 == 1) {
            HeadCases.punch(heads, values, 0, 1, random);
        }
        return behind(values, offset);
    }

    private float[] means(Heads heads, float[] logits, int offset) {
        float[] means = logits.clone();
        heads.activate(kernel, 1, means);
        return behind(means, offset);
    }

    private static float[] behind(float[] values, int offset) {
        float[] result = new float[offset + values.length];
        System.arraycopy(values, 0, result, offset, values.length);
        return result;
    }

    private float cost(Heads heads, float[] row, int r0, float[] means, int m0) {
        return heads.cost(kernel, row, r0, means, m0, new float[heads.width()]);
    }

    @ParameterizedTest
    @MethodSource("heads")
    void theCostOfARowIsTheLossThatItsGradientIsTakenOf(Heads heads) {
        for (int i = 0; i < ROWS; i++) {
            float[] row = row(heads, i, 0);
            float[] logits = HeadCases.logits(heads, random);
            float[] sums = new float[heads.width()];
            float[] exposures = heads.exposures(1, row);
            int width = heads.width();
            heads.gradient(kernel, 1, 0, width, logits.clone(), row, true, exposures, 1, sums);
            double expected = heads.total(sums);
            float found = cost(heads, behind(row, 3), 3, means(heads, logits, 5), 5);
            assertThat((double) found).isCloseTo(expected, offset(1e-4 * Math.max(1, expected)));
        }
    }

    @ParameterizedTest
    @MethodSource("heads")
    void itIsThatOfTheDefinition(Heads heads) {
        for (int i = 0; i < ROWS; i++) {
            float[] row = row(heads, i, 0);
            float[] means = means(heads, HeadCases.logits(heads, random), 0);
            double expected = ReferenceHeads.loss(heads, NetworkCase.doubles(means), NetworkCase.doubles(row));
            assertThat((double) cost(heads, row, 0, means, 0))
                    .isCloseTo(expected, offset(1e-5 * Math.max(1, expected)));
        }
    }

    @ParameterizedTest
    @MethodSource("heads")
    void devianceIsWhatIsLostAgainstTheBestMeans(Heads heads) {
        for (int i = 0; i < ROWS; i++) {
            float[] row = row(heads, i, 3);
            float[] best = best(heads, row, 3);
            double[] none = new double[heads.width()];
            assertThat(heads.deviance(row, 3, best, 0, none)).isCloseTo(0, offset(1e-4));
            double least = cost(heads, row, 3, best, 0);
            for (int trial = 0; trial < 3; trial++) {
                float[] means = means(heads, HeadCases.logits(heads, random), 5);
                double[] perColumn = new double[heads.width()];
                double found = heads.deviance(row, 3, means, 5, perColumn);
                double cost = cost(heads, row, 3, means, 5);
                assertThat(found).isNotNegative();
                assertThat(found).isCloseTo(cost - least, offset(2e-5 * Math.max(1, cost)));
                assertThat(weighted(heads, perColumn)).isCloseTo(found, offset(1e-9 * Math.max(1, found)));
            }
        }
    }

    /** The means at which a row is likeliest: the row itself, of counts as they would be in a row of exposure 1. */
    private static float[] best(Heads heads, float[] row, int from) {
        float[] best = new float[heads.width()];
        for (Stretch stretch : heads.stretches()) {
            double[] values = new double[heads.width()];
            for (int j = 0; j < values.length; j++) {
                values[j] = row[from + j];
            }
            double exposure = ReferenceHeads.exposure(stretch, values);
            for (int j = stretch.from(); j < stretch.to(); j++) {
                best[j] = Double.isNaN(values[j]) ? 1 : (float) (values[j] / exposure);
            }
        }
        return best;
    }

    private static double weighted(Heads heads, double[] perColumn) {
        double sum = 0;
        for (Stretch stretch : heads.stretches()) {
            for (int j = 0; j < stretch.width(); j++) {
                sum += stretch.weight(j) * perColumn[stretch.from() + j];
            }
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("heads")
    void ofARowWithoutAnyValueNothingIsKnownAndNothingLost(Heads heads) {
        float[] row = new float[heads.width()];
        Arrays.fill(row, Float.NaN);
        float[] means = means(heads, HeadCases.logits(heads, random), 0);
        assertThat(heads.known(row, 0)).isZero();
        assertThat(cost(heads, row, 0, means, 0)).isZero();
        assertThat(heads.deviance(row, 0, means, 0, new double[heads.width()])).isZero();
        float[] whole = HeadCases.rows(heads, 1, random);
        assertThat(heads.known(whole, 0)).isEqualTo(heads.sources());
    }

    /** A float sigmoid says 0 and 1 at the ends: what is wrong there costs much, not without bound. */
    @ParameterizedTest
    @MethodSource("heads")
    void costsAreFiniteWhateverTheLogits(Heads heads) {
        for (float logit : new float[] {-1000, -60, 60}) {
            float[] row = row(heads, 0, 0);
            float[] logits = new float[heads.width()];
            for (int j = 0; j < logits.length; j++) {
                logits[j] = j % 2 == 0 ? logit : -logit;
            }
            float[] means = means(heads, logits, 0);
            assertThat(cost(heads, row, 0, means, 0)).isFinite().isNotNegative();
            assertThat(heads.deviance(row, 0, means, 0, new double[heads.width()]))
                    .isFinite();
            float[] residual = new float[heads.width()];
            float[] factor = new float[heads.width()];
            heads.whiten(row, 0, means, 0, residual, factor);
            for (int j = 0; j < residual.length; j++) {
                assertThat(residual[j]).isFinite();
                assertThat(factor[j]).isFinite();
            }
        }
    }
}

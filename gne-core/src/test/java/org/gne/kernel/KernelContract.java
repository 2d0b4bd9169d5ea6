package org.gne.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every kernel must do: the formulas of {@link Kernel}, bit for bit, at sizes that fill no vector, one, and many, at
 * any offset, and nothing outside the elements named.
 */
abstract class KernelContract {

    private static final int OFFSET = 3;

    private final Kernel kernel = kernel();

    /** The specification itself is held by the formulas below, the other kernels by the specification. */
    private final Kernel specification = new ScalarKernel();

    abstract Kernel kernel();

    static IntStream sizes() {
        return IntStream.of(0, 1, 3, 7, 8, 13, 15, 16, 17, 24, 31, 64, 207, 784, 4098);
    }

    static Stream<int[]> products() {
        return Stream.of(
                new int[] {1, 1, 1},
                new int[] {4, 24, 8},
                new int[] {64, 64, 64},
                new int[] {13, 784, 64},
                new int[] {64, 13, 784},
                new int[] {5, 207, 300},
                new int[] {9, 49, 1},
                new int[] {2, 64, 64},
                new int[] {64, 2, 64},
                new int[] {12, 256, 520},
                new int[] {8, 31, 0},
                new int[] {0, 8, 8});
    }

    @ParameterizedTest
    @MethodSource("products")
    void productAccumulatesInAscendingOrderWithOneFmaPerStep(int[] size) {
        int m = size[0];
        int n = size[1];
        int k = size[2];
        for (boolean transposed : new boolean[] {false, true}) {
            int aRow = transposed ? 1 : k + 2;
            int aColumn = transposed ? m + 1 : 1;
            int bRow = n + 5;
            int cRow = n + 1;
            float[] a = random(OFFSET + (m + 2) * (k + 2), 1);
            float[] b = random(OFFSET + k * bRow + n, 2);
            float[] c = random(OFFSET + m * cRow + n, 3);
            float[] expected = c.clone();
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    float sum = expected[OFFSET + i * cRow + j];
                    for (int p = 0; p < k; p++) {
                        sum = Math.fma(a[OFFSET + i * aRow + p * aColumn], b[OFFSET + p * bRow + j], sum);
                    }
                    expected[OFFSET + i * cRow + j] = sum;
                }
            }
            kernel.multiplyAdd(m, n, k, a, OFFSET, aRow, aColumn, b, OFFSET, bRow, c, OFFSET, cRow);
            sameBits(c, expected);
        }
    }

    static IntStream tableWidths() {
        return IntStream.of(1, 3, 7, 8, 9, 16);
    }

    @ParameterizedTest
    @MethodSource("tableWidths")
    void gatherSumsRunsOfRowsOfATable(int n) {
        int rows = 5;
        int runs = 3;
        int yRow = n + 4;
        for (int slack : new int[] {0, 64}) {
            float[] table = random(40 + 3 * n + slack, 1);
            int[] at = new Random(2).ints((long) rows * runs, 0, 40).toArray();
            float[] w = random(rows * runs * 3, 3);
            float[] y = random(OFFSET + rows * yRow, 4);
            float[] expected = y.clone();
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < n; j++) {
                    float[] sums = new float[3];
                    for (int r = i * runs; r < (i + 1) * runs; r++) {
                        for (int k = 0; k < 3; k++) {
                            sums[k] = Math.fma(w[3 * r + k], table[at[r] + k * n + j], sums[k]);
                        }
                    }
                    expected[OFFSET + i * yRow + j] = sums[0] + sums[1] + sums[2];
                }
            }
            kernel.gather(rows, runs, n, at, w, table, y, OFFSET, yRow);
            sameBits(y, expected);
        }
    }

    /** Runs overlap here, so that the order shows, and the table has zeros of both signs. */
    @ParameterizedTest
    @MethodSource("tableWidths")
    void scatterAddAddsToRunsOfRowsOfATableInOrder(int n) {
        int rows = 5;
        int runs = 3;
        int xRow = n + 4;
        for (int slack : new int[] {0, 64}) {
            float[] table = random(40 + 3 * n + slack, 1);
            for (int i = 0; i < table.length; i += 3) {
                table[i] = i % 2 == 0 ? 0f : -0f;
            }
            int[] at = new Random(2).ints((long) rows * runs, 0, 40).toArray();
            float[] w = random(rows * runs * 3, 3);
            for (int i = 0; i < w.length; i++) {
                w[i] = i % 5 == 0 ? 0 : Math.abs(w[i]);
            }
            float[] x = random(OFFSET + rows * xRow, 4);
            float[] expected = table.clone();
            for (int i = 0; i < rows; i++) {
                for (int r = i * runs; r < (i + 1) * runs; r++) {
                    for (int k = 0; k < 3; k++) {
                        for (int j = 0; j < n; j++) {
                            int to = at[r] + k * n + j;
                            expected[to] = Math.fma(w[3 * r + k], x[OFFSET + i * xRow + j], expected[to]);
                        }
                    }
                }
            }
            kernel.scatterAdd(rows, runs, n, at, w, x, OFFSET, xRow, table);
            sameBits(table, expected);
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void addAddsElementByElement(int n) {
        float[] x = random(n + 9, 1);
        float[] y = random(n + 9, 2);
        float[] expected = y.clone();
        for (int i = 0; i < n; i++) {
            expected[OFFSET + i] += x[1 + i];
        }
        kernel.add(n, x, 1, y, OFFSET);
        sameBits(y, expected);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void columnsAreSummedRowAfterRow(int n) {
        int rows = 5;
        float[] x = random(rows * (n + 3) + 1, 1);
        float[] y = random(n + 9, 2);
        float[] expected = y.clone();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < n; j++) {
                expected[OFFSET + j] += x[1 + i * (n + 3) + j];
            }
        }
        kernel.addRows(rows, n, x, 1, n + 3, y, OFFSET);
        sameBits(y, expected);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void activationsAndTheirGradientsMatchTheSpecification(int n) {
        float[] x = extremes(random(n + 9, 4));
        float[] h = random(n + 9, 5);
        float[] elu = x.clone();
        float[] eluExpected = x.clone();
        kernel.elu(n, elu, OFFSET);
        specification.elu(n, eluExpected, OFFSET);
        sameBits(elu, eluExpected);

        float[] relu = x.clone();
        float[] reluExpected = x.clone();
        kernel.relu(n, relu, OFFSET);
        specification.relu(n, reluExpected, OFFSET);
        sameBits(relu, reluExpected);

        float[] sigmoid = x.clone();
        float[] sigmoidExpected = x.clone();
        kernel.sigmoid(n, sigmoid, OFFSET);
        specification.sigmoid(n, sigmoidExpected, OFFSET);
        sameBits(sigmoid, sigmoidExpected);

        float[] exp = x.clone();
        float[] expExpected = x.clone();
        kernel.exp(n, exp, OFFSET);
        specification.exp(n, expExpected, OFFSET);
        sameBits(exp, expExpected);

        float[] gradient = x.clone();
        float[] gradientExpected = x.clone();
        kernel.eluGradient(n, h, 1, gradient, OFFSET);
        specification.eluGradient(n, h, 1, gradientExpected, OFFSET);
        kernel.reluGradient(n, h, 2, gradient, OFFSET);
        specification.reluGradient(n, h, 2, gradientExpected, OFFSET);
        sameBits(gradient, gradientExpected);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void logarithmsMatchTheSpecification(int n) {
        float[] hard = {Float.MIN_NORMAL, Float.MAX_VALUE, 1, Math.nextUp(1f), Math.nextDown(1f), 0.70710678f, 1e-7f};
        float[] x = random(n + 9, 12);
        for (int i = 0; i < x.length; i++) {
            x[i] = i % 3 == 0 ? hard[i / 3 % hard.length] : Math.abs(x[i]) + Float.MIN_NORMAL;
        }
        float[] log = x.clone();
        float[] expected = x.clone();
        kernel.log(n, log, OFFSET);
        specification.log(n, expected, OFFSET);
        sameBits(log, expected);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void lossesMatchTheSpecification(int n) {
        int rows = 3;
        float[] logits = random(rows * (n + 2) + 9, 6);
        for (int i = 0; i < logits.length; i++) {
            logits[i] *= 20;
        }
        extremes(logits);
        float[] target = random(rows * (n + 1) + 9, 7);
        for (int which = 0; which < 3; which++) {
            float[] z = logits.clone();
            float[] zExpected = logits.clone();
            float[] loss = random(n + 4, 8);
            float[] lossExpected = loss.clone();
            loss(kernel, which, rows, n, z, target, loss);
            loss(specification, which, rows, n, zExpected, target, lossExpected);
            sameBits(z, zExpected);
            sameBits(loss, lossExpected);
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void theLossOfRowsIsThatOfOneRowAfterAnother(int n) {
        float[] z = random(3 * n + 9, 6);
        float[] target = random(3 * n + 9, 7);
        float[] loss = random(n + 4, 8);
        float[] zApart = z.clone();
        float[] lossApart = loss.clone();
        kernel.sigmoidSquaredError(3, n, z, 0, n, target, 0, n, 0.37f, loss, 2);
        for (int i = 0; i < 3; i++) {
            kernel.sigmoidSquaredError(1, n, zApart, i * n, n, target, i * n, n, 0.37f, lossApart, 2);
        }
        sameBits(z, zApart);
        sameBits(loss, lossApart);
    }

    private static void loss(Kernel kernel, int which, int rows, int n, float[] z, float[] target, float[] loss) {
        int zRow = n + 2;
        int tRow = n + 1;
        switch (which) {
            case 0 -> kernel.sigmoidSquaredError(rows, n, z, OFFSET, zRow, target, 1, tRow, 0.37f, loss, 2);
            case 1 -> kernel.squaredError(rows, n, z, OFFSET, zRow, target, 1, tRow, 0.37f, loss, 2);
            default -> kernel.sigmoidCrossEntropy(rows, n, z, OFFSET, zRow, target, 1, tRow, 0.37f, loss, 2);
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void adamMatchesTheSpecification(int n) {
        Kernel.AdamStep step = new Kernel.AdamStep(0.01f, 0.9f, 0.999f, 1e-7f);
        float[] x = random(n + 9, 9);
        float[] m = random(n + 9, 10);
        float[] v = random(n + 9, 11);
        for (int i = 0; i < v.length; i++) {
            v[i] = Math.abs(v[i]);
        }
        float[] g = random(n + 9, 12);
        float[] xExpected = x.clone();
        float[] mExpected = m.clone();
        float[] vExpected = v.clone();
        kernel.adam(n, x, m, v, OFFSET, g, 1, step);
        specification.adam(n, xExpected, mExpected, vExpected, OFFSET, g, 1, step);
        sameBits(x, xExpected);
        sameBits(m, mExpected);
        sameBits(v, vExpected);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void argMinIsTheFirstOfTheLowest(int n) {
        Random random = new Random(n);
        for (int round = 0; round < 20; round++) {
            float[] x = new float[n + 5];
            for (int i = 0; i < x.length; i++) {
                // Few values, so that there are ties; some are not a number.
                x[i] = random.nextInt(20) == 0 ? Float.NaN : random.nextInt(6) - 3;
            }
            int expected = 0;
            float lowest = Float.POSITIVE_INFINITY;
            for (int i = 0; i < n; i++) {
                if (x[OFFSET + i] < lowest) {
                    lowest = x[OFFSET + i];
                    expected = i;
                }
            }
            assertThat(kernel.argMin(n, x, OFFSET))
                    .as("n %d, round %d", n, round)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void squaredDistanceIsThatOfTheKnownElements(int n) {
        float[] x = random(n + 9, 14);
        float[] y = random(n + 9, 15);
        for (int i = 3; i < x.length; i += 7) {
            x[i] = Float.NaN;
        }
        float[] sums = new float[16];
        double exact = 0;
        for (int i = 0; i < n; i++) {
            float d = Float.isNaN(x[OFFSET + i]) ? 0 : x[OFFSET + i] - y[1 + i];
            sums[i % 16] = Math.fma(d, d, sums[i % 16]);
            exact += (double) d * d;
        }
        for (int half = 8; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                sums[i] += sums[i + half];
            }
        }
        float found = kernel.squaredDistance(n, x, OFFSET, y, 1);
        sameBits(new float[] {found}, new float[] {sums[0]});
        assertThat((double) found).isCloseTo(exact, Offset.offset(1e-5 * (1 + exact)));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void bytesDecodeAsUnsigned(int n) {
        byte[] x = new byte[n + 9];
        new Random(n).nextBytes(x);
        float[] y = random(n + 9, 13);
        float[] expected = y.clone();
        for (int i = 0; i < n; i++) {
            expected[OFFSET + i] = ((x[1 + i] & 0xff) - 3f) * (1f / 255);
        }
        kernel.decode(n, x, 1, 3f, 1f / 255, y, OFFSET);
        sameBits(y, expected);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void firstBelowIsTheFirst(int n) {
        Random random = new Random(n);
        for (int round = 0; round < 20; round++) {
            float[] x = new float[n + 5];
            for (int i = 0; i < x.length; i++) {
                x[i] = random.nextInt(20) == 0 ? Float.NaN : random.nextInt(round + 2);
            }
            int expected = 0;
            while (expected < n && !(x[OFFSET + expected] < 1)) {
                expected++;
            }
            assertThat(kernel.firstBelow(n, x, OFFSET, 1))
                    .as("n %d, round %d", n, round)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void butterfliesMatchTheSpecification(int n) {
        for (int radix = 2; radix <= 4; radix++) {
            int step = n + 2;
            int im = 4 * step;
            float[] x = random(8 * step + OFFSET, 14);
            float[] w = random(7, 15);
            float[] y = random(8 * step + OFFSET, 16);
            float[] expected = y.clone();
            kernel.butterfly(radix, n, x, 1, step, y, OFFSET, step, im, w, 1);
            specification.butterfly(radix, n, x, 1, step, expected, OFFSET, step, im, w, 1);
            sameBits(y, expected);
        }
    }

    @Test
    void butterfliesAreTransformsOfTheirRadix() {
        for (int radix = 2; radix <= 4; radix++) {
            float[] x = random(8, 17);
            float[] w = {1, 0, 0, 1, -1, 0};
            float[] y = new float[8];
            kernel.butterfly(radix, 1, x, 0, 1, y, 0, 1, 4, w, 0);
            for (int j = 0; j < radix; j++) {
                double re = 0;
                double im = 0;
                for (int k = 0; k < radix; k++) {
                    double angle = -2 * Math.PI * j * k / radix;
                    re += x[k] * Math.cos(angle) - x[4 + k] * Math.sin(angle);
                    im += x[k] * Math.sin(angle) + x[4 + k] * Math.cos(angle);
                }
                double wRe = j == 0 ? 1 : w[2 * j - 2];
                double wIm = j == 0 ? 0 : w[2 * j - 1];
                assertThat((double) y[j]).as("radix %d", radix).isCloseTo(re * wRe - im * wIm, Offset.offset(1e-5));
                assertThat((double) y[4 + j]).as("radix %d", radix).isCloseTo(re * wIm + im * wRe, Offset.offset(1e-5));
            }
        }
    }

    @Test
    void argMinOfNothingButNaNOrInfinityIsZero() {
        float[] x = new float[40];
        Arrays.fill(x, Float.NaN);
        assertThat(kernel.argMin(40, x, 0)).isZero();
        Arrays.fill(x, Float.POSITIVE_INFINITY);
        assertThat(kernel.argMin(40, x, 0)).isZero();
    }

    private static float[] random(int n, long seed) {
        Random random = new Random(seed);
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /** Some elements become what sums and exponentials stumble over. */
    private static float[] extremes(float[] values) {
        float[] hard = {0f, -0f, 1e-40f, -1e-40f, 88.8f, -88.8f, 1000f, -1000f, Float.MAX_VALUE, -Float.MAX_VALUE};
        for (int i = 0; i < values.length; i += 3) {
            values[i] = hard[i / 3 % hard.length];
        }
        return values;
    }

    private void sameBits(float[] found, float[] expected) {
        for (int i = 0; i < expected.length; i++) {
            if (Float.floatToRawIntBits(found[i]) != Float.floatToRawIntBits(expected[i])) {
                throw new AssertionError(
                        kernel.name() + ", element " + i + ": found " + found[i] + ", expected " + expected[i]);
            }
        }
    }
}

package org.gne.kernel;

import static org.gne.kernel.Polynomials.*;

/** The specification in plain Java. It also runs if the Vector API is absent. */
final class ScalarKernel implements Kernel {

    /** The number of parallel sums of {@link Kernel#squaredDistance}. */
    static final int SUMS = 16;

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public void multiplyAdd(
            int m,
            int n,
            int k,
            float[] a,
            int a0,
            int aRow,
            int aColumn,
            float[] b,
            int b0,
            int bRow,
            float[] c,
            int c0,
            int cRow) {
        ScalarMultiply.multiplyAdd(m, n, k, a, a0, aRow, aColumn, b, b0, bRow, c, c0, cRow);
    }

    @Override
    public void add(int n, float[] x, int x0, float[] y, int y0) {
        for (int i = 0; i < n; i++) {
            y[y0 + i] += x[x0 + i];
        }
    }

    @Override
    public void addRows(int rows, int n, float[] x, int x0, int xRow, float[] y, int y0) {
        for (int i = 0; i < rows; i++) {
            add(n, x, x0 + i * xRow, y, y0);
        }
    }

    @Override
    public void elu(int n, float[] x, int x0) {
        for (int i = x0; i < x0 + n; i++) {
            x[i] = x[i] > 0 ? x[i] : exp(x[i]) - 1;
        }
    }

    @Override
    public void eluGradient(int n, float[] h, int h0, float[] gradient, int g0) {
        for (int i = 0; i < n; i++) {
            gradient[g0 + i] *= h[h0 + i] > 0 ? 1 : h[h0 + i] + 1;
        }
    }

    @Override
    public void relu(int n, float[] x, int x0) {
        for (int i = x0; i < x0 + n; i++) {
            x[i] = Math.max(x[i], 0);
        }
    }

    @Override
    public void reluGradient(int n, float[] h, int h0, float[] gradient, int g0) {
        for (int i = 0; i < n; i++) {
            gradient[g0 + i] = h[h0 + i] > 0 ? gradient[g0 + i] : 0;
        }
    }

    @Override
    public void exp(int n, float[] x, int x0) {
        for (int i = 0; i < n; i++) {
            x[x0 + i] = exp(x[x0 + i]);
        }
    }

    @Override
    public void log(int n, float[] x, int x0) {
        for (int i = x0; i < x0 + n; i++) {
            x[i] = log(x[i]);
        }
    }

    @Override
    public void sigmoid(int n, float[] x, int x0) {
        for (int i = x0; i < x0 + n; i++) {
            x[i] = sigmoid(x[i]);
        }
    }

    @Override
    public void sigmoidSquaredError(
            int rows,
            int n,
            float[] z,
            int z0,
            int zRow,
            float[] target,
            int t0,
            int tRow,
            float scale,
            float[] loss,
            int l0) {
        float twice = 2 * scale;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < n; j++) {
                int at = z0 + i * zRow + j;
                float y = sigmoid(z[at]);
                float d = y - target[t0 + i * tRow + j];
                loss[l0 + j] = Math.fma(d, d, loss[l0 + j]);
                z[at] = (twice * d) * (y * (1 - y));
            }
        }
    }

    @Override
    public void squaredError(
            int rows,
            int n,
            float[] z,
            int z0,
            int zRow,
            float[] target,
            int t0,
            int tRow,
            float scale,
            float[] loss,
            int l0) {
        float twice = 2 * scale;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < n; j++) {
                int at = z0 + i * zRow + j;
                float d = z[at] - target[t0 + i * tRow + j];
                loss[l0 + j] = Math.fma(d, d, loss[l0 + j]);
                z[at] = twice * d;
            }
        }
    }

    @Override
    public void sigmoidCrossEntropy(
            int rows,
            int n,
            float[] z,
            int z0,
            int zRow,
            float[] target,
            int t0,
            int tRow,
            float scale,
            float[] loss,
            int l0) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < n; j++) {
                int at = z0 + i * zRow + j;
                float logit = z[at];
                float t = target[t0 + i * tRow + j];
                float softplus = Math.max(logit, 0) + log1p(exp(-Math.abs(logit)));
                loss[l0 + j] += softplus - logit * t;
                z[at] = scale * (sigmoid(logit) - t);
            }
        }
    }

    @Override
    public void adam(int n, float[] x, float[] m, float[] v, int x0, float[] g, int g0, AdamStep step) {
        float one = 1 - step.beta1();
        float two = 1 - step.beta2();
        for (int i = 0; i < n; i++) {
            float slope = g[g0 + i];
            float first = Math.fma(one, slope - m[x0 + i], m[x0 + i]);
            float second = Math.fma(two, slope * slope - v[x0 + i], v[x0 + i]);
            m[x0 + i] = first;
            v[x0 + i] = second;
            x[x0 + i] -= (step.rate() * first) / ((float) Math.sqrt(second) + step.epsilon());
        }
    }

    @Override
    public float squaredDistance(int n, float[] x, int x0, float[] y, int y0) {
        float[] sums = new float[SUMS];
        addSquares(0, n, x, x0, y, y0, sums);
        return total(sums);
    }

    /** Adds the squares from element {@code from} on to the sums of {@link Kernel#squaredDistance}. */
    static void addSquares(int from, int n, float[] x, int x0, float[] y, int y0, float[] sums) {
        for (int j = from; j < n; j++) {
            float d = Float.isNaN(x[x0 + j]) ? 0 : x[x0 + j] - y[y0 + j];
            sums[j % SUMS] = Math.fma(d, d, sums[j % SUMS]);
        }
    }

    static float total(float[] sums) {
        for (int half = SUMS / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                sums[i] += sums[i + half];
            }
        }
        return sums[0];
    }

    @Override
    public int argMin(int n, float[] x, int x0) {
        int best = 0;
        float lowest = Float.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            if (x[x0 + i] < lowest) {
                lowest = x[x0 + i];
                best = i;
            }
        }
        return best;
    }

    @Override
    public int firstBelow(int n, float[] x, int x0, float bound) {
        for (int i = 0; i < n; i++) {
            if (x[x0 + i] < bound) {
                return i;
            }
        }
        return n;
    }

    @Override
    public void butterfly(
            int radix, int n, float[] x, int x0, int xStep, float[] y, int y0, int yStep, int im, float[] w, int w0) {
        switch (radix) {
            case 2 -> ScalarButterflies.two(0, n, x, x0, xStep, y, y0, yStep, im, w, w0);
            case 3 -> ScalarButterflies.three(0, n, x, x0, xStep, y, y0, yStep, im, w, w0);
            case 4 -> ScalarButterflies.four(0, n, x, x0, xStep, y, y0, yStep, im, w, w0);
            default -> throw new IllegalArgumentException("radix " + radix + ", expected 2, 3 or 4");
        }
    }

    @Override
    public void gather(int rows, int runs, int n, int[] at, float[] w, float[] table, float[] y, int y0, int yRow) {
        gather(0, rows, runs, n, at, w, table, y, y0, yRow);
    }

    /** The same for the sums {@code from} to {@code to - 1}. */
    static void gather(
            int from, int to, int runs, int n, int[] at, float[] w, float[] table, float[] y, int y0, int yRow) {
        for (int i = from; i < to; i++) {
            for (int j = 0; j < n; j++) {
                float s0 = 0;
                float s1 = 0;
                float s2 = 0;
                for (int r = i * runs; r < (i + 1) * runs; r++) {
                    s0 = Math.fma(w[r * RUN], table[at[r] + j], s0);
                    s1 = Math.fma(w[r * RUN + 1], table[at[r] + n + j], s1);
                    s2 = Math.fma(w[r * RUN + 2], table[at[r] + 2 * n + j], s2);
                }
                y[y0 + i * yRow + j] = s0 + s1 + s2;
            }
        }
    }

    @Override
    public void scatterAdd(int rows, int runs, int n, int[] at, float[] w, float[] x, int x0, int xRow, float[] table) {
        scatterAdd(0, rows, runs, n, at, w, x, x0, xRow, table);
    }

    /** The same for the rows {@code from} to {@code to - 1} of x. */
    static void scatterAdd(
            int from, int to, int runs, int n, int[] at, float[] w, float[] x, int x0, int xRow, float[] table) {
        for (int i = from; i < to; i++) {
            for (int r = i * runs; r < (i + 1) * runs; r++) {
                for (int k = 0; k < RUN; k++) {
                    ScalarMultiply.axpy(n, w[r * RUN + k], x, x0 + i * xRow, table, at[r] + k * n);
                }
            }
        }
    }

    @Override
    public void decode(int n, byte[] x, int x0, float offset, float factor, float[] y, int y0) {
        for (int i = 0; i < n; i++) {
            y[y0 + i] = ((x[x0 + i] & 0xff) - offset) * factor;
        }
    }

    static float sigmoid(float x) {
        return 1 / (1 + exp(-x));
    }

    static float exp(float x) {
        // Not Math.min and max, whose rules for zeros take five more instructions with vectors. NaN stays NaN.
        x = x < EXP_LOW ? EXP_LOW : x;
        x = x > EXP_HIGH ? EXP_HIGH : x;
        float rounded = Math.fma(x, LOG2_E, ROUND);
        float n = rounded - ROUND;
        float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
        float p = Math.fma(E0, r, E1);
        p = Math.fma(p, r, E2);
        p = Math.fma(p, r, E3);
        p = Math.fma(p, r, E4);
        p = Math.fma(p, r, E5);
        p = Math.fma(p, r * r, r) + 1;
        return p * Float.intBitsToFloat((Float.floatToRawIntBits(rounded) << 23) + 0x3f800000);
    }

    /** {@code n ln 2 + log m}, m between sqrt(1/2) and sqrt(2). */
    static float log(float x) {
        int bits = Float.floatToRawIntBits(x);
        int power = (bits - ROOT_HALF_BITS) >> 23;
        float f = Float.intBitsToFloat(bits - (power << 23)) - 1;
        float square = f * f;
        float p = Math.fma(logPolynomial(f) * f, square, -0.5f * square) + f;
        float n = power;
        return Math.fma(n, LN2_HIGH, Math.fma(n, LN2_LOW, p));
    }

    private static float logPolynomial(float f) {
        float p = Math.fma(L0, f, L1);
        p = Math.fma(p, f, L2);
        p = Math.fma(p, f, L3);
        p = Math.fma(p, f, L4);
        p = Math.fma(p, f, L5);
        p = Math.fma(p, f, L6);
        p = Math.fma(p, f, L7);
        return Math.fma(p, f, L8);
    }

    /** {@code log(1 + u)} for u between 0 and 1. */
    static float log1p(float u) {
        float whole = 1 + u;
        boolean high = whole > SQRT_2;
        float f = high ? whole * 0.5f - 1 : u;
        float square = f * f;
        float p = Math.fma(logPolynomial(f) * f, square, -0.5f * square) + f;
        return high ? p + LN_2 : p;
    }
}

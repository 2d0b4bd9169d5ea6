package org.gne.kernel;

/**
 * {@link Kernel#butterfly}, one transform after the other: the specification, also used for remainders that do not fill
 * a vector.
 */
final class ScalarButterflies {

    /** The sine of 60 degrees. */
    static final float SIN_60 = 0.8660254f;

    private ScalarButterflies() {}

    static void two(
            int from, int n, float[] x, int x0, int xStep, float[] y, int y0, int yStep, int im, float[] w, int w0) {
        for (int i = from; i < n; i++) {
            int a = x0 + i;
            int b = a + xStep;
            int out = y0 + i;
            y[out] = x[a] + x[b];
            y[out + im] = x[a + im] + x[b + im];
            turn(x[a] - x[b], x[a + im] - x[b + im], w, w0, y, out + yStep, im);
        }
    }

    static void three(
            int from, int n, float[] x, int x0, int xStep, float[] y, int y0, int yStep, int im, float[] w, int w0) {
        for (int i = from; i < n; i++) {
            int a = x0 + i;
            int b = a + xStep;
            int c = b + xStep;
            float sumRe = x[b] + x[c];
            float sumIm = x[b + im] + x[c + im];
            float uRe = x[a] - sumRe * 0.5f;
            float uIm = x[a + im] - sumIm * 0.5f;
            float vRe = (x[b + im] - x[c + im]) * SIN_60;
            float vIm = (x[c] - x[b]) * SIN_60;
            int out = y0 + i;
            y[out] = x[a] + sumRe;
            y[out + im] = x[a + im] + sumIm;
            turn(uRe + vRe, uIm + vIm, w, w0, y, out + yStep, im);
            turn(uRe - vRe, uIm - vIm, w, w0 + 2, y, out + 2 * yStep, im);
        }
    }

    static void four(
            int from, int n, float[] x, int x0, int xStep, float[] y, int y0, int yStep, int im, float[] w, int w0) {
        for (int i = from; i < n; i++) {
            int p = x0 + i;
            int q = p + xStep;
            int r = q + xStep;
            int s = r + xStep;
            float aRe = x[p] + x[r];
            float aIm = x[p + im] + x[r + im];
            float bRe = x[p] - x[r];
            float bIm = x[p + im] - x[r + im];
            float cRe = x[q] + x[s];
            float cIm = x[q + im] + x[s + im];
            float dRe = x[q + im] - x[s + im];
            float dIm = x[s] - x[q];
            int out = y0 + i;
            y[out] = aRe + cRe;
            y[out + im] = aIm + cIm;
            turn(bRe + dRe, bIm + dIm, w, w0, y, out + yStep, im);
            turn(aRe - cRe, aIm - cIm, w, w0 + 2, y, out + 2 * yStep, im);
            turn(bRe - dRe, bIm - dIm, w, w0 + 4, y, out + 3 * yStep, im);
        }
    }

    private static void turn(float re, float imaginary, float[] w, int w0, float[] y, int at, int im) {
        y[at] = re * w[w0] - imaginary * w[w0 + 1];
        y[at + im] = re * w[w0 + 1] + imaginary * w[w0];
    }
}

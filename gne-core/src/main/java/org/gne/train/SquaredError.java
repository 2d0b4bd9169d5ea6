package org.gne.train;

/** Squared distance of a row to a sample: sums of four terms side by side, so that additions need not wait for one another. */
final class SquaredError {

    private SquaredError() {}

    /** Over n values. */
    static float of(int n, float[] x, int x0, float[] y, int y0) {
        float sum0 = 0;
        float sum1 = 0;
        float sum2 = 0;
        float sum3 = 0;
        int j = 0;
        for (; j + 3 < n; j += 4) {
            float d0 = x[x0 + j] - y[y0 + j];
            float d1 = x[x0 + j + 1] - y[y0 + j + 1];
            float d2 = x[x0 + j + 2] - y[y0 + j + 2];
            float d3 = x[x0 + j + 3] - y[y0 + j + 3];
            sum0 += d0 * d0;
            sum1 += d1 * d1;
            sum2 += d2 * d2;
            sum3 += d3 * d3;
        }
        for (; j < n; j++) {
            float d = x[x0 + j] - y[y0 + j];
            sum0 += d * d;
        }
        return (sum0 + sum1) + (sum2 + sum3);
    }

    /** Over those of n values that are known: not NaN. Where all are, the same bits as {@link #of}. */
    static float ofKnown(int n, float[] x, int x0, float[] y, int y0) {
        float sum0 = 0;
        float sum1 = 0;
        float sum2 = 0;
        float sum3 = 0;
        int j = 0;
        for (; j + 3 < n; j += 4) {
            sum0 += square(x[x0 + j] - y[y0 + j]);
            sum1 += square(x[x0 + j + 1] - y[y0 + j + 1]);
            sum2 += square(x[x0 + j + 2] - y[y0 + j + 2]);
            sum3 += square(x[x0 + j + 3] - y[y0 + j + 3]);
        }
        for (; j < n; j++) {
            sum0 += square(x[x0 + j] - y[y0 + j]);
        }
        return (sum0 + sum1) + (sum2 + sum3);
    }

    private static float square(float d) {
        return Float.isNaN(d) ? 0 : d * d;
    }
}

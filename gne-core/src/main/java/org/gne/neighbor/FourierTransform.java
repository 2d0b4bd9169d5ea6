package org.gne.neighbor;

import java.util.Arrays;
import org.gne.kernel.Kernel;
import org.gne.kernel.Kernels;

/**
 * The discrete Fourier transform of many interleaved signals, by Stockham's algorithm (radix 4, then 2 or 3), which
 * needs no reordering. Element j of signal i of w signals is at {@code j * w + i}, and its imaginary part {@code length
 * * w} further.
 */
final class FourierTransform {

    private final Kernel kernel = Kernels.active();

    private final int length;
    private final int[] radices;
    private final float[][] twiddles;

    /**
     * @param length a product of twos and threes, at least 2
     */
    FourierTransform(int length) {
        this.length = length;
        radices = radices(length);
        twiddles = new float[radices.length][];
        int n = length;
        for (int stage = 0; stage < radices.length; stage++) {
            twiddles[stage] = twiddles(n, radices[stage]);
            n /= radices[stage];
        }
    }

    int length() {
        return length;
    }

    private static int[] radices(int length) {
        int[] found = new int[32];
        int count = 0;
        int rest = length;
        for (int radix = 4; radix >= 2; radix--) {
            while (rest % radix == 0) {
                found[count++] = radix;
                rest /= radix;
            }
            if (radix == 4 && rest % 2 == 0) {
                found[count++] = 2;
                rest /= 2;
            }
        }
        if (rest != 1) {
            throw new IllegalArgumentException("length " + length + ", expected a product of twos and threes");
        }
        return Arrays.copyOf(found, count);
    }

    private static float[] twiddles(int n, int radix) {
        int steps = n / radix;
        float[] w = new float[steps * (radix - 1) * 2];
        int at = 0;
        for (int p = 0; p < steps; p++) {
            for (int j = 1; j < radix; j++) {
                double angle = -2 * Math.PI * p * j / n;
                w[at++] = (float) StrictMath.cos(angle);
                w[at++] = (float) StrictMath.sin(angle);
            }
        }
        return w;
    }

    /**
     * Transforms; both arrays are overwritten.
     *
     * @param x {@code [2, length, width]}: real parts, then imaginary parts
     * @param y scratch of the same length
     * @return the array, x or y, that holds the result
     */
    float[] forward(int width, float[] x, float[] y) {
        return run(width, x, y, false);
    }

    /** The inverse transform times {@code length}. */
    float[] inverse(int width, float[] x, float[] y) {
        return run(width, x, y, true);
    }

    private float[] run(int width, float[] x, float[] y, boolean inverse) {
        // With real and imaginary parts exchanged in input and output, the transform is its own inverse.
        int base = inverse ? length * width : 0;
        int im = inverse ? -length * width : length * width;
        int n = length;
        int stride = 1;
        for (int stage = 0; stage < radices.length; stage++) {
            int radix = radices[stage];
            int steps = n / radix;
            int run = stride * width;
            float[] w = twiddles[stage];
            for (int p = 0; p < steps; p++) {
                int from = base + p * run;
                int to = base + radix * p * run;
                kernel.butterfly(radix, run, x, from, steps * run, y, to, run, im, w, p * (radix - 1) * 2);
            }
            float[] result = y;
            y = x;
            x = result;
            n = steps;
            stride *= radix;
        }
        return x;
    }
}

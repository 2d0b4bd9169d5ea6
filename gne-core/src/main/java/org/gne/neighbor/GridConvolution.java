package org.gne.neighbor;

import java.util.Arrays;
import org.gne.kernel.Parallel;

/**
 * Sums over all nodes of a square grid, {@code sum over b of K(a - b) charge(b)}, for the Cauchy kernel {@code K = 1 /
 * (1 + d^2)} and for the vector kernel {@code K = d / (1 + d^2)^2}, as products of Fourier transforms on a grid of
 * twice the side, padded with zeros. The two components of the vector kernel are the real and the imaginary part of one
 * transform.
 */
final class GridConvolution {

    /** The number of signals that are transformed together: a cache line of floats. */
    private static final int STRIP = 16;

    private final int side;
    private final int length;
    private final FourierTransform fourier;
    private final float[][] scratch;
    private final float[][] other;
    private final float[][] kept;

    /** {@code [length of x, length of y]}: the transformed kernels, divided by the square of the length. */
    private final float[] potentialSpectrum;

    private final float[] forceRe;
    private final float[] forceIm;

    /** {@code [2, side of x, length of y]}, transformed along y only. */
    private final float[] first;

    private final float[] second;
    private float spacing = Float.NaN;

    /**
     * @param side the number of nodes along an axis: a multiple of 16 that is a product of twos and threes
     * @param threads the largest number of threads
     */
    GridConvolution(int side, int threads) {
        this.side = side;
        length = 2 * side;
        fourier = new FourierTransform(length);
        scratch = new float[threads][2 * length * STRIP];
        other = new float[threads][2 * length * STRIP];
        kept = new float[threads][2 * length * STRIP];
        potentialSpectrum = new float[length * length];
        forceRe = new float[length * length];
        forceIm = new float[length * length];
        first = new float[2 * side * length];
        second = new float[2 * side * length];
    }

    int side() {
        return side;
    }

    /** Sets the distance between nodes. */
    void setSpacing(float value, Parallel parallel) {
        if (spacing != value) {
            spacing = value;
            transformKernels(parallel);
        }
    }

    /**
     * @param charge {@code [side of y, side of x]}
     * @param potential receives the sums of the Cauchy kernel
     * @param forceX receives the sums of the vector kernel's first component
     * @param forceY receives the sums of the vector kernel's second component
     */
    void run(float[] charge, float[] potential, float[] forceX, float[] forceY, Parallel parallel) {
        parallel.run(side / STRIP, (strip, worker) -> {
            float[] x = scratch[worker];
            Arrays.fill(x, 0);
            for (int y = 0; y < side; y++) {
                System.arraycopy(charge, y * side + strip * STRIP, x, y * STRIP, STRIP);
            }
            turned(fourier.forward(STRIP, x, other[worker]), strip, first);
        });
        parallel.run(length / STRIP, this::multiply);
        parallel.run(side / STRIP, (strip, worker) -> {
            float[] result = fourier.inverse(STRIP, turnedBack(first, strip, worker), other[worker]);
            rows(result, 0, strip, potential);
            result = fourier.inverse(STRIP, turnedBack(second, strip, worker), other[worker]);
            rows(result, 0, strip, forceX);
            rows(result, length * STRIP, strip, forceY);
        });
    }

    /** Transforms a strip of y along x, multiplies by the kernels, and transforms back. */
    private void multiply(int strip, int worker) {
        float[] x = scratch[worker];
        Arrays.fill(x, 0);
        int im = length * STRIP;
        int plane = side * length;
        for (int i = 0; i < side; i++) {
            int at = i * length + strip * STRIP;
            System.arraycopy(first, at, x, i * STRIP, STRIP);
            System.arraycopy(first, plane + at, x, im + i * STRIP, STRIP);
        }
        float[] spectrum = fourier.forward(STRIP, x, other[worker]);
        float[] free = spectrum == x ? other[worker] : x;
        float[] product = kept[worker];
        for (int i = 0; i < length; i++) {
            int from = i * length + strip * STRIP;
            for (int j = 0; j < STRIP; j++) {
                int at = i * STRIP + j;
                float re = spectrum[at];
                float imaginary = spectrum[im + at];
                float kRe = forceRe[from + j];
                float kIm = forceIm[from + j];
                product[at] = re * kRe - imaginary * kIm;
                product[im + at] = re * kIm + imaginary * kRe;
                spectrum[at] = re * potentialSpectrum[from + j];
                spectrum[im + at] = imaginary * potentialSpectrum[from + j];
            }
        }
        keep(fourier.inverse(STRIP, spectrum, free), strip, first);
        keep(fourier.inverse(STRIP, product, free == x ? x : other[worker]), strip, second);
    }

    private void keep(float[] result, int strip, float[] to) {
        int im = length * STRIP;
        int plane = side * length;
        for (int i = 0; i < side; i++) {
            int at = i * length + strip * STRIP;
            System.arraycopy(result, i * STRIP, to, at, STRIP);
            System.arraycopy(result, im + i * STRIP, to, plane + at, STRIP);
        }
    }

    /** Transposes {@code [length of y][strip of x]} into {@code [x][y]}. */
    private void turned(float[] from, int strip, float[] to) {
        int plane = side * length;
        for (int part = 0; part < 2; part++) {
            for (int i = 0; i < STRIP; i++) {
                int row = part * plane + (strip * STRIP + i) * length;
                int at = part * length * STRIP + i;
                for (int y = 0; y < length; y++) {
                    to[row + y] = from[at + y * STRIP];
                }
            }
        }
    }

    private float[] turnedBack(float[] from, int strip, int worker) {
        float[] x = scratch[worker];
        int plane = side * length;
        for (int part = 0; part < 2; part++) {
            for (int i = 0; i < STRIP; i++) {
                int row = part * plane + (strip * STRIP + i) * length;
                int at = part * length * STRIP + i;
                for (int y = 0; y < length; y++) {
                    x[at + y * STRIP] = from[row + y];
                }
            }
        }
        return x;
    }

    private void rows(float[] from, int offset, int strip, float[] to) {
        for (int y = 0; y < side; y++) {
            System.arraycopy(from, offset + y * STRIP, to, y * side + strip * STRIP, STRIP);
        }
    }

    private void transformKernels(Parallel parallel) {
        float[] potentialIm = new float[length * length];
        // First along y, in strips of x, for every column of the padded grid.
        parallel.run(length / STRIP, (strip, worker) -> {
            for (int which = 0; which < 2; which++) {
                float[] x = scratch[worker];
                for (int y = 0; y < length; y++) {
                    for (int i = 0; i < STRIP; i++) {
                        kernels(which, strip * STRIP + i, y, x, y * STRIP + i);
                    }
                }
                float[] result = fourier.forward(STRIP, x, other[worker]);
                float[] re = which == 0 ? potentialSpectrum : forceRe;
                float[] im = which == 0 ? potentialIm : forceIm;
                for (int i = 0; i < STRIP; i++) {
                    int row = (strip * STRIP + i) * length;
                    for (int y = 0; y < length; y++) {
                        re[row + y] = result[y * STRIP + i];
                        im[row + y] = result[(length + y) * STRIP + i];
                    }
                }
            }
        });
        parallel.run(length / STRIP, (strip, worker) -> {
            alongX(potentialSpectrum, potentialIm, strip, worker);
            alongX(forceRe, forceIm, strip, worker);
        });
    }

    private void alongX(float[] re, float[] im, int strip, int worker) {
        float[] x = scratch[worker];
        float scale = 1 / ((float) length * length);
        for (int i = 0; i < length; i++) {
            System.arraycopy(re, i * length + strip * STRIP, x, i * STRIP, STRIP);
            System.arraycopy(im, i * length + strip * STRIP, x, (length + i) * STRIP, STRIP);
        }
        float[] result = fourier.forward(STRIP, x, other[worker]);
        for (int i = 0; i < length; i++) {
            int at = i * length + strip * STRIP;
            for (int j = 0; j < STRIP; j++) {
                re[at + j] = scale * result[i * STRIP + j];
                im[at + j] = scale * result[(length + i) * STRIP + j];
            }
        }
    }

    /** Computes the kernels at a difference of nodes; beyond half the length, differences are negative. */
    private void kernels(int which, int x, int y, float[] out, int at) {
        float dx = (x <= side ? x : x - length) * spacing;
        float dy = (y <= side ? y : y - length) * spacing;
        float w = 1 / (1 + dx * dx + dy * dy);
        // At half the length the odd kernel has no sign, so it is 0; no two nodes are that far apart.
        boolean between = x == side || y == side;
        out[at] = which == 0 ? w : between ? 0 : w * w * dx;
        out[at + length * STRIP] = which == 0 || between ? 0 : w * w * dy;
    }
}

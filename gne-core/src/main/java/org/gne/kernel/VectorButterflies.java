package org.gne.kernel;

import static org.gne.kernel.ScalarButterflies.SIN_60;
import static org.gne.kernel.VectorTiles.L;
import static org.gne.kernel.VectorTiles.S;

import jdk.incubator.vector.FloatVector;

/** {@link Kernel#butterfly} on whole vectors of transforms. */
final class VectorButterflies {

    private VectorButterflies() {}

    static void two(int n, float[] x, int x0, int xStep, float[] y, int y0, int yStep, int im, float[] w, int w0) {
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += L) {
            int a = x0 + i;
            int b = a + xStep;
            int out = y0 + i;
            load(x, a).add(load(x, b)).intoArray(y, out);
            load(x, a + im).add(load(x, b + im)).intoArray(y, out + im);
            turn(load(x, a).sub(load(x, b)), load(x, a + im).sub(load(x, b + im)), w, w0, y, out + yStep, im);
        }
        ScalarButterflies.two(whole, n, x, x0, xStep, y, y0, yStep, im, w, w0);
    }

    static void three(int n, float[] x, int x0, int xStep, float[] y, int y0, int yStep, int im, float[] w, int w0) {
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += L) {
            int a = x0 + i;
            int b = a + xStep;
            int c = b + xStep;
            FloatVector sumRe = load(x, b).add(load(x, c));
            FloatVector sumIm = load(x, b + im).add(load(x, c + im));
            FloatVector uRe = load(x, a).sub(sumRe.mul(0.5f));
            FloatVector uIm = load(x, a + im).sub(sumIm.mul(0.5f));
            FloatVector vRe = load(x, b + im).sub(load(x, c + im)).mul(SIN_60);
            FloatVector vIm = load(x, c).sub(load(x, b)).mul(SIN_60);
            int out = y0 + i;
            load(x, a).add(sumRe).intoArray(y, out);
            load(x, a + im).add(sumIm).intoArray(y, out + im);
            turn(uRe.add(vRe), uIm.add(vIm), w, w0, y, out + yStep, im);
            turn(uRe.sub(vRe), uIm.sub(vIm), w, w0 + 2, y, out + 2 * yStep, im);
        }
        ScalarButterflies.three(whole, n, x, x0, xStep, y, y0, yStep, im, w, w0);
    }

    static void four(int n, float[] x, int x0, int xStep, float[] y, int y0, int yStep, int im, float[] w, int w0) {
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += L) {
            int p = x0 + i;
            int q = p + xStep;
            int r = q + xStep;
            int s = r + xStep;
            FloatVector aRe = load(x, p).add(load(x, r));
            FloatVector aIm = load(x, p + im).add(load(x, r + im));
            FloatVector bRe = load(x, p).sub(load(x, r));
            FloatVector bIm = load(x, p + im).sub(load(x, r + im));
            FloatVector cRe = load(x, q).add(load(x, s));
            FloatVector cIm = load(x, q + im).add(load(x, s + im));
            FloatVector dRe = load(x, q + im).sub(load(x, s + im));
            FloatVector dIm = load(x, s).sub(load(x, q));
            int out = y0 + i;
            aRe.add(cRe).intoArray(y, out);
            aIm.add(cIm).intoArray(y, out + im);
            turn(bRe.add(dRe), bIm.add(dIm), w, w0, y, out + yStep, im);
            turn(aRe.sub(cRe), aIm.sub(cIm), w, w0 + 2, y, out + 2 * yStep, im);
            turn(bRe.sub(dRe), bIm.sub(dIm), w, w0 + 4, y, out + 3 * yStep, im);
        }
        ScalarButterflies.four(whole, n, x, x0, xStep, y, y0, yStep, im, w, w0);
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(S, x, at);
    }

    private static void turn(FloatVector re, FloatVector imaginary, float[] w, int w0, float[] y, int at, int im) {
        re.mul(w[w0]).sub(imaginary.mul(w[w0 + 1])).intoArray(y, at);
        re.mul(w[w0 + 1]).add(imaginary.mul(w[w0])).intoArray(y, at + im);
    }
}

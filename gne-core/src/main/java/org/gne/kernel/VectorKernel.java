package org.gne.kernel;

import static jdk.incubator.vector.VectorOperators.B2F;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.gne.kernel.VectorFunctions.load;
import static org.gne.kernel.VectorTiles.L;
import static org.gne.kernel.VectorTiles.S;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The same operations on whole vectors of the machine's width; remainders that do not fill a vector go to the scalar
 * kernel. Loaded only if the module {@code jdk.incubator.vector} is present.
 */
final class VectorKernel implements Kernel {

    /** A vector of as many bytes as a vector has floats. */
    private static final VectorSpecies<Byte> BYTES =
            VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(64, S.vectorBitSize() / 4)));

    private final ScalarKernel tail = new ScalarKernel();

    @Override
    public String name() {
        return "vector-" + S.vectorBitSize();
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
        VectorMultiply.multiplyAdd(m, n, k, a, a0, aRow, aColumn, b, b0, bRow, c, c0, cRow);
    }

    @Override
    public void add(int n, float[] x, int x0, float[] y, int y0) {
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += L) {
            load(y, y0 + i).add(load(x, x0 + i)).intoArray(y, y0 + i);
        }
        tail.add(n - whole, x, x0 + whole, y, y0 + whole);
    }

    @Override
    public void addRows(int rows, int n, float[] x, int x0, int xRow, float[] y, int y0) {
        int whole = S.loopBound(n);
        int j = 0;
        for (; j + 4 * L <= whole; j += 4 * L) {
            VectorColumns.sum4(rows, x, x0 + j, xRow, y, y0 + j);
        }
        for (; j < whole; j += L) {
            VectorColumns.sum(rows, x, x0 + j, xRow, y, y0 + j);
        }
        tail.addRows(rows, n - whole, x, x0 + whole, xRow, y, y0 + whole);
    }

    @Override
    public void elu(int n, float[] x, int x0) {
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += L) {
            FloatVector v = load(x, x0 + i);
            VectorFunctions.exp(v).sub(1).blend(v, v.compare(GT, 0)).intoArray(x, x0 + i);
        }
        tail.elu(n - whole, x, x0 + whole);
    }

    @Override
    public void eluGradient(int n, float[] h, int h0, float[] gradient, int g0) {
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += L) {
            FloatVector v = load(h, h0 + i);
            FloatVector slope = v.add(1).blend(1, v.compare(GT, 0));
            load(gradient, g0 + i).mul(slope).intoArray(gradient, g0 + i);
        }
        tail.eluGradient(n - whole, h, h0 + whole, gradient, g0 + whole);
    }

    @Override
    public void relu(int n, float[] x, int x0) {
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += L) {
            load(x, x0 + i).max(0).intoArray(x, x0 + i);
        }
        tail.relu(n - whole, x, x0 + whole);
    }

    @Override
    public void reluGradient(int n, float[] h, int h0, float[] gradient, int g0) {
        FloatVector zero = FloatVector.zero(S);
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += L) {
            VectorMask<Float> on = load(h, h0 + i).compare(GT, 0);
            zero.blend(load(gradient, g0 + i), on).intoArray(gradient, g0 + i);
        }
        tail.reluGradient(n - whole, h, h0 + whole, gradient, g0 + whole);
    }

    @Override
    public void exp(int n, float[] x, int x0) {
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += L) {
            VectorFunctions.exp(load(x, x0 + i)).intoArray(x, x0 + i);
        }
        tail.exp(n - whole, x, x0 + whole);
    }

    @Override
    public void log(int n, float[] x, int x0) {
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += L) {
            VectorFunctions.log(load(x, x0 + i)).intoArray(x, x0 + i);
        }
        tail.log(n - whole, x, x0 + whole);
    }

    @Override
    public void sigmoid(int n, float[] x, int x0) {
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += L) {
            VectorFunctions.sigmoid(load(x, x0 + i)).intoArray(x, x0 + i);
        }
        tail.sigmoid(n - whole, x, x0 + whole);
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
        int whole = S.loopBound(n);
        for (int j = 0; j < whole; j += L) {
            VectorColumns.sigmoidSquaredError(rows, z, z0 + j, zRow, target, t0 + j, tRow, scale, loss, l0 + j);
        }
        tail.sigmoidSquaredError(
                rows, n - whole, z, z0 + whole, zRow, target, t0 + whole, tRow, scale, loss, l0 + whole);
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
        int whole = S.loopBound(n);
        for (int j = 0; j < whole; j += L) {
            VectorColumns.squaredError(rows, z, z0 + j, zRow, target, t0 + j, tRow, scale, loss, l0 + j);
        }
        tail.squaredError(rows, n - whole, z, z0 + whole, zRow, target, t0 + whole, tRow, scale, loss, l0 + whole);
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
        int whole = S.loopBound(n);
        for (int j = 0; j < whole; j += L) {
            VectorColumns.sigmoidCrossEntropy(rows, z, z0 + j, zRow, target, t0 + j, tRow, scale, loss, l0 + j);
        }
        tail.sigmoidCrossEntropy(
                rows, n - whole, z, z0 + whole, zRow, target, t0 + whole, tRow, scale, loss, l0 + whole);
    }

    @Override
    public void adam(int n, float[] x, float[] m, float[] v, int x0, float[] g, int g0, AdamStep step) {
        float one = 1 - step.beta1();
        float two = 1 - step.beta2();
        FloatVector oneMinusBeta1 = FloatVector.broadcast(S, one);
        FloatVector oneMinusBeta2 = FloatVector.broadcast(S, two);
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += L) {
            FloatVector slope = load(g, g0 + i);
            FloatVector first = load(m, x0 + i);
            FloatVector second = load(v, x0 + i);
            first = oneMinusBeta1.fma(slope.sub(first), first);
            second = oneMinusBeta2.fma(slope.mul(slope).sub(second), second);
            first.intoArray(m, x0 + i);
            second.intoArray(v, x0 + i);
            FloatVector move = first.mul(step.rate()).div(second.sqrt().add(step.epsilon()));
            load(x, x0 + i).sub(move).intoArray(x, x0 + i);
        }
        tail.adam(n - whole, x, m, v, x0 + whole, g, g0 + whole, step);
    }

    @Override
    public float squaredDistance(int n, float[] x, int x0, float[] y, int y0) {
        return VectorDistance.squared(n, x, x0, y, y0);
    }

    @Override
    public int argMin(int n, float[] x, int x0) {
        int whole = S.loopBound(n);
        FloatVector lowest = FloatVector.broadcast(S, Float.POSITIVE_INFINITY);
        // Indices as floats, exact up to 2^24, so that one mask can be used for both blends.
        FloatVector index = FloatVector.zero(S);
        FloatVector current = FloatVector.zero(S);
        for (int i = 0; i < whole; i += L) {
            FloatVector value = load(x, x0 + i);
            VectorMask<Float> lower = value.compare(LT, lowest);
            lowest = lowest.blend(value, lower);
            index = index.blend(current, lower);
            current = current.add(L);
        }
        float[] values = lowest.toArray();
        float[] starts = index.toArray();
        int best = 0;
        float bestValue = Float.POSITIVE_INFINITY;
        for (int lane = 0; lane < L; lane++) {
            int at = (int) starts[lane] + lane;
            if (values[lane] < bestValue
                    || (values[lane] == bestValue && bestValue < Float.POSITIVE_INFINITY && at < best)) {
                bestValue = values[lane];
                best = at;
            }
        }
        for (int i = whole; i < n; i++) {
            if (x[x0 + i] < bestValue) {
                bestValue = x[x0 + i];
                best = i;
            }
        }
        return best;
    }

    @Override
    public int firstBelow(int n, float[] x, int x0, float bound) {
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += L) {
            VectorMask<Float> below = load(x, x0 + i).compare(LT, bound);
            if (below.anyTrue()) {
                return i + below.firstTrue();
            }
        }
        return whole + tail.firstBelow(n - whole, x, x0 + whole, bound);
    }

    @Override
    public void butterfly(
            int radix, int n, float[] x, int x0, int xStep, float[] y, int y0, int yStep, int im, float[] w, int w0) {
        switch (radix) {
            case 2 -> VectorButterflies.two(n, x, x0, xStep, y, y0, yStep, im, w, w0);
            case 3 -> VectorButterflies.three(n, x, x0, xStep, y, y0, yStep, im, w, w0);
            case 4 -> VectorButterflies.four(n, x, x0, xStep, y, y0, yStep, im, w, w0);
            default -> throw new IllegalArgumentException("radix " + radix + ", expected 2, 3 or 4");
        }
    }

    @Override
    public void gather(int rows, int runs, int n, int[] at, float[] w, float[] table, float[] y, int y0, int yRow) {
        int whole = VectorTables.whole(rows, runs, n, at, table, y, y0, yRow);
        VectorTables.gather(whole, runs, at, w, table, y, y0, yRow);
        ScalarKernel.gather(whole, rows, runs, n, at, w, table, y, y0, yRow);
    }

    @Override
    public void scatterAdd(int rows, int runs, int n, int[] at, float[] w, float[] x, int x0, int xRow, float[] table) {
        int whole = VectorTables.whole(rows, runs, n, at, table, x, x0, xRow);
        VectorTables.scatterAdd(whole, runs, at, w, x, x0, xRow, table);
        ScalarKernel.scatterAdd(whole, rows, runs, n, at, w, x, x0, xRow, table);
    }

    @Override
    public void decode(int n, byte[] x, int x0, float offset, float factor, float[] y, int y0) {
        // The narrowest byte vector may be wider than needed, and must not read beyond the row.
        int whole = S.loopBound(Math.max(0, n - (BYTES.length() - L)));
        for (int i = 0; i < whole; i += L) {
            FloatVector value =
                    (FloatVector) ByteVector.fromArray(BYTES, x, x0 + i).convertShape(B2F, S, 0);
            // Bytes are converted as signed numbers, so those from 128 on are 256 too low.
            value = value.blend(value.add(256), value.compare(LT, 0));
            value.sub(offset).mul(factor).intoArray(y, y0 + i);
        }
        tail.decode(n - whole, x, x0 + whole, offset, factor, y, y0 + whole);
    }
}

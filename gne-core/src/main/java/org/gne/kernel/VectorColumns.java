package org.gne.kernel;

import static org.gne.kernel.VectorFunctions.MODERATE;
import static org.gne.kernel.VectorFunctions.bounded;
import static org.gne.kernel.VectorFunctions.boundedSigmoid;
import static org.gne.kernel.VectorFunctions.exp;
import static org.gne.kernel.VectorFunctions.load;
import static org.gne.kernel.VectorFunctions.log1p;
import static org.gne.kernel.VectorFunctions.sigmoid;
import static org.gne.kernel.VectorTiles.L;
import static org.gne.kernel.VectorTiles.S;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Loops down as many columns as a vector holds, with their sums in registers. Parameters are those of {@link Kernel}.
 * Each loop is a method of its own, as in {@link VectorTiles}.
 */
final class VectorColumns {

    private VectorColumns() {}

    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;

    /** All bits of a float except its sign. */
    private static final int MAGNITUDE = 0x7fffffff;

    static void sum(int rows, float[] x, int x0, int xRow, float[] y, int y0) {
        FloatVector sum = load(y, y0);
        for (int i = 0; i < rows; i++) {
            sum = sum.add(load(x, x0 + i * xRow));
        }
        sum.intoArray(y, y0);
    }

    /** Four vectors at a time, because a single sum would wait for each of its additions. */
    static void sum4(int rows, float[] x, int x0, int xRow, float[] y, int y0) {
        FloatVector sum0 = load(y, y0);
        FloatVector sum1 = load(y, y0 + L);
        FloatVector sum2 = load(y, y0 + 2 * L);
        FloatVector sum3 = load(y, y0 + 3 * L);
        for (int i = 0; i < rows; i++) {
            int at = x0 + i * xRow;
            sum0 = sum0.add(load(x, at));
            sum1 = sum1.add(load(x, at + L));
            sum2 = sum2.add(load(x, at + 2 * L));
            sum3 = sum3.add(load(x, at + 3 * L));
        }
        sum0.intoArray(y, y0);
        sum1.intoArray(y, y0 + L);
        sum2.intoArray(y, y0 + 2 * L);
        sum3.intoArray(y, y0 + 3 * L);
    }

    /** Values beyond the bounds of exp are rare, and clamping all values each time would take a third of the time. */
    static void sigmoidSquaredError(
            int rows,
            float[] z,
            int z0,
            int zRow,
            float[] target,
            int t0,
            int tRow,
            float scale,
            float[] loss,
            int l0) {
        if (!moderate(rows, z, z0, zRow)) {
            hold(rows, z, z0, zRow);
        }
        float twice = 2 * scale;
        FloatVector one = FloatVector.broadcast(S, 1);
        FloatVector sum = load(loss, l0);
        for (int i = 0; i < rows; i++) {
            int at = z0 + i * zRow;
            FloatVector y = boundedSigmoid(load(z, at));
            FloatVector d = y.sub(load(target, t0 + i * tRow));
            sum = d.fma(d, sum);
            d.mul(twice).mul(y.mul(one.sub(y))).intoArray(z, at);
        }
        sum.intoArray(loss, l0);
    }

    /**
     * Whether all magnitudes are at most {@link VectorFunctions#MODERATE}, compared as integers, whose order puts NaN
     * last.
     */
    private static boolean moderate(int rows, float[] z, int z0, int zRow) {
        IntVector most = IntVector.zero(INTS);
        for (int i = 0; i < rows; i++) {
            most = most.max(load(z, z0 + i * zRow).reinterpretAsInts().and(MAGNITUDE));
        }
        return most.reduceLanes(VectorOperators.MAX) <= Float.floatToRawIntBits(MODERATE);
    }

    /**
     * Clamps logits to the bounds of exp; NaN stays NaN. A loop of its own, because vectors behind a branch get boxed.
     */
    private static void hold(int rows, float[] z, int z0, int zRow) {
        for (int i = 0; i < rows; i++) {
            int at = z0 + i * zRow;
            bounded(load(z, at).neg()).neg().intoArray(z, at);
        }
    }

    static void squaredError(
            int rows,
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
        FloatVector sum = load(loss, l0);
        for (int i = 0; i < rows; i++) {
            int at = z0 + i * zRow;
            FloatVector d = load(z, at).sub(load(target, t0 + i * tRow));
            sum = d.fma(d, sum);
            d.mul(twice).intoArray(z, at);
        }
        sum.intoArray(loss, l0);
    }

    static void sigmoidCrossEntropy(
            int rows,
            float[] z,
            int z0,
            int zRow,
            float[] target,
            int t0,
            int tRow,
            float scale,
            float[] loss,
            int l0) {
        FloatVector sum = load(loss, l0);
        for (int i = 0; i < rows; i++) {
            int at = z0 + i * zRow;
            FloatVector logit = load(z, at);
            FloatVector t = load(target, t0 + i * tRow);
            FloatVector softplus = logit.max(0).add(log1p(exp(logit.abs().neg())));
            sum = sum.add(softplus.sub(logit.mul(t)));
            sigmoid(logit).sub(t).mul(scale).intoArray(z, at);
        }
        sum.intoArray(loss, l0);
    }
}

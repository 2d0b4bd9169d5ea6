package org.gne.kernel;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.gne.kernel.Polynomials.*;
import static org.gne.kernel.VectorTiles.S;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/** The functions of the kernels on one vector. */
final class VectorFunctions {

    private VectorFunctions() {}

    /** A magnitude within the bounds of exp, for both signs. */
    static final float MODERATE = 87;

    static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(S, x, at);
    }

    static FloatVector sigmoid(FloatVector x) {
        return logistic(exp(x.neg()));
    }

    /** The sigmoid of x, for arguments that are already within the bounds of exp. */
    static FloatVector boundedSigmoid(FloatVector x) {
        return logistic(boundedExp(x.neg()));
    }

    /** {@code 1 / (1 + e)}. */
    private static FloatVector logistic(FloatVector e) {
        FloatVector one = FloatVector.broadcast(S, 1);
        return one.div(e.add(one));
    }

    static FloatVector exp(FloatVector x) {
        return boundedExp(bounded(x));
    }

    /** Clamps to the bounds of exp; NaN stays NaN. */
    static FloatVector bounded(FloatVector x) {
        x = x.blend(EXP_LOW, x.compare(LT, EXP_LOW));
        return x.blend(EXP_HIGH, x.compare(GT, EXP_HIGH));
    }

    private static FloatVector boundedExp(FloatVector x) {
        FloatVector rounded = x.fma(FloatVector.broadcast(S, LOG2_E), FloatVector.broadcast(S, ROUND));
        FloatVector n = rounded.sub(ROUND);
        FloatVector r = n.fma(FloatVector.broadcast(S, -LN2_HIGH), x);
        r = n.fma(FloatVector.broadcast(S, -LN2_LOW), r);
        FloatVector p = r.fma(FloatVector.broadcast(S, E0), FloatVector.broadcast(S, E1));
        p = p.fma(r, FloatVector.broadcast(S, E2));
        p = p.fma(r, FloatVector.broadcast(S, E3));
        p = p.fma(r, FloatVector.broadcast(S, E4));
        p = p.fma(r, FloatVector.broadcast(S, E5));
        p = p.fma(r.mul(r), r).add(1);
        IntVector exponent = rounded.reinterpretAsInts().lanewise(LSHL, 23).add(0x3f800000);
        return p.mul(exponent.reinterpretAsFloats());
    }

    static FloatVector log(FloatVector x) {
        IntVector bits = x.reinterpretAsInts();
        IntVector power = bits.sub(ROOT_HALF_BITS).lanewise(ASHR, 23);
        FloatVector f = bits.sub(power.lanewise(LSHL, 23)).reinterpretAsFloats().sub(1);
        FloatVector square = f.mul(f);
        FloatVector p = logPolynomial(f).mul(f).fma(square, square.mul(-0.5f)).add(f);
        FloatVector n = (FloatVector) power.convertShape(I2F, S, 0);
        p = n.fma(FloatVector.broadcast(S, LN2_LOW), p);
        return n.fma(FloatVector.broadcast(S, LN2_HIGH), p);
    }

    private static FloatVector logPolynomial(FloatVector f) {
        FloatVector p = f.fma(FloatVector.broadcast(S, L0), FloatVector.broadcast(S, L1));
        p = p.fma(f, FloatVector.broadcast(S, L2));
        p = p.fma(f, FloatVector.broadcast(S, L3));
        p = p.fma(f, FloatVector.broadcast(S, L4));
        p = p.fma(f, FloatVector.broadcast(S, L5));
        p = p.fma(f, FloatVector.broadcast(S, L6));
        p = p.fma(f, FloatVector.broadcast(S, L7));
        return p.fma(f, FloatVector.broadcast(S, L8));
    }

    static FloatVector log1p(FloatVector u) {
        FloatVector whole = u.add(1);
        VectorMask<Float> high = whole.compare(GT, SQRT_2);
        FloatVector f = u.blend(whole.mul(0.5f).sub(1), high);
        FloatVector square = f.mul(f);
        FloatVector p = logPolynomial(f).mul(f).fma(square, square.mul(-0.5f)).add(f);
        return p.add(FloatVector.zero(S).blend(LN_2, high));
    }
}

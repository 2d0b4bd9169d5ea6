package org.gne.kernel;

/**
 * Coefficients of the approximations that both kernels evaluate by Horner's rule with fma. From Cephes (Moshier 1989),
 * expf.c and logf.c; errors below 2 units in the last place over the ranges used.
 */
final class Polynomials {

    private Polynomials() {}

    /** Below this, exp is 0 in a float. */
    static final float EXP_LOW = -87.33654f;

    static final float EXP_HIGH = 88.37626f;

    static final float LOG2_E = 1.44269504f;

    /** ln 2 in two parts, so that n ln 2 is subtracted without loss. */
    static final float LN2_HIGH = 0.693359375f;

    static final float LN2_LOW = -2.12194440e-4f;

    /** 1.5 * 2^23: adding it rounds to the nearest integer and leaves that integer in the low bits. */
    static final float ROUND = 12582912f;

    /** {@code exp(r) = 1 + r + r^2 (E0 r^5 + ... + E5)} for |r| up to ln 2 / 2. */
    static final float E0 = 1.9875691500e-4f;

    static final float E1 = 1.3981999507e-3f;
    static final float E2 = 8.3334519073e-3f;
    static final float E3 = 4.1665795894e-2f;
    static final float E4 = 1.6666665459e-1f;
    static final float E5 = 5.0000001201e-1f;

    static final float SQRT_2 = 1.41421356f;

    /** The bits of sqrt(1/2). */
    static final int ROOT_HALF_BITS = 0x3f3504f3;

    static final float LN_2 = 0.693147181f;

    /** {@code log(1 + f) = f - f^2 / 2 + f^3 (L0 f^8 + ... + L8)} for 1 + f between sqrt(1/2) and sqrt(2). */
    static final float L0 = 7.0376836292e-2f;

    static final float L1 = -1.1514610310e-1f;
    static final float L2 = 1.1676998740e-1f;
    static final float L3 = -1.2420140846e-1f;
    static final float L4 = 1.4249322787e-1f;
    static final float L5 = -1.6668057665e-1f;
    static final float L6 = 2.0000714765e-1f;
    static final float L7 = -2.4999993993e-1f;
    static final float L8 = 3.3333331174e-1f;
}

package org.gne.kernel;

/**
 * The quantile function of the normal distribution, to about 7 digits: algorithm PPND7 of Wichura (1988), AS 241.
 * Rational functions, and StrictMath where the tail needs a logarithm: the same bits on every JDK.
 */
final class NormalQuantile {

    private NormalQuantile() {}

    /**
     * @param p between 0 and 1, both excluded
     */
    static float of(double p) {
        double q = p - 0.5;
        if (Math.abs(q) <= 0.425) {
            double r = 0.180625 - q * q;
            return (float) (q
                    * (((5.9109374720e1 * r + 1.5929113202e2) * r + 5.0434271938e1) * r + 3.3871327179)
                    / (((6.7187563600e1 * r + 7.8757757664e1) * r + 1.7895169469e1) * r + 1));
        }
        double r = Math.sqrt(-StrictMath.log(q < 0 ? p : 1 - p));
        double value;
        if (r <= 5) {
            r -= 1.6;
            value = (((1.7023821103e-1 * r + 1.3067284816) * r + 2.7568153900) * r + 1.4234372777)
                    / ((1.2021132975e-1 * r + 7.3700164250e-1) * r + 1);
        } else {
            r -= 5;
            value = (((1.7337203997e-2 * r + 4.2868294337e-1) * r + 3.0812263860) * r + 6.6579051150)
                    / ((1.2258202635e-2 * r + 2.4197894225e-1) * r + 1);
        }
        return (float) (q < 0 ? -value : value);
    }
}

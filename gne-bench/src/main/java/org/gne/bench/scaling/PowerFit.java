package org.gne.bench.scaling;

/**
 * A power law through measured costs, {@code cost = factor * size^exponent}, by least squares of the logarithm of the cost on that
 * of the size.
 *
 * @param exponent 1 where cost is in proportion to size
 * @param error standard error of the exponent; NaN from two sizes alone
 * @param factor the cost at a size of 1
 * @param last the exponent from the second largest size to the largest: what a fixed part of the cost, or a term that grows faster
 *     than the rest, does to the fit is seen there
 */
record PowerFit(double exponent, double error, double factor, double last) {

    /**
     * @param sizes ascending, above 0, at least two different ones
     * @param costs one per size, above 0
     */
    static PowerFit of(double[] sizes, double[] costs) {
        int n = sizes.length;
        if (n < 2 || costs.length != n) {
            throw new IllegalArgumentException(
                    n + " sizes and " + costs.length + " costs, expected as many, at least 2");
        }
        double[] x = logarithms(sizes);
        double[] y = logarithms(costs);
        double meanX = mean(x);
        double meanY = mean(y);
        double square = 0;
        double product = 0;
        for (int i = 0; i < n; i++) {
            square += (x[i] - meanX) * (x[i] - meanX);
            product += (x[i] - meanX) * (y[i] - meanY);
        }
        if (!(square > 0)) {
            throw new IllegalArgumentException("all sizes are " + sizes[0] + ", expected at least two");
        }
        double exponent = product / square;
        double intercept = meanY - exponent * meanX;
        double residuals = 0;
        for (int i = 0; i < n; i++) {
            double residual = y[i] - intercept - exponent * x[i];
            residuals += residual * residual;
        }
        double error = n == 2 ? Double.NaN : Math.sqrt(residuals / (n - 2) / square);
        double last = (y[n - 1] - y[n - 2]) / (x[n - 1] - x[n - 2]);
        return new PowerFit(exponent, error, Math.exp(intercept), last);
    }

    double at(double size) {
        return factor * Math.pow(size, exponent);
    }

    private static double[] logarithms(double[] values) {
        double[] logarithms = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] > 0) || Double.isInfinite(values[i])) {
                throw new IllegalArgumentException("found " + values[i] + ", expected sizes and costs above 0");
            }
            logarithms[i] = Math.log(values[i]);
        }
        return logarithms;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}

package org.gne.data;

/**
 * A robust location and width of values: a few extreme values hardly change them.
 *
 * @param median the median
 * @param width the range of the middle half; if that is 0, the (population) standard deviation
 * @hidden internal
 */
public record Spread(double median, double width) {

    /**
     * @param sorted the values, ascending, at least one
     */
    public static Spread of(double[] sorted) {
        int n = sorted.length;
        double half = sorted[n - 1 - n / 4] - sorted[n / 4];
        return new Spread(sorted[n / 2], half > 0 ? half : deviation(sorted));
    }

    private static double deviation(double[] sorted) {
        // Squares of very small and very large values do not fit into a double.
        double largest = Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]));
        if (sorted[0] == sorted[sorted.length - 1]) {
            return 0;
        }
        double mean = 0;
        for (double value : sorted) {
            mean += value / largest / sorted.length;
        }
        double square = 0;
        for (double value : sorted) {
            square += (value / largest - mean) * (value / largest - mean) / sorted.length;
        }
        return largest * Math.sqrt(square);
    }
}

package org.gne.data;

import org.jspecify.annotations.Nullable;

/**
 * The centre and spread of a column of numbers, even if a few values are extreme.
 *
 * @param shift {@code log(value + shift)} is scaled in place of the value; NaN to scale the value itself
 * @param centre the value that is scaled to 0
 * @param spread the difference that is scaled to 1; 0 if the column does not vary
 * @param wild whether mean and standard deviation were not used, because a few extreme values determine them
 */
record NumberScale(double shift, double centre, double spread, boolean wild) {

    /**
     * The distances between the 5 % and 95 % quantiles, and between the 1 % and 99 % quantiles, of a normal
     * distribution, in standard deviations.
     */
    private static final double NINETY = 3.290;

    private static final double NINETY_EIGHT = 4.653;

    /** A standard deviation of this many times that of the bulk comes from a few extreme values. */
    private static final double WILD = 3;

    /** The logarithm is tried from this skewness by quantiles, -1 to 1; an exponential distribution has 0.56. */
    private static final double SKEWED = 0.6;

    /** With fewer values, the logarithm is not tried. */
    private static final int FEW = 20;

    /**
     * The scale of a column: its mean and standard deviation, unless these differ too much from the spread of its bulk.
     *
     * @param numbers whether values are stored as in the source: the logarithm of a time since an origin has no meaning
     */
    static NumberScale of(Survey survey, int column, boolean numbers) {
        double mean = survey.mean(column);
        double deviation = Math.sqrt(survey.variance(column));
        if (!(survey.high(column) > survey.low(column)) || deviation <= 1e-7 * Math.max(1e-30, Math.abs(mean))) {
            return new NumberScale(Double.NaN, mean, 0, false);
        }
        float[] sorted = survey.sorted(column);
        if (numbers && survey.low(column) >= 0 && sorted.length >= FEW) {
            NumberScale logarithm = logarithm(sorted, survey.low(column));
            if (logarithm != null) {
                return logarithm;
            }
        }
        return byValues(sorted, Double.NaN, mean, deviation);
    }

    private static NumberScale byValues(float[] sorted, double shift, double mean, double deviation) {
        double bulk = bulk(sorted);
        boolean wild = bulk > 0 && deviation > WILD * bulk;
        return wild
                ? new NumberScale(shift, RowSample.quantile(sorted, 0.5), bulk, true)
                : new NumberScale(shift, mean, deviation, false);
    }

    /** The spread of 90 % of the values, or of 98 % if those are equal; 0 if these are equal too. */
    private static double bulk(float[] sorted) {
        double ninety = RowSample.quantile(sorted, 0.95) - RowSample.quantile(sorted, 0.05);
        if (ninety > 0) {
            return ninety / NINETY;
        }
        return (RowSample.quantile(sorted, 0.99) - RowSample.quantile(sorted, 0.01)) / NINETY_EIGHT;
    }

    /** The scale of the logarithms if they are much less skewed than the values, else null. */
    private static @Nullable NumberScale logarithm(float[] sorted, float low) {
        double skewness = skewness(sorted);
        if (!(skewness > SKEWED)) {
            return null;
        }
        double shift = low > 0 ? 0 : medianOfPositive(sorted);
        float[] logarithms = new float[sorted.length];
        double sum = 0;
        for (int i = 0; i < sorted.length; i++) {
            logarithms[i] = (float) StrictMath.log(Math.max(Float.MIN_NORMAL, sorted[i] + shift));
            sum += logarithms[i];
        }
        if (!(Math.abs(skewness(logarithms)) < skewness / 2)) {
            return null;
        }
        double mean = sum / logarithms.length;
        double square = 0;
        for (float each : logarithms) {
            square += (each - mean) * (each - mean);
        }
        return byValues(logarithms, shift, mean, Math.sqrt(square / logarithms.length));
    }

    private static double medianOfPositive(float[] sorted) {
        int first = 0;
        while (first < sorted.length && sorted[first] <= 0) {
            first++;
        }
        return first < sorted.length ? sorted[first + (sorted.length - first) / 2] : 1;
    }

    /** Kelly's skewness: the difference of the lengths of the upper and lower tails, divided by their sum. */
    private static double skewness(float[] sorted) {
        double low = RowSample.quantile(sorted, 0.05);
        double middle = RowSample.quantile(sorted, 0.5);
        double high = RowSample.quantile(sorted, 0.95);
        return high > low ? (high - 2 * middle + low) / (high - low) : 0;
    }
}

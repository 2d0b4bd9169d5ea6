package org.gne.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The median, the smallest and the largest of repeated measurements. */
public record Spread(double median, double least, double most) {

    /**
     * The spread of at least one value.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Spread of(Collection<? extends Number> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no measurement, expected at least one");
        }
        double[] sorted = values.stream().mapToDouble(Number::doubleValue).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** The spread of the ratios of two measurements, round by round. */
    static Spread ratios(List<Double> of, List<Double> over) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < of.size(); i++) {
            ratios.add(of.get(i) / over.get(i));
        }
        return of(ratios);
    }

    /** The text "median (least-most)" with this number of decimals; one number if all are equal. */
    String text(int decimals) {
        String middle = number(median, decimals);
        String low = number(least, decimals);
        String high = number(most, decimals);
        return low.equals(high) ? middle : middle + " (" + low + "-" + high + ")";
    }

    /** The same with commas between thousands. */
    static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}

package org.gne.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What repeated measurements say: the middle and the ends. */
public record Spread(double median, double least, double most) {

    /**
     * Of at least one value.
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

    /** Of the ratios of what was measured in the same round. */
    static Spread ratios(List<Double> of, List<Double> over) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < of.size(); i++) {
            ratios.add(of.get(i) / over.get(i));
        }
        return of(ratios);
    }

    /** As "median (least-most)" with so many decimals; one number where all are alike. */
    String text(int decimals) {
        String middle = number(median, decimals);
        String low = number(least, decimals);
        String high = number(most, decimals);
        return low.equals(high) ? middle : middle + " (" + low + "-" + high + ")";
    }

    /** With thousands set apart. */
    static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}

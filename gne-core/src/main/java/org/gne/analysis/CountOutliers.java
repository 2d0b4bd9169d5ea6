package org.gne.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gne.data.CountFacts;
import org.gne.data.Labels;
import org.gne.data.RowFact;
import org.gne.data.Target;
import org.gne.kernel.Median;
import org.jspecify.annotations.Nullable;

/**
 * Rows of counts that differ from most others in how they were counted or explained. Of cells, those with few counts or few
 * genes may be empty droplets, those with many mitochondrial counts are often damaged, and those with many counts, or that the
 * map explains badly, are often two cells in one droplet.
 *
 * <p>A row is an outlier if a value is more than 3 median absolute deviations (times 1.4826, which makes them standard deviations
 * of a normal distribution) from the median, as in scater's {@code isOutlier} (McCarthy, Campbell, Lun and Wills 2017,
 * Bioinformatics 33:1179): logarithms of the total and of the number of detected columns below it or the total above it, the
 * mitochondrial share above it, and the logarithm of the error above it. Errors grow with the total: they are compared with a
 * straight line of the logarithms.
 */
public final class CountOutliers {

    /** The name of the fact. */
    public static final String NAME = "outlier";

    /** The kinds of outliers; a row has the first that holds. */
    public static final List<String> KINDS =
            List.of("few counts", "few detected", "mitochondrial", "many counts", "badly explained");

    private static final double MOST_DEVIATIONS = 3;

    private static final double NORMAL = 1.4826;

    private CountOutliers() {}

    /**
     * The facts, and one more: {@value #NAME}, the kind of outlier that each row is, without a class for the others.
     *
     * @param facts those of {@link CountFacts}, maybe among others
     * @param errors {@code [rows]}: the reconstruction error of each row, or empty if they are not known
     * @return the same facts if they are not those of counts, or know their outliers
     */
    public static List<RowFact> addedTo(List<RowFact> facts, float[] errors) {
        Target total = CountFacts.find(facts, CountFacts.TOTAL);
        Target detected = CountFacts.find(facts, CountFacts.DETECTED);
        if (total == null
                || detected == null
                || facts.stream().anyMatch(fact -> fact.name().equals(NAME))) {
            return facts;
        }
        double[] logTotal = logarithms(total.values());
        int[] kinds = new int[total.size()];
        Arrays.fill(kinds, -1);
        mark(kinds, 4, beside(errors, logTotal), 1);
        mark(kinds, 3, logTotal, 1);
        Target share = CountFacts.find(facts, CountFacts.MITOCHONDRIAL);
        mark(kinds, 2, share == null ? null : share.values(), 1);
        mark(kinds, 1, logarithms(detected.values()), -1);
        mark(kinds, 0, logTotal, -1);
        List<RowFact> more = new ArrayList<>(facts);
        more.add(new RowFact(NAME, new Labels(kinds, KINDS)));
        return more;
    }

    /** Marks rows that are far above the median, or with the sign -1 far below it. */
    private static void mark(int[] kinds, int kind, double @Nullable [] values, int sign) {
        if (values == null) {
            return;
        }
        double center = Median.ofKnown(values);
        double deviation = NORMAL
                * Median.ofKnown(
                        Arrays.stream(values).map(x -> Math.abs(x - center)).toArray());
        for (int i = 0; i < kinds.length; i++) {
            // If more than half of the values are the same, nothing is known of how far the others usually are.
            if (deviation > 0 && sign * (values[i] - center) > MOST_DEVIATIONS * deviation) {
                kinds[i] = kind;
            }
        }
    }

    private static double[] logarithms(double[] values) {
        return Arrays.stream(values).map(StrictMath::log1p).toArray();
    }

    /** How far the logarithm of each error is above a straight line over the logarithms of the totals. */
    private static double @Nullable [] beside(float[] errors, double[] logTotal) {
        if (errors.length != logTotal.length) {
            return null;
        }
        double[] log = IntStream.range(0, errors.length)
                .mapToDouble(i -> errors[i] > 0 ? StrictMath.log(errors[i]) : Double.NaN)
                .toArray();
        double n = 0;
        double[] sums = new double[4];
        for (int i = 0; i < log.length; i++) {
            if (!Double.isNaN(log[i]) && !Double.isNaN(logTotal[i])) {
                n++;
                sums[0] += logTotal[i];
                sums[1] += log[i];
                sums[2] += logTotal[i] * logTotal[i];
                sums[3] += logTotal[i] * log[i];
            }
        }
        double variance = sums[2] - sums[0] * sums[0] / n;
        double slope = variance > 1e-9 * n ? (sums[3] - sums[0] * sums[1] / n) / variance : 0;
        return IntStream.range(0, log.length)
                .mapToDouble(i -> log[i] - slope * logTotal[i])
                .toArray();
    }
}

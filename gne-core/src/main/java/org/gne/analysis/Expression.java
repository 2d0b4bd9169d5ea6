package org.gne.analysis;

import org.gne.data.CountFacts;
import org.gne.data.Dataset;
import org.gne.data.RowEntries;
import org.gne.data.Samples;
import org.gne.data.Target;
import org.jspecify.annotations.Nullable;

/**
 * Counts of a column, such as a gene, as biologists compare them between rows of different totals: {@code log(1 + 10,000 count /
 * total)}, as by Seurat's LogNormalize and scanpy's normalize_total and log1p.
 */
public final class Expression {

    /** What the numbers are, for legends. */
    public static final String UNIT = "log(1 + count per 10,000)";

    private Expression() {}

    /**
     * The measured values of a column of counts.
     *
     * @param data counts, with the totals of all genes as a fact ({@link CountFacts}); without it the totals are those of the columns
     * @param column the column, from 0
     * @return {@code [rows]}: 0 for a row without counts, NaN where the count is missing
     */
    public static double[] measured(Dataset data, int column) {
        Samples counts = data.samples();
        Target known = CountFacts.find(data.facts(), CountFacts.TOTAL);
        double[] totals = known == null ? totals(counts) : known.values();
        double[] values = new double[counts.size()];
        RowEntries entries = new RowEntries(counts);
        for (int i = 0; i < values.length; i++) {
            double count = 0;
            int n = entries.read(i);
            for (int k = 0; k < n && entries.column(k) <= column; k++) {
                count = entries.column(k) == column ? entries.value(k) : count;
            }
            values[i] = scaled(count, totals[i]);
        }
        return values;
    }

    /**
     * A count as a logarithm.
     *
     * @param count the count, or a decoded mean in a usual row
     * @param total the total of the row, or that of a usual row
     */
    public static double scaled(double count, double total) {
        return total > 0 ? StrictMath.log1p(Markers.TOTAL * count / total) : count > 0 ? Double.NaN : 0;
    }

    /** The mean total of the rows, to which decoded means belong, or null if it is not known. */
    public static @Nullable Double usualTotal(@Nullable Target totals) {
        if (totals == null || totals.known() == 0) {
            return null;
        }
        double sum = 0;
        for (int row : totals.knownRows()) {
            sum += totals.values()[row];
        }
        return sum > 0 ? sum / totals.known() : null;
    }

    private static double[] totals(Samples counts) {
        double[] totals = new double[counts.size()];
        RowEntries entries = new RowEntries(counts);
        for (int i = 0; i < totals.length; i++) {
            int n = entries.read(i);
            for (int k = 0; k < n; k++) {
                totals[i] += entries.value(k) > 0 ? entries.value(k) : 0;
            }
        }
        return totals;
    }
}

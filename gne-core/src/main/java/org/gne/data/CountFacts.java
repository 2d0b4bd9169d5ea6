package org.gne.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.gne.kernel.Median;
import org.jspecify.annotations.Nullable;

/**
 * What rows of counts say of how they were counted, by which biologists find damaged cells: the total of each row (the library
 * size of a cell), the number of columns (genes) with a count above 0, and the share of the total that mitochondrial genes have.
 */
public final class CountFacts {

    /** The total of the counts. */
    public static final String TOTAL = "total";

    /** The number of columns with a count above 0. */
    public static final String DETECTED = "detected";

    /** The share of the total that is in mitochondrial genes, 0 to 1. */
    public static final String MITOCHONDRIAL = "mitochondrial";

    /** Of two species, names begin with the genome: {@code GRCh38_MT-CO1}, {@code mm10___mt-Co1}. */
    private static final Pattern MITOCHONDRIAL_GENES = Pattern.compile("(.*_)?(MT|Mt|mt)-.+");

    private CountFacts() {}

    /**
     * The facts of rows of at least 20 columns that are all counts ({@link Schema#isManyCounts}): {@value #TOTAL}, {@value
     * #DETECTED}, and {@value #MITOCHONDRIAL} if there are columns whose names begin with {@code MT-}, as of human genes,
     * {@code mt-}, as of mice, or {@code Mt-}, as of rats, maybe after the name of a genome. Missing values (NaN) count as 0; the share of a row without counts is NaN.
     *
     * @return no facts of other rows
     */
    public static List<RowFact> of(Samples counts) {
        if (!counts.schema().isManyCounts() || counts.size() == 0) {
            return List.of();
        }
        boolean[] mitochondrial = mitochondrial((Schema.Columns) counts.schema());
        double[][] found = sums(counts, mitochondrial);
        List<RowFact> facts = new ArrayList<>();
        facts.add(RowFact.of(new Target(TOTAL, found[0])));
        facts.add(RowFact.of(new Target(DETECTED, found[1])));
        if (count(mitochondrial) > 0) {
            double[] share = new double[found[0].length];
            Arrays.setAll(share, i -> found[0][i] > 0 ? (float) (found[2][i] / found[0][i]) : Double.NaN);
            facts.add(RowFact.of(new Target(MITOCHONDRIAL, share)));
        }
        return facts;
    }

    /** The numbers of a fact, or null if it is not among these. */
    public static @Nullable Target find(List<RowFact> facts, String name) {
        for (RowFact fact : facts) {
            if (fact.name().equals(name) && fact.values() instanceof Target numbers) {
                return numbers;
            }
        }
        return null;
    }

    /** A line for people: the medians. Null if there are no facts of counts. */
    public static @Nullable String line(List<RowFact> facts) {
        Target total = find(facts, TOTAL);
        Target detected = find(facts, DETECTED);
        if (total == null || detected == null) {
            return null;
        }
        Target share = find(facts, MITOCHONDRIAL);
        long empty = empty(facts);
        return String.format(
                        Locale.ROOT,
                        "counts: %,.0f in the median row, in %,.0f columns",
                        Median.ofKnown(total.values()),
                        Median.ofKnown(detected.values()))
                + (share == null
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", %.1f %% of them mitochondrial",
                                share.known() == 0 ? 0 : 100 * Median.ofKnown(share.values())))
                + (empty == 0
                        ? ""
                        : String.format(
                                Locale.ROOT, "; %,d %s no counts at all", empty, empty == 1 ? "row has" : "rows have"));
    }

    /** The number of rows without any counts. */
    public static long empty(List<RowFact> facts) {
        Target total = find(facts, TOTAL);
        return total == null
                ? 0
                : Arrays.stream(total.values()).filter(x -> x == 0).count();
    }

    private static boolean[] mitochondrial(Schema.Columns schema) {
        boolean[] found = new boolean[schema.width()];
        for (int j = 0; j < found.length; j++) {
            found[j] =
                    MITOCHONDRIAL_GENES.matcher(schema.columns().get(j).name()).matches();
        }
        return found;
    }

    private static int count(boolean[] of) {
        int count = 0;
        for (boolean each : of) {
            count += each ? 1 : 0;
        }
        return count;
    }

    /** Totals, numbers of columns above 0, and sums of the mitochondrial columns of each row. */
    private static double[][] sums(Samples counts, boolean[] mitochondrial) {
        double[][] found = new double[3][counts.size()];
        RowEntries entries = new RowEntries(counts);
        for (int i = 0; i < counts.size(); i++) {
            int n = entries.read(i);
            for (int k = 0; k < n; k++) {
                float value = entries.value(k);
                if (value > 0) {
                    found[0][i] += value;
                    found[1][i]++;
                    found[2][i] += mitochondrial[entries.column(k)] ? value : 0;
                }
            }
        }
        return found;
    }
}

package org.gne.nn;

import java.util.ArrayList;
import java.util.List;
import org.gne.data.Column;
import org.gne.data.Scaling;
import org.gne.data.ScalingKind;
import org.gne.data.Schema;
import org.gne.data.Survey;

/**
 * Chooses the head of each column. All source columns have the same weight, whatever their heads: the loss of a column
 * is divided by its loss under the best constant. This divisor has a lower bound, so that a flag set in one row of a
 * thousand weighs less than other columns.
 *
 * @hidden internal
 */
public final class HeadChoice {

    /**
     * The lower bound of a column's entropy, in nats: that of a boolean which is true in one row of twenty. A column
     * with less entropy has less weight. docs/decisions.md reports the trials.
     */
    static final double LEAST_ENTROPY = 0.2;

    /** The lower bound of a column's variance, for the comparison of rows by distance. */
    static final double LEAST_VARIANCE = 0.05;

    /**
     * Fewer columns of counts side by side have no common total: each count would be most of the total, by which its own mean
     * is multiplied. Molecules and words have hundreds.
     */
    static final int FEWEST_COUNTS = 20;

    /**
     * The least dispersion in training of rows that are nothing but many counts. Around the mean of all rows, a column varies also by what the map is to explain, and
     * such columns would weigh less. 100 is that of molecules counted in equal cells (Lause, Berens and Kobak 2021).
     */
    private static final double LEAST_DISPERSION = 100;

    /** With this dispersion, counts follow practically a Poisson distribution. */
    private static final double MOST_DISPERSION = 1e6;

    private HeadChoice() {}

    /**
     * The heads for given rows.
     *
     * @param scaling the scaling of the rows: numbers scaled to 0-1 get a sigmoid, others the identity
     * @param survey the survey of the rows
     * @param loss the loss of numbers between 0 and 1
     * @throws IllegalArgumentException if the loss is the cross-entropy and there are no such numbers
     */
    public static Heads of(Schema schema, Scaling scaling, Survey survey, Loss loss) {
        Head numbers = scaling.kind() != ScalingKind.UNIT
                ? HeadKinds.REAL
                : loss == Loss.CROSS_ENTROPY ? HeadKinds.UNIT_CROSS_ENTROPY : HeadKinds.UNIT;
        List<Stretch> stretches = stretches(schema, scaling, numbers, survey);
        if (loss == Loss.CROSS_ENTROPY
                && stretches.stream().noneMatch(stretch -> stretch.head() == HeadKinds.UNIT_CROSS_ENTROPY)) {
            throw new IllegalArgumentException("CROSS_ENTROPY needs data between 0 and 1, decoded by a sigmoid:"
                    + " images, or numbers with the scaling UNIT; booleans and categories have it anyway");
        }
        return new Heads(stretches);
    }

    private static List<Stretch> stretches(Schema schema, Scaling scaling, Head numbers, Survey survey) {
        if (!(schema instanceof Schema.Columns table)) {
            return List.of(numbers(numbers, 0, schema.width(), scaling, survey));
        }
        List<Stretch> stretches = new ArrayList<>();
        int at = 0;
        int next = 0;
        List<Column> columns = table.columns();
        while (next < columns.size()) {
            Column.Kind kind = family(columns.get(next));
            int end = next + 1;
            int from = at;
            at += columns.get(next).width();
            // Consecutive columns of one kind share a stretch; a category or a vector is a stretch of its own.
            while (kind != Column.Kind.CATEGORY
                    && kind != Column.Kind.VECTOR
                    && end < columns.size()
                    && family(columns.get(end)) == kind) {
                at += columns.get(end++).width();
            }
            if (kind == Column.Kind.COUNT && at - from < FEWEST_COUNTS) {
                for (int j = from; j < at; j++) {
                    stretches.add(counts(j, j + 1, survey, 0));
                }
                next = end;
                continue;
            }
            stretches.add(
                    switch (kind) {
                        case BOOLEAN -> booleans(from, at, survey);
                        case CATEGORY -> category(from, at, survey);
                        case COUNT -> counts(from, at, survey, schema.isManyCounts() ? LEAST_DISPERSION : 0);
                        case VECTOR -> Stretch.of(HeadKinds.REAL, from, at - from);
                        default -> numbers(numbers, from, at, scaling, survey);
                    });
            next = end;
        }
        return VectorWeights.of(table, stretches);
    }

    /**
     * Numbers are weighted by their variance after scaling. It is 1 unless values far from the rest were squashed: even
     * squashed, they may be most of the variance.
     */
    private static Stretch numbers(Head head, int from, int to, Scaling scaling, Survey survey) {
        int n = to - from;
        float[] weights = new float[n];
        float[] scales = new float[n];
        boolean plain = true;
        for (int j = 0; j < n; j++) {
            double variance = scaling.tails() == null ? 1 : scaling.varianceOfSquashed(survey, from + j);
            weights[j] = (float) (1 / variance);
            scales[j] = (float) (1 / Math.sqrt(variance));
            plain &= variance == 1;
        }
        return plain ? Stretch.of(head, from, n) : Stretch.of(head, from, n, weights, scales);
    }

    /** The kind of a column for the network: dates and times are numbers. */
    private static Column.Kind family(Column column) {
        return column.kind().isNumber() ? Column.Kind.NUMBER : column.kind();
    }

    /**
     * Counts, with dispersions by the method of moments, {@code mean^2 / (variance - mean)}.
     *
     * @param least the least dispersion
     */
    private static Stretch counts(int from, int to, Survey survey, double least) {
        int n = to - from;
        float[] weights = new float[n];
        float[] scales = new float[n];
        float[] dispersion = new float[n];
        float[] usual = new float[n];
        for (int j = 0; j < n; j++) {
            double mean = Math.max(1e-6, survey.mean(from + j));
            double variance = survey.variance(from + j);
            double excess = variance - mean;
            usual[j] = (float) mean;
            double found = excess > 0 ? Math.min(MOST_DISPERSION, mean * mean / excess) : MOST_DISPERSION;
            dispersion[j] = (float) Math.max(least, found);
            // Half the deviance of a count is about half its squared deviation divided by its variance.
            weights[j] = 2;
            double log = variance / ((1 + mean) * (1 + mean));
            scales[j] = scale(log);
        }
        return Stretch.counts(from, weights, scales, dispersion, usual);
    }

    private static Stretch booleans(int from, int to, Survey survey) {
        float[] weights = new float[to - from];
        float[] scales = new float[to - from];
        for (int j = from; j < to; j++) {
            double p = survey.mean(j);
            weights[j - from] = weight(entropy(p) + entropy(1 - p));
            scales[j - from] = scale(p * (1 - p));
        }
        return Stretch.of(HeadKinds.BINARY, from, to - from, weights, scales);
    }

    private static Stretch category(int from, int to, Survey survey) {
        double entropy = 0;
        double variance = 1;
        for (int j = from; j < to; j++) {
            double p = survey.mean(j);
            entropy += entropy(p);
            variance -= p * p;
        }
        return Stretch.of(
                HeadKinds.CATEGORICAL, from, to - from, new float[] {weight(entropy)}, new float[] {scale(variance)});
    }

    private static double entropy(double p) {
        return p > 0 ? -p * StrictMath.log(p) : 0;
    }

    private static float weight(double entropy) {
        return (float) (1 / Math.max(LEAST_ENTROPY, entropy));
    }

    private static float scale(double variance) {
        return (float) (1 / Math.sqrt(Math.max(LEAST_VARIANCE, variance)));
    }
}

package org.gne.nn;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gne.data.Samples;
import org.gne.data.Survey;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Kernel;

/**
 * The likelihoods of a whole row: consecutive stretches of columns, each with its head.
 *
 * @param stretches from column 0 on, without gaps
 * @serial exclude
 */
public record Heads(List<Stretch> stretches) implements Serializable {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if there is no column, or a gap between two stretches
     */
    public Heads {
        stretches = List.copyOf(stretches);
        int at = 0;
        for (Stretch stretch : stretches) {
            if (stretch.from() != at) {
                throw new IllegalArgumentException(
                        "a stretch of columns from " + stretch.from() + ", expected from " + at);
            }
            at = stretch.to();
        }
        if (at == 0) {
            throw new IllegalArgumentException("no columns: found 0, expected at least 1");
        }
    }

    /** All columns under one head. */
    public static Heads of(Head head, int width) {
        return new Heads(List.of(Stretch.of(head, 0, width)));
    }

    /** Values from 0 to 1 under a sigmoid, with the squared error. */
    public static Heads unit(int width) {
        return of(HeadKinds.UNIT, width);
    }

    /** Values from 0 to 1 under a sigmoid, with a given loss. */
    public static Heads unit(int width, Loss loss) {
        return of(loss == Loss.CROSS_ENTROPY ? HeadKinds.UNIT_CROSS_ENTROPY : HeadKinds.UNIT, width);
    }

    /** Numbers of any range, with the squared error. */
    public static Heads real(int width) {
        return of(HeadKinds.REAL, width);
    }

    /** The number of values in a row. */
    public int width() {
        return stretches.get(stretches.size() - 1).to();
    }

    /** The number of source columns: a category has several values in a row, but is one source column. */
    public int sources() {
        int sources = 0;
        for (Stretch stretch : stretches) {
            sources += stretch.sources();
        }
        return sources;
    }

    /** The number of known values in all rows; a category counts once. */
    public double known(Survey survey) {
        double known = 0;
        for (Stretch stretch : stretches) {
            for (int j = stretch.from(); j < (stretch.head().joint() ? stretch.from() + 1 : stretch.to()); j++) {
                known += survey.known(j);
            }
        }
        return known;
    }

    /** The number of known values in a row; a category counts once. */
    public int known(float[] row, int r0) {
        int known = 0;
        for (Stretch stretch : stretches) {
            if (stretch.head().joint()) {
                known += Float.isNaN(row[r0 + stretch.from()]) ? 0 : 1;
            } else {
                for (int j = stretch.from(); j < stretch.to(); j++) {
                    known += Float.isNaN(row[r0 + j]) ? 0 : 1;
                }
            }
        }
        return known;
    }

    /**
     * Requires that no category is known in part: its columns hold a number each, or are all missing.
     *
     * @param row the number of the row, for the message
     * @param values {@code [width]}
     * @throws IllegalArgumentException if a category is known in part; the message names row and columns
     */
    public void requireWholeCategories(int row, float[] values) {
        for (Stretch stretch : stretches) {
            int missing = 0;
            for (int j = stretch.from(); stretch.head().joint() && j < stretch.to(); j++) {
                missing += Float.isNaN(values[j]) ? 1 : 0;
            }
            if (missing > 0 && missing < stretch.width()) {
                throw new IllegalArgumentException(
                        "row " + row + ", columns " + stretch.from() + " to " + (stretch.to() - 1) + ": " + missing
                                + " values of a category are missing, expected none or all " + stretch.width());
            }
        }
    }

    /**
     * Converts logits to means, in place.
     *
     * @param output {@code [rows, width]}
     */
    public void activate(Kernel kernel, int rows, float[] output) {
        int width = width();
        for (Stretch stretch : stretches) {
            stretch.head().activate(kernel, stretch, rows, output, stretch.from(), width);
        }
    }

    /**
     * Converts derivatives of logits to derivatives of means, in place.
     *
     * @param output the means: {@code [rows, width]}
     * @param slope the derivatives: {@code [rows, width]}
     */
    void slope(int rows, float[] output, float[] slope) {
        int width = width();
        for (Stretch stretch : stretches) {
            for (int i = 0; i < rows; i++) {
                int at = i * width + stretch.from();
                stretch.head().slope(stretch, output, at, slope, at);
            }
        }
    }

    /**
     * Replaces the logits of some columns by the gradient of the loss, and adds the losses.
     *
     * @param from the first of these columns; they contain all columns of a joint stretch or none
     * @param columns the number of columns
     * @param logits {@code [rows, columns]}
     * @param target {@code [rows, width]}
     * @param gaps whether target values may be missing (NaN); missing values add nothing to losses and gradients
     * @param exposure {@link #exposures} of these rows
     * @param scale the factor of each loss before the gradient: 1 / (rows of the batch x source columns)
     * @param sums {@code [width]}: each column's loss is added, without scale and weight
     */
    public void gradient(
            Kernel kernel,
            int rows,
            int from,
            int columns,
            float[] logits,
            float[] target,
            boolean gaps,
            float[] exposure,
            float scale,
            float[] sums) {
        int width = width();
        int exposed = 0;
        for (Stretch stretch : stretches) {
            int first = Math.max(from, stretch.from());
            int n = Math.min(from + columns, stretch.to()) - first;
            int e0 = exposed;
            exposed += counted(stretch) ? rows : 0;
            if (n > 0) {
                HeadBlock block = new HeadBlock(
                        rows, first, n, logits, first - from, columns, target, first, width, exposure, e0);
                if (gaps) {
                    ofKnown(kernel, stretch, block, scale, sums);
                } else {
                    stretch.head().gradient(kernel, stretch, block, scale, sums);
                }
            }
        }
    }

    /** Computes the parts of rows between missing values; the gradient of a missing value is 0. */
    private static void ofKnown(Kernel kernel, Stretch stretch, HeadBlock block, float scale, float[] sums) {
        for (int i = 0; i < block.rows(); i++) {
            int begin = 0;
            for (int j = 0; j <= block.columns(); j++) {
                if (j == block.columns() || Float.isNaN(block.target()[block.t(i) + j])) {
                    if (j > begin) {
                        stretch.head().gradient(kernel, stretch, block.part(i, begin, j - begin), scale, sums);
                    }
                    if (j < block.columns()) {
                        block.z()[block.z(i) + j] = 0;
                    }
                    begin = j + 1;
                }
            }
        }
    }

    /**
     * The exposures of rows, by which the means of counts are multiplied: {@code [stretches of counts, rows]}; empty if
     * there are no counts.
     */
    public float[] exposures(int rows, float[] target) {
        int width = width();
        List<Stretch> counts = stretches.stream().filter(Heads::counted).toList();
        float[] exposures = new float[counts.size() * rows];
        int at = 0;
        for (Stretch stretch : counts) {
            for (int i = 0; i < rows; i++) {
                exposures[at++] = CountHead.exposure(stretch, target, i * width + stretch.from());
            }
        }
        return exposures;
    }

    private static boolean counted(Stretch stretch) {
        return stretch.head() == HeadKinds.COUNT;
    }

    /**
     * The weighted sum of losses.
     *
     * @param sums {@code [width]}: the loss of each column, as {@link #gradient} adds them
     */
    public double total(float[] sums) {
        double total = 0;
        for (Stretch stretch : stretches) {
            boolean plain = stretch.plain();
            for (int j = 0; j < stretch.width(); j++) {
                float sum = sums[stretch.from() + j];
                total += plain ? sum : (double) stretch.weight(j) * sum;
            }
        }
        return total;
    }

    /**
     * The weighted loss of a row over its known values.
     *
     * @param row the scaled row, from {@code r0}
     * @param mean the means, from {@code m0}
     * @param scratch {@code [width]}
     */
    public float cost(Kernel kernel, float[] row, int r0, float[] mean, int m0, float[] scratch) {
        float sum = 0;
        for (Stretch stretch : stretches) {
            sum += stretch.head().cost(kernel, stretch, row, r0 + stretch.from(), mean, m0 + stretch.from(), scratch);
        }
        return sum;
    }

    /**
     * The weighted deviance of a row over its known values: {@link Head#deviance}.
     *
     * @param perColumn {@code [width]}: the part of each column is added, without weight; that of a category to its
     *     first column
     */
    public double deviance(float[] row, int r0, float[] mean, int m0, double[] perColumn) {
        double sum = 0;
        for (Stretch stretch : stretches) {
            sum += stretch.head().deviance(stretch, row, r0 + stretch.from(), mean, m0 + stretch.from(), perColumn);
        }
        return sum;
    }

    /** Whether rows can be compared without conversion: {@link #represent} changes nothing. */
    public boolean euclidean() {
        return stretches.stream().allMatch(Stretch::euclidean);
    }

    /**
     * Converts rows or means, in place, so that they can be compared by Euclidean distance: numbers do not change,
     * booleans and categories are multiplied by their scales, counts become {@code log(1 + count / exposure)}.
     *
     * @param rows {@code [n, width]}, from {@code at}; NaN does not change
     * @param counted true for rows, whose counts have an exposure; false for means
     */
    public void represent(int n, float[] rows, int at, boolean counted) {
        int width = width();
        for (Stretch stretch : stretches) {
            if (!stretch.euclidean()) {
                for (int i = 0; i < n; i++) {
                    stretch.represent(rows, at + i * width + stretch.from(), counted);
                }
            }
        }
    }

    /**
     * The means of rows, from the means of the same rows after {@link #represent}; for counts, the means of a row of
     * exposure 1.
     *
     * @param represented {@code [width]}
     */
    public float[] means(float[] represented) {
        float[] means = represented.clone();
        for (Stretch stretch : stretches) {
            for (int j = 0; j < stretch.width() && !stretch.euclidean(); j++) {
                int at = stretch.from() + j;
                means[at] = counted(stretch) ? stretch.usual()[j] : means[at] / stretch.scale(j);
            }
        }
        return means;
    }

    /** Rows after {@link #represent}. */
    public Samples represented(Samples samples) {
        return euclidean() ? samples : samples.mapped((rows, at) -> represent(1, rows, at, true));
    }

    /**
     * Computes what Fisher scoring needs of a row: {@link Head#whiten}, with all arrays {@code [width]} from their
     * offset on.
     */
    public void whiten(float[] row, int r0, float[] mean, int m0, float[] residual, float[] factor) {
        for (Stretch stretch : stretches) {
            int at = stretch.from();
            stretch.head().whiten(stretch, row, r0 + at, mean, m0 + at, residual, factor, at);
        }
    }

    /**
     * Whether {@link #whiten} returns factors of 1 for all known values: all columns have the squared error and weight
     * 1.
     */
    public boolean plain() {
        for (Stretch stretch : stretches) {
            boolean squared = stretch.head() == HeadKinds.UNIT || stretch.head() == HeadKinds.REAL;
            if (!squared || !stretch.plain()) {
                return false;
            }
        }
        return true;
    }

    /** The logits at which a network generates the means of the rows: {@code [width]}. */
    float[] biases(float[] means) {
        float[] biases = means.clone();
        for (Stretch stretch : stretches) {
            for (int j = stretch.from(); j < stretch.to(); j++) {
                biases[j] = stretch.head().bias(means[j]);
            }
        }
        return biases;
    }

    /**
     * Draws a random row in place of its means: a category by its probability, a boolean as 0 or 1, a count as a whole
     * number. Numbers stay at their mean.
     *
     * @param counter the counter of the first of {@link #width} random numbers
     * @hidden internal
     */
    public void draw(float[] mean, CounterRandom random, long counter) {
        for (Stretch stretch : stretches) {
            stretch.head().draw(stretch, mean, stretch.from(), random, counter + stretch.from());
        }
    }

    /**
     * Makes targets of training a little uncertain, in place: {@link Head#soften}.
     *
     * @param target {@code [rows, width]}
     */
    public void soften(int rows, float[] target) {
        int width = width();
        for (Stretch stretch : stretches) {
            for (int i = 0; i < rows; i++) {
                stretch.head().soften(stretch, target, i * width + stretch.from());
            }
        }
    }

    /**
     * Divides the columns into groups of about a given size. A joint stretch lies within one group.
     *
     * @return the first column of each group, then the width
     */
    int[] groups(int size) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        int start = 0;
        for (Stretch stretch : stretches) {
            boolean joint = stretch.head().joint();
            int least = joint ? stretch.to() - start : stretch.from() - start + 1;
            if (least > size && stretch.from() > start) {
                start = stretch.from();
                starts.add(start);
            }
            while (!joint && stretch.to() - start > size) {
                start += size;
                starts.add(start);
            }
        }
        starts.add(width());
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public String toString() {
        return Arrays.toString(stretches.toArray());
    }
}

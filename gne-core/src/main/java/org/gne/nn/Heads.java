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
 * The likelihoods of a whole row: stretches of columns, side by side, each with its head.
 *
 * @param stretches from column 0 on, without holes
 */
public record Heads(List<Stretch> stretches) implements Serializable {

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

    /** The same with a loss of one's choice. */
    public static Heads unit(int width, Loss loss) {
        return of(loss == Loss.CROSS_ENTROPY ? HeadKinds.UNIT_CROSS_ENTROPY : HeadKinds.UNIT, width);
    }

    /** Numbers of any range, with the squared error. */
    public static Heads real(int width) {
        return of(HeadKinds.REAL, width);
    }

    /** Numbers in a row. */
    public int width() {
        return stretches.get(stretches.size() - 1).to();
    }

    /** Source columns: a category has a number for each of its values, but is one. */
    public int sources() {
        int sources = 0;
        for (Stretch stretch : stretches) {
            sources += stretch.sources();
        }
        return sources;
    }

    /** Values of all rows that are known: a category counts once. */
    public double known(Survey survey) {
        double known = 0;
        for (Stretch stretch : stretches) {
            for (int j = stretch.from(); j < (stretch.head().joint() ? stretch.from() + 1 : stretch.to()); j++) {
                known += survey.known(j);
            }
        }
        return known;
    }

    /** Values of a row that are known: a category counts once. */
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
     * Logits to means, in place.
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
     * Derivatives of logits to derivatives of means, in place.
     *
     * @param output {@code [rows, width]}: the means
     * @param slope likewise
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
     * @param from first of the columns; a joint stretch is among them whole or not at all
     * @param columns how many
     * @param logits {@code [rows, columns]}
     * @param target {@code [rows, width]}
     * @param gaps whether target values may be missing (NaN), which takes them out of loss and gradients
     * @param exposure what {@link #exposures} returned for these rows
     * @param scale what each loss is multiplied by before the gradient: 1 / (rows of the batch x source columns)
     * @param sums {@code [width]}: each column's loss is added, unscaled and unweighted
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

    /** Goes over the parts of rows between missing values, whose gradient is 0. */
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

    /** What the means of counts are multiplied by: {@code [stretches of counts, rows]}, empty where there are none. */
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
     * The sum of losses, each column's by its weight.
     *
     * @param sums {@code [width]}: each column's, as {@link #gradient} leaves them
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
     * The weighted loss of a row, missing values left out.
     *
     * @param row as the model sees it, from {@code r0}
     * @param mean what is held against it, from {@code m0}
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
     * The weighted deviance of a row, missing values left out: {@link Head#deviance}.
     *
     * @param perColumn {@code [width]}: what each column adds, unweighted; that of a category goes to its first
     */
    public double deviance(float[] row, int r0, float[] mean, int m0, double[] perColumn) {
        double sum = 0;
        for (Stretch stretch : stretches) {
            sum += stretch.head().deviance(stretch, row, r0 + stretch.from(), mean, m0 + stretch.from(), perColumn);
        }
        return sum;
    }

    /** Whether rows are compared as they are: {@link #represent} changes nothing. */
    public boolean euclidean() {
        return stretches.stream().allMatch(Stretch::euclidean);
    }

    /**
     * Makes rows, or the means that a network puts out, comparable by their Euclidean distance, in place: numbers as they are,
     * booleans and categories by their scales, counts as {@code log(1 + count / exposure)}.
     *
     * @param rows {@code [n, width]} from {@code at} on; NaN stays
     * @param counted whether counts are those of rows, with an exposure of their own, or means
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
     * The means of rows from those of the same rows after {@link #represent}; of counts those of a row of exposure 1.
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

    /** Rows as {@link #represent} makes them. */
    public Samples represented(Samples samples) {
        return euclidean() ? samples : new RepresentedSamples(samples, this);
    }

    /** What Fisher scoring needs of a row: {@link Head#whiten}, all arrays {@code [width]} from their offset on. */
    public void whiten(float[] row, int r0, float[] mean, int m0, float[] residual, float[] factor) {
        for (Stretch stretch : stretches) {
            int at = stretch.from();
            stretch.head().whiten(stretch, row, r0 + at, mean, m0 + at, residual, factor, at);
        }
    }

    /** Whether {@link #whiten} leaves factors of 1 where nothing is missing: squared errors of weight 1 throughout. */
    public boolean plain() {
        for (Stretch stretch : stretches) {
            boolean squared = stretch.head() == HeadKinds.UNIT || stretch.head() == HeadKinds.REAL;
            if (!squared || !stretch.plain()) {
                return false;
            }
        }
        return true;
    }

    /** The logits at which a network says the means of the rows: {@code [width]}. */
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
     * Draws a row at random in place of its means: a category by its probability, a boolean as such, a count. Numbers stay at
     * their mean.
     *
     * @param counter of the first of {@link #width} random numbers
     */
    public void draw(float[] mean, CounterRandom random, long counter) {
        for (Stretch stretch : stretches) {
            stretch.head().draw(stretch, mean, stretch.from(), random, counter + stretch.from());
        }
    }

    /**
     * Cuts the columns into groups of about so many that no joint stretch lies across.
     *
     * @return first column of each group, and last the width
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

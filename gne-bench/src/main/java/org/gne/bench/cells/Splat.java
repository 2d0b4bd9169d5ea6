package org.gne.bench.cells;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gne.data.Column;
import org.gne.data.Schema;
import org.gne.data.SparseRow;
import org.gne.data.SparseStore;
import org.gne.data.StorageOptions;

/**
 * Simulates counts of genes of single cells by the Splat model of Zappia, Phipson and Oshlack (2017, Genome Biology 18:174),
 * written anew from the paper, with Splatter's default parameters. Departures: the median total of a cell is the number of
 * genes, as of droplets, not 60,000; genes that differ between groups differ by a median factor of 1.65 instead of 1.1; drop-out has its midpoint at a mean of 0.37 instead of 1, so that a third of the counts
 * is lost, not more than half; genes that do not follow a straight line along a path deviate by a Brownian bridge of the
 * logarithm of their mean.
 */
final class Splat {

    private static final double MEAN_SHAPE = 0.6;
    private static final double MEAN_RATE = 0.3;
    private static final double OUTLIERS = 0.05;
    private static final double OUTLIER_LOCATION = 4;
    private static final double OUTLIER_SCALE = 0.5;
    private static final double LIBRARY_SCALE = 0.2;
    private static final double CHANGED = 0.1;
    private static final double DOWN = 0.5;
    private static final double CHANGE_LOCATION = 0.5;
    private static final double CHANGE_SCALE = 0.5;
    private static final double BATCH_LOCATION = 0.1;
    private static final double BATCH_SCALE = 0.1;
    private static final double VARIATION = 0.1;
    private static final double VARIATION_FREEDOM = 60;
    private static final double DROPOUT_MIDPOINT = -1;
    private static final double DROPOUT_SHAPE = -1;
    private static final int STEPS = 100;
    private static final double BENT = 0.1;
    private static final double BEND = 0.8;

    private final SplatOptions options;
    private final Variates random;
    private final int genes;

    private Splat(SplatOptions options) {
        this.options = options;
        random = new Variates(options.seed());
        genes = options.genes();
    }

    static SimulatedCells of(SplatOptions options) throws IOException {
        return new Splat(options).cells();
    }

    private SimulatedCells cells() throws IOException {
        double[] base = baseMeans();
        float[][] profiles = options.paths() ? paths(base) : groups(base);
        double[][] batchFactors = new double[options.batches()][];
        for (int b = 0; b < options.batches(); b++) {
            batchFactors[b] = options.batches() == 1 ? ones() : factors(1, BATCH_LOCATION, BATCH_SCALE);
        }
        double[] spread = new double[genes];
        Arrays.setAll(spread, j -> Math.sqrt(VARIATION_FREEDOM / (2 * random.gamma(VARIATION_FREEDOM / 2))));
        int n = options.cells();
        int[] profile = new int[n];
        int[] group = new int[n];
        int[] batch = new int[n];
        double[] time = new double[n];
        try (SparseStore store = new SparseStore(StorageOptions.automatic())) {
            SparseRow row = new SparseRow();
            for (int i = 0; i < n; i++) {
                group[i] = random.index(options.shares());
                int step = options.paths() ? (int) (random.uniform() * STEPS) : 0;
                profile[i] = options.paths() ? group[i] * STEPS + step : group[i];
                time[i] = options.paths() ? startOf(group[i]) + (double) step / STEPS : 0;
                batch[i] = (int) (random.uniform() * options.batches());
                cell(profiles[profile[i]], batchFactors[batch[i]], spread, row);
                store.add(row);
            }
            List<Column> columns = IntStream.rangeClosed(1, genes)
                    .mapToObj(j -> Column.count("gene" + j))
                    .toList();
            return new SimulatedCells(
                    options, store.finish(new Schema.Columns(columns)), group, batch, time, profile, profiles);
        }
    }

    /** The time at which a piece of a path begins: each piece takes 1. */
    private double startOf(int piece) {
        int origin = options.origins()[piece];
        return origin < 0 ? 0 : 1 + startOf(origin);
    }

    private double[] ones() {
        double[] ones = new double[genes];
        Arrays.fill(ones, 1);
        return ones;
    }

    private double[] baseMeans() {
        double[] means = new double[genes];
        Arrays.setAll(means, j -> random.gamma(MEAN_SHAPE) / MEAN_RATE);
        double[] sorted = means.clone();
        Arrays.sort(sorted);
        double median = sorted[genes / 2];
        for (int j = 0; j < genes; j++) {
            if (random.uniform() < OUTLIERS) {
                means[j] = median * random.lognormal(OUTLIER_LOCATION, OUTLIER_SCALE);
            }
        }
        return means;
    }

    /** Factors of some of the genes; half of them are below 1. */
    private double[] factors(double share, double location, double scale) {
        double[] factors = ones();
        for (int j = 0; j < genes; j++) {
            if (random.uniform() < share) {
                double factor = random.lognormal(location, scale);
                factors[j] = random.uniform() < DOWN ? 1 / factor : factor;
            }
        }
        return factors;
    }

    private float[][] groups(double[] base) {
        float[][] profiles = new float[options.shares().length][];
        for (int g = 0; g < profiles.length; g++) {
            double[] factors = factors(CHANGED, CHANGE_LOCATION, CHANGE_SCALE);
            double[] means = new double[genes];
            Arrays.setAll(means, j -> base[j] * factors[j]);
            profiles[g] = shares(means);
        }
        return profiles;
    }

    /** One profile for each step of each piece. */
    private float[][] paths(double[] base) {
        int pieces = options.shares().length;
        float[][] profiles = new float[pieces * STEPS][];
        double[][] ends = new double[pieces][];
        for (int piece = 0; piece < pieces; piece++) {
            int origin = options.origins()[piece];
            double[] start = origin < 0 ? base : ends[origin];
            double[] factors = factors(CHANGED, CHANGE_LOCATION, CHANGE_SCALE);
            double[] end = new double[genes];
            Arrays.setAll(end, j -> start[j] * factors[j]);
            ends[piece] = end;
            double[][] bends = new double[genes][];
            for (int j = 0; j < genes; j++) {
                bends[j] = random.uniform() < BENT ? bridge() : new double[STEPS];
            }
            for (int step = 0; step < STEPS; step++) {
                double share = (double) step / STEPS;
                double[] means = new double[genes];
                for (int j = 0; j < genes; j++) {
                    means[j] = (start[j] + share * (end[j] - start[j])) * Math.exp(bends[j][step]);
                }
                profiles[piece * STEPS + step] = shares(means);
            }
        }
        return profiles;
    }

    private double[] bridge() {
        double[] walk = new double[STEPS + 1];
        for (int step = 1; step <= STEPS; step++) {
            walk[step] = walk[step - 1] + BEND * random.gaussian() / Math.sqrt(STEPS);
        }
        double[] bridge = new double[STEPS];
        Arrays.setAll(bridge, step -> walk[step] - walk[STEPS] * step / STEPS);
        return bridge;
    }

    private static float[] shares(double[] means) {
        double total = Arrays.stream(means).sum();
        float[] shares = new float[means.length];
        for (int j = 0; j < shares.length; j++) {
            shares[j] = (float) (means[j] / total);
        }
        return shares;
    }

    private void cell(float[] profile, double[] batch, double[] spread, SparseRow row) {
        double library = genes * random.lognormal(0, LIBRARY_SCALE);
        double total = 0;
        for (int j = 0; j < genes; j++) {
            total += profile[j] * batch[j];
        }
        for (int j = 0; j < genes; j++) {
            double mean = library * profile[j] * batch[j] / total;
            double variation = (VARIATION + 1 / Math.sqrt(mean)) * spread[j];
            double shape = 1 / (variation * variation);
            double drawn = random.gamma(shape) * mean / shape;
            double dropped = 1 / (1 + Math.exp(-DROPOUT_SHAPE * (Math.log(drawn) - DROPOUT_MIDPOINT)));
            int count = random.uniform() < dropped ? 0 : random.poisson(drawn);
            if (count > 0) {
                row.add(j, count);
            }
        }
    }
}

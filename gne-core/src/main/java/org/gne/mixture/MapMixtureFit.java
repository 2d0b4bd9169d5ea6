package org.gne.mixture;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gne.data.Embedding;
import org.gne.data.EvenRows;
import org.gne.data.Labels;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.jspecify.annotations.Nullable;

/** Fits a {@link MapMixture}. */
final class MapMixtureFit {

    private static final int ROWS_OF_MAP = 4_096;
    private static final int ROWS_OF_CLASS = 2_048;
    private static final int MOST_OF_MAP = 16;
    private static final int MOST_OF_CLASS = 8;

    /** The threshold is computed from at most this many rows, at even steps. */
    private static final int ROWS_OF_THRESHOLD = 65_536;

    /** The floor of the variances: the square of a hundredth of the map's spread. */
    private static final double FLOOR = 1e-4;

    private final Embedding map;
    private final @Nullable Labels labels;
    private final CounterRandom random;
    private final Parallel parallel;

    MapMixtureFit(Embedding map, @Nullable Labels labels, long seed, Parallel parallel) {
        if (labels != null) {
            labels.requireOnePer(map);
        }
        this.map = map;
        this.labels = labels;
        random = CounterRandom.of(seed, "mixture");
        this.parallel = parallel;
    }

    MapMixture run() {
        int[][] groups = groups();
        int[] present = IntStream.range(0, groups.length)
                .filter(group -> groups[group].length > 0)
                .toArray();
        int rows = Arrays.stream(groups).mapToInt(group -> group.length).sum();
        if (rows == 0) {
            throw new IllegalArgumentException(
                    "found a map without a row of finite coordinates, expected at least one");
        }
        MixtureOptions options = MixtureOptions.of(present.length == 1 ? MOST_OF_MAP : MOST_OF_CLASS, floor(groups));
        GaussianMixture[] parts = parts(groups, present, options);
        double[] shares = Arrays.stream(present)
                .mapToDouble(group -> (double) groups[group].length / rows)
                .toArray();
        return joined(parts, Arrays.stream(present).map(group -> group - 1).toArray(), shares);
    }

    /** The mixture of each group of rows that is not empty. Few groups share the threads, many have one each. */
    private GaussianMixture[] parts(int[][] groups, int[] present, MixtureOptions options) {
        GaussianMixture[] parts = new GaussianMixture[present.length];
        if (present.length < parallel.threads()) {
            for (int part = 0; part < parts.length; part++) {
                parts[part] = part(groups, present, part, options, parallel);
            }
            return parts;
        }
        parallel.run(parts.length, (part, worker) -> {
            try (Parallel alone = new Parallel(1)) {
                parts[part] = part(groups, present, part, options, alone);
            }
        });
        return parts;
    }

    private GaussianMixture part(int[][] groups, int[] present, int part, MixtureOptions options, Parallel threads) {
        int group = present[part];
        CounterRandom own = random.at(group);
        double[] points = points(groups[group], present.length == 1 ? ROWS_OF_MAP : ROWS_OF_CLASS, own);
        return MixtureFit.best(points, map.dim(), options, own, threads).mixture();
    }

    /** The rows without a class, then the rows of each class. */
    private int[][] groups() {
        int[][] groups = new int[labels == null ? 1 : labels.names().size() + 1][];
        int[] counts = new int[groups.length];
        for (int row = 0; row < map.size(); row++) {
            counts[group(row)] += isFinite(row) ? 1 : 0;
        }
        for (int group = 0; group < groups.length; group++) {
            groups[group] = new int[counts[group]];
        }
        int[] next = new int[groups.length];
        for (int row = 0; row < map.size(); row++) {
            if (isFinite(row)) {
                groups[group(row)][next[group(row)]++] = row;
            }
        }
        return groups;
    }

    private int group(int row) {
        return labels == null ? 0 : labels.classes()[row] + 1;
    }

    private boolean isFinite(int row) {
        for (int axis = 0; axis < map.dim(); axis++) {
            if (!Float.isFinite(map.get(row, axis))) {
                return false;
            }
        }
        return true;
    }

    private double floor(int[][] groups) {
        int dim = map.dim();
        double[] mean = new double[dim];
        double square = 0;
        int n = 0;
        for (int[] group : groups) {
            for (int row : group) {
                n++;
                for (int axis = 0; axis < dim; axis++) {
                    double change = map.get(row, axis) - mean[axis];
                    mean[axis] += change / n;
                    square += change * (map.get(row, axis) - mean[axis]);
                }
            }
        }
        // Even if all rows have the same coordinates, a density is needed.
        return Math.max(1e-12, FLOOR * square / n / dim);
    }

    private double[] points(int[] rows, int most, CounterRandom own) {
        int dim = map.dim();
        int n = Math.min(rows.length, most);
        int[] order = n == rows.length ? null : own.permutation(rows.length);
        double[] points = new double[n * dim];
        for (int i = 0; i < n; i++) {
            int row = rows[order == null ? i : order[i]];
            for (int axis = 0; axis < dim; axis++) {
                points[i * dim + axis] = map.get(row, axis);
            }
        }
        return points;
    }

    private MapMixture joined(GaussianMixture[] parts, int[] classOfPart, double[] shares) {
        int dim = map.dim();
        int components =
                Arrays.stream(parts).mapToInt(GaussianMixture::components).sum();
        double[] weights = new double[components];
        double[] means = new double[components * dim];
        double[] covariances = new double[components * dim * dim];
        int[] classes = new int[components];
        int at = 0;
        for (int part = 0; part < parts.length; part++) {
            GaussianMixture mixture = parts[part];
            int n = mixture.components();
            double share = shares[part];
            Arrays.fill(classes, at, at + n, classOfPart[part]);
            for (int k = 0; k < n; k++) {
                weights[at + k] = share * mixture.weights()[k];
            }
            System.arraycopy(mixture.means(), 0, means, at * dim, n * dim);
            System.arraycopy(mixture.covariances(), 0, covariances, at * dim * dim, n * dim * dim);
            at += n;
        }
        GaussianMixture all = new GaussianMixture(dim, rounded(weights), rounded(means), rounded(covariances));
        List<String> names = labels == null ? List.of() : labels.names();
        MapMixture untold = new MapMixture(all, classes, names, 0);
        return new MapMixture(all, classes, names, (float) threshold(untold));
    }

    private static double[] rounded(double[] values) {
        return Arrays.stream(values).map(value -> (float) value).toArray();
    }

    private double threshold(MapMixture mixture) {
        int[] some = EvenRows.atMost(ROWS_OF_THRESHOLD, map.size());
        double[] densities = Arrays.stream(mixture.logDensities(map.rows(some), parallel))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return densities.length == 0
                ? Double.NEGATIVE_INFINITY
                : densities[(int) (MapMixture.SPARSE * densities.length)];
    }
}

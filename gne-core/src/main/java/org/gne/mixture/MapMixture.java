package org.gne.mixture;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.jspecify.annotations.Nullable;

/**
 * A Gaussian mixture of the coordinates of the rows. It gives the density and the probabilities of the classes at any
 * point of the map, and draws random points. Each class has components of its own, so that a class can lie in several
 * parts of the map.
 */
public final class MapMixture {

    /** The share of the rows that lie in sparse parts of the map. */
    public static final double SPARSE = 0.01;

    /** The class of components of rows without a known class. */
    public static final int NO_CLASS = -1;

    /** If this many draws in a row are in a sparse part, all rows of the class lie there. */
    private static final int ATTEMPTS = 100;

    private final GaussianMixture all;
    private final int[] classes;
    private final List<String> names;
    private final double threshold;
    /** The components of each class; null for a class without rows. */
    private final @Nullable GaussianMixture[] ofClass;

    /**
     * @param all the components of all classes
     * @param classes the class of each component: an index into {@code names}, or {@link #NO_CLASS}
     * @param names the names of the classes
     * @param threshold the log density below which a point is in a sparse part
     */
    public MapMixture(GaussianMixture all, int[] classes, List<String> names, double threshold) {
        if (classes.length != all.components()) {
            throw new IllegalArgumentException("mixture: " + classes.length + " classes for " + all.components()
                    + " components, expected as many");
        }
        for (int each : classes) {
            if (each < NO_CLASS || each >= names.size()) {
                throw new IllegalArgumentException(
                        "mixture: a component of class " + each + ", expected -1 to " + (names.size() - 1));
            }
        }
        this.all = all;
        this.classes = classes.clone();
        this.names = List.copyOf(names);
        this.threshold = threshold;
        ofClass = new GaussianMixture[names.size()];
        for (int each = 0; each < ofClass.length; each++) {
            ofClass[each] = part(each);
        }
    }

    private @Nullable GaussianMixture part(int label) {
        int[] own = IntStream.range(0, classes.length)
                .filter(k -> classes[k] == label)
                .toArray();
        if (own.length == 0) {
            return null;
        }
        int dim = all.dim();
        double[] weights = new double[own.length];
        double[] means = new double[own.length * dim];
        double[] covariances = new double[own.length * dim * dim];
        for (int i = 0; i < own.length; i++) {
            weights[i] = all.weights()[own[i]];
            System.arraycopy(all.means(), own[i] * dim, means, i * dim, dim);
            System.arraycopy(all.covariances(), own[i] * dim * dim, covariances, i * dim * dim, dim * dim);
        }
        return new GaussianMixture(dim, weights, means, covariances);
    }

    /**
     * Fits a mixture to the map, class by class; rows without a class are treated as one more class. The work is linear
     * in the rows: each class is fitted to at most 2,048 of its rows, chosen by the seed, and has at most 8 components.
     * If there is only one class, it is fitted to 4,096 rows and has at most 16 components. All numbers are rounded to
     * floats, as in model files.
     *
     * @param map the coordinates; rows with coordinates that are not finite are left out, and at least one row must be
     *     left
     * @param labels the classes of the rows, or null
     */
    public static MapMixture fit(Embedding map, @Nullable Labels labels, long seed, Parallel parallel) {
        return new MapMixtureFit(map, labels, seed, parallel).run();
    }

    /** The components of all classes. */
    public GaussianMixture components() {
        return all;
    }

    /** A copy of the class of each component: an index into {@link #names}, or {@link #NO_CLASS}. */
    public int[] classes() {
        return classes.clone();
    }

    /** The names of the classes; empty if the rows had no labels. */
    public List<String> names() {
        return names;
    }

    /** The log density below which a point is in a sparse part: 1 % of the rows lie there. */
    public double threshold() {
        return threshold;
    }

    /**
     * The components of one class. Their weights add up to its share of the rows, so the density of this mixture is
     * {@code probability of the class x density of all rows}.
     *
     * @return the components, or null if the class has no rows
     */
    public @Nullable GaussianMixture ofClass(int label) {
        return ofClass[label];
    }

    /** The natural logarithm of the density of rows at a point; the integral of the density over the map is 1. */
    public double logDensity(float[] place) {
        return all.logDensity(doubles(place));
    }

    /** The log densities at all points of a map. */
    public double[] logDensities(Embedding map, Parallel parallel) {
        double[] found = new double[map.size()];
        int chunk = 512;
        parallel.run((found.length + chunk - 1) / chunk, (task, worker) -> {
            for (int i = task * chunk; i < Math.min(found.length, (task + 1) * chunk); i++) {
                found[i] = logDensity(map.point(i));
            }
        });
        return found;
    }

    /** Whether a point is in a sparse part of the map: its density is lower than at 99 % of the rows. */
    public boolean isSparse(float[] place) {
        // Written so that a density of NaN counts as sparse too.
        return !(logDensity(place) >= threshold);
    }

    /** The probability of each class at a point: {@code [names().size()]}, with a sum of 1. */
    public double[] classProbabilities(float[] place) {
        double[] joint = new double[all.components()];
        all.logJoint(doubles(place), joint);
        for (int k = 0; k < joint.length; k++) {
            joint[k] = classes[k] == NO_CLASS ? Double.NEGATIVE_INFINITY : joint[k];
        }
        GaussianMixture.toShares(joint);
        double[] probabilities = new double[names.size()];
        for (int k = 0; k < joint.length; k++) {
            if (classes[k] != NO_CLASS) {
                probabilities[classes[k]] += joint[k];
            }
        }
        return probabilities;
    }

    /**
     * The index of a class.
     *
     * @throws IllegalArgumentException if there is no class of that name; the message lists the names
     */
    public int index(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("class: found '" + name + "', expected "
                    + (names.isEmpty()
                            ? "none: the model was fitted without classes"
                            : "one of " + String.join(", ", names)));
        }
        return index;
    }

    /**
     * Draws random points; each class is drawn in proportion to its rows. A point in a sparse part of the map is drawn
     * again, because the decoder was not trained there.
     *
     * @return {@code [n][dim]}; the first points do not depend on {@code n}
     */
    public float[][] sample(int n, long seed) {
        return sample(all, n, seed);
    }

    /**
     * Draws random points of one class, in the same way.
     *
     * @return {@code [n][dim]}
     * @throws IllegalArgumentException if the class has no rows
     */
    public float[][] sample(int n, int label, long seed) {
        GaussianMixture own = ofClass[label];
        if (own == null) {
            throw new IllegalArgumentException("class " + names.get(label) + " has no rows to draw from");
        }
        return sample(own, n, seed);
    }

    private float[][] sample(GaussianMixture mixture, int n, long seed) {
        CounterRandom random = CounterRandom.of(seed, "mixture sample");
        return IntStream.range(0, n)
                .mapToObj(i -> populated(mixture, random.at(i)))
                .toArray(float[][]::new);
    }

    private float[] populated(GaussianMixture mixture, CounterRandom random) {
        float[] place = mixture.sample(random.at(0));
        for (int attempt = 1; attempt < ATTEMPTS && isSparse(place); attempt++) {
            place = mixture.sample(random.at(attempt));
        }
        return place;
    }

    private double[] doubles(float[] place) {
        if (place.length != all.dim()) {
            throw new IllegalArgumentException("point: found " + place.length + " coordinates, expected " + all.dim()
                    + " as the map has dimensions");
        }
        double[] doubles = new double[place.length];
        Arrays.setAll(doubles, i -> place[i]);
        return doubles;
    }
}

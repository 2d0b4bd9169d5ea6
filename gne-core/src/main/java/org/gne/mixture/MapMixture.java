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
 * Where the rows lie on the map, as a Gaussian mixture: the density of any place, the classes of any place, places drawn at
 * random. Each class has components of its own, so that one that lies in several parts of the map is seen as such.
 */
public final class MapMixture {

    /** The share of the rows that lie where the map counts as sparse. */
    public static final double SPARSE = 0.01;

    /** The class of components whose rows have none that is known. */
    public static final int NO_CLASS = -1;

    /** More draws than this that all fall where the map is sparse: a class whose rows all lie there. */
    private static final int ATTEMPTS = 100;

    private final GaussianMixture all;
    private final int[] classes;
    private final List<String> names;
    private final double threshold;
    /** The components of each class alone; null for a class of no rows. */
    private final @Nullable GaussianMixture[] ofClass;

    /**
     * @param all the components of all classes
     * @param classes the class of each component: an index into {@code names}, or {@link #NO_CLASS}
     * @param names what the classes are called
     * @param threshold log density below which a place is sparse
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
     * Fits a mixture to the map, class by class; rows without a class are one more. Work grows with the rows and no
     * faster: a class is fitted to 2,048 of its rows at most, the only one to 4,096, a seeded choice. A class has at most 8
     * components, the only one 16. All numbers are rounded to floats, as model files hold them.
     *
     * @param map rows with coordinates that are not finite are left out; at least one is finite
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

    /** What the classes are called; none where the rows had no labels. */
    public List<String> names() {
        return names;
    }

    /** The log density below which a place is sparse: a hundredth of the rows lie there. */
    public double threshold() {
        return threshold;
    }

    /**
     * The components of one class, their weights its share of the rows: what {@code probability of the class x density} is
     * at a place.
     *
     * @return null where no row is of that class
     */
    public @Nullable GaussianMixture ofClass(int label) {
        return ofClass[label];
    }

    /** Natural logarithm of the density of rows at a place; over all places the density is 1 in all. */
    public double logDensity(float[] place) {
        return all.logDensity(doubles(place));
    }

    /** The log densities of all points of a map. */
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

    /** Whether hardly any row lies around a place: less densely than around 99 % of the rows. */
    public boolean isSparse(float[] place) {
        // Written so that a density that is not a number is sparse too.
        return !(logDensity(place) >= threshold);
    }

    /** The probability of each class at a place: {@code [names().size()]}, 1 in all. */
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
     * Draws places, each class as often as it has rows. What falls where the map is sparse is drawn anew: there a decoder
     * says whatever it likes.
     *
     * @return {@code [n][dim]}; the first of them are the same whatever n
     */
    public float[][] sample(int n, long seed) {
        return sample(all, n, seed);
    }

    /**
     * Draws places of one class, in the same way.
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
            throw new IllegalArgumentException("a place of " + place.length + " coordinates, expected " + all.dim()
                    + " as the map has dimensions");
        }
        double[] doubles = new double[place.length];
        Arrays.setAll(doubles, i -> place[i]);
        return doubles;
    }
}

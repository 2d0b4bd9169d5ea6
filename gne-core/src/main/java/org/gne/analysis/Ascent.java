package org.gne.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gne.data.Embedding;
import org.gne.data.MapRange;
import org.gne.kernel.CounterRandom;
import org.gne.mixture.MapMixture;

/**
 * Gradient ascent over the map from many starting points. It finds the point where a quantity is largest, in the part
 * of the map where rows lie (not {@link MapMixture#isSparse}). Elsewhere the decoder was not trained, and its values
 * mean nothing.
 *
 * <p>The starting points are the best points of a grid (in 1 or 2 dimensions) and the best rows. A step follows the
 * gradient, or the border of the populated part. The length of the steps grows while the quantity rises, and is halved
 * if it does not.
 */
public final class Ascent {

    /** The cells of the grid along an axis, by the number of dimensions of the map. */
    private static final int[] GRID = {0, 1024, 64};

    private static final int ROWS = 4096;
    private static final int STARTS = 64;
    private static final int STEPS = 300;

    /** Lengths of steps, relative to the range of the map. */
    private static final double FIRST = 1.0 / 64;

    private static final double LAST = 1e-6;
    private static final double GROWTH = 1.3;

    /**
     * A maximum of a quantity.
     *
     * @param place coordinates of the point
     * @param value the value there, in the units of the objective
     */
    public record Peak(float[] place, double value) {}

    private final Objective objective;
    private final MapMixture mixture;
    private final DensityObjective density;
    private final double range;
    private final float[][] places;
    private final double[] values;
    private final double[][] gradients;

    private Ascent(Objective objective, MapMixture mixture, double range, float[][] places) {
        this.objective = objective;
        this.mixture = mixture;
        this.density = new DensityObjective(mixture.components());
        this.range = range;
        this.places = places;
        values = new double[places.length];
        gradients = new double[places.length][mixture.components().dim()];
        objective.evaluate(places, values, gradients);
    }

    /**
     * The largest value found.
     *
     * @param map its rows are used as starting points too
     * @param mixture the mixture of that map, which says where rows lie
     */
    public static Peak highest(Objective objective, Embedding map, MapMixture mixture, long seed) {
        float[][] candidates = candidates(map, mixture, seed);
        double range = IntStream.range(0, map.dim())
                .mapToObj(axis -> MapRange.of(map, axis))
                .mapToDouble(MapRange::length)
                .max()
                .orElse(0);
        Ascent all = new Ascent(objective, mixture, range, candidates);
        float[][] best = IntStream.range(0, candidates.length)
                .boxed()
                .sorted((a, b) -> Double.compare(all.values[b], all.values[a]))
                .limit(STARTS)
                .map(i -> candidates[i])
                .toArray(float[][]::new);
        return new Ascent(objective, mixture, range, best).climb();
    }

    private static float[][] candidates(Embedding map, MapMixture mixture, long seed) {
        List<float[]> candidates = new ArrayList<>();
        if (map.dim() < GRID.length) {
            grid(map).forEach(candidates::add);
        }
        int[] order = CounterRandom.of(seed, "starts of an ascent").permutation(map.size());
        Arrays.stream(order).limit(ROWS).mapToObj(map::point).forEach(candidates::add);
        float[][] populated =
                candidates.stream().filter(place -> !mixture.isSparse(place)).toArray(float[][]::new);
        if (populated.length == 0) {
            throw new IllegalArgumentException(
                    "found a mixture with no row of the map in its populated part, expected the mixture of this map");
        }
        return populated;
    }

    private static List<float[]> grid(Embedding map) {
        int n = GRID[map.dim()];
        if (map.dim() == 2) {
            return List.of(MapRange.gridPlaces(map, n));
        }
        MapRange x = MapRange.of(map, 0);
        return IntStream.range(0, n)
                .mapToObj(i -> new float[] {(float) x.centre(i, n)})
                .toList();
    }

    private Peak climb() {
        double[] lengths = new double[places.length];
        Arrays.fill(lengths, FIRST * range);
        for (int step = 0; step < STEPS && Arrays.stream(lengths).anyMatch(length -> length > LAST * range); step++) {
            float[][] trials = new float[places.length][];
            for (int i = 0; i < trials.length; i++) {
                trials[i] = trial(i, lengths[i]);
            }
            double[] found = new double[trials.length];
            double[][] slopes = new double[trials.length][gradients[0].length];
            objective.evaluate(trials, found, slopes);
            for (int i = 0; i < trials.length; i++) {
                if (found[i] > values[i] && !mixture.isSparse(trials[i])) {
                    places[i] = trials[i];
                    values[i] = found[i];
                    gradients[i] = slopes[i];
                    lengths[i] *= GROWTH;
                } else {
                    lengths[i] /= 2;
                }
            }
        }
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return new Peak(places[best].clone(), values[best]);
    }

    /** A step along the gradient, or along the border of the populated part if the step would leave it. */
    private float[] trial(int i, double length) {
        float[] straight = moved(places[i], gradients[i], length);
        if (!mixture.isSparse(straight)) {
            return straight;
        }
        double[][] inward = new double[1][straight.length];
        density.evaluate(new float[][] {places[i]}, new double[1], inward);
        double square = dot(inward[0], inward[0]);
        if (square == 0) {
            return straight;
        }
        double share = dot(gradients[i], inward[0]) / square;
        double[] along = new double[straight.length];
        Arrays.setAll(along, axis -> gradients[i][axis] - share * inward[0][axis]);
        return moved(places[i], along, length);
    }

    private static float[] moved(float[] place, double[] direction, double length) {
        double norm = Math.sqrt(dot(direction, direction));
        float[] moved = place.clone();
        for (int axis = 0; axis < moved.length && norm > 0; axis++) {
            moved[axis] += (float) (length * direction[axis] / norm);
        }
        return moved;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}

package org.gne.layout;

import org.gne.loop.Schedule;
import org.gne.train.TrainingOptions;

/**
 * How the neighbours of a row in the data draw it on the map.
 *
 * <p>Weights count in variances of the data, the mean over its columns of what its leading components hold, so that they
 * mean the same for data of any scale.
 *
 * @param weight factor of all that follows, at least 0; 0 turns the term off
 * @param neighbors nearest rows of a row, at least 1, where there are 60,000 or more; fewer of fewer rows, as
 *     {@link #neighborsAmong} says
 * @param layout iterations of the neighbour layout that rows begin with ({@link TrainingOptions.Start#NEIGHBORS}), at least 1
 * @param pull weight of the forces between rows on the gradient of the coordinates
 * @param repulsion share of the repulsion in them, at least 0: 1 as in t-SNE; on maps of 2 dimensions only
 * @param radius distance on the map, in standard deviations of the start, at which the pull of a neighbour is strongest; above 0
 * @param search weight, in a search, of the squared distance to where a row's neighbours are
 * @param centre how many of the neighbours, the nearest, say in a search where a row belongs: many keep it to its
 *     region, few to its place within; at least 1
 * @param labels how much labels, where there are any, help to say who is a neighbour: the squared distance to a row of
 *     another class counts {@code 1 + labels} times; at least 0, where they play no part
 */
public record NeighborOptions(
        double weight,
        int neighbors,
        int layout,
        Schedule pull,
        double repulsion,
        double radius,
        Schedule search,
        Schedule centre,
        double labels) {

    /** Rows from which on a row has all its neighbours. */
    private static final int MANY = 60_000;

    /** A row has as many even among few, if so many are asked for. */
    private static final int FEWEST = 12;

    /**
     * Strong while the map is arranged, weaker while the error falls; the search holds on to the neighbours throughout. The
     * trials behind it are in docs/decisions.md.
     */
    public static final NeighborOptions ON = new NeighborOptions(
            1, 40, 400, Schedule.linear(30, 8), 0.7, 0.15, Schedule.linear(0.24, 0.6), Schedule.linear(40, 6), 0);

    /** Every row for itself. */
    public static final NeighborOptions OFF = ON.withWeight(0);

    public NeighborOptions {
        atLeast("weight of the neighbours", weight, 0);
        atLeast("neighbours", neighbors, 1);
        atLeast("iterations of the neighbour layout", layout, 1);
        atLeast("repulsion", repulsion, 0);
        atLeast("neighbours in a search", Math.min(centre.start(), centre.end()), 1);
        atLeast("weight of the labels", labels, 0);
        if (!(radius > 0) || Double.isInfinite(radius)) {
            throw new IllegalArgumentException("radius: found " + radius + ", expected above 0");
        }
    }

    private static void atLeast(String name, double found, int least) {
        if (!(found >= least) || Double.isInfinite(found)) {
            throw new IllegalArgumentException(name + ": found " + found + ", expected at least " + least);
        }
    }

    /**
     * How many neighbours a row has: in proportion to the square root of the rows, so that they are near it whatever the
     * rows.
     *
     * @param rows how many there are
     */
    public int neighborsAmong(int rows) {
        long share = Math.round(neighbors * Math.sqrt(Math.min(1, (double) rows / MANY)));
        return (int) Math.max(share, Math.min(neighbors, FEWEST));
    }

    /** Whether neighbours play a part. */
    public boolean on() {
        return weight > 0;
    }

    /** Whether labels play a part. */
    public boolean labelled() {
        return on() && labels > 0;
    }

    public NeighborOptions withWeight(double value) {
        return new NeighborOptions(value, neighbors, layout, pull, repulsion, radius, search, centre, labels);
    }

    public NeighborOptions withLayout(int value) {
        return new NeighborOptions(weight, neighbors, value, pull, repulsion, radius, search, centre, labels);
    }

    public NeighborOptions withPull(Schedule value) {
        return new NeighborOptions(weight, neighbors, layout, value, repulsion, radius, search, centre, labels);
    }

    public NeighborOptions withLabels(double value) {
        return new NeighborOptions(weight, neighbors, layout, pull, repulsion, radius, search, centre, value);
    }
}

package org.gne.layout;

import org.gne.loop.Schedule;

/**
 * How strongly the neighbours of a row in the data attract it on the map.
 *
 * <p>The unit of the weights is the variance of the data along its leading components, averaged over the columns, so
 * that they mean the same for data of any scale.
 *
 * @param weight the factor of all forces and costs below, at least 0; 0 turns them off. Typical range 0.5 to 3; more keeps neighbours closer together
 * @param neighbors the number of neighbours of a row, at least 1, if there are 60,000 rows or more; for fewer rows see
 *     {@link #neighborsAmong}
 * @param layout the iterations of the neighbour layout that gives the initial coordinates, at least 1
 * @param pull the weight of the forces between rows in the gradient of the coordinates
 * @param repulsion the factor of the repulsion in these forces, at least 0: 1 as in t-SNE; only for maps of 2
 *     dimensions
 * @param radius the distance on the map at which a neighbour attracts most, in standard deviations of the initial
 *     coordinates; above 0. A smaller radius keeps neighbours of neighbours (trustworthiness), a larger one gathers
 *     classes
 * @param search the weight, in a search, of the squared distance to the centre of a row's neighbours
 * @param centre the number of nearest neighbours whose centre is used in a search, at least 1: many keep a row in its
 *     region, few keep it at its position within the region
 * @param labels how much labels, if there are any, change who is a neighbour: the squared distance to a row of another
 *     class is multiplied by {@code 1 + labels}; at least 0, which ignores labels
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

    /** From this many rows on, a row has the full number of neighbours. */
    private static final int MANY = 60_000;

    /** A row has at least this many neighbours, unless fewer are asked for. */
    private static final int FEWEST = 12;

    /**
     * Strong forces at first, while rows find their region, and weaker ones later, while the error falls; the search
     * uses the neighbours throughout. The trials behind these values are in docs/decisions.md.
     */
    public static final NeighborOptions ON = new NeighborOptions(
            1, 20, 150, Schedule.linear(30, 8), 0.7, 0.15, Schedule.linear(0.3, 0.8), Schedule.linear(40, 6), 0);

    /** No forces between neighbours. */
    public static final NeighborOptions OFF = ON.withWeight(0);

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
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
     * The number of neighbours of a row. It is proportional to the square root of the number of rows, so that
     * neighbours are near also if there are few rows.
     *
     * @param rows the number of rows
     */
    public int neighborsAmong(int rows) {
        long share = Math.round(neighbors * Math.sqrt(Math.min(1, (double) rows / MANY)));
        return (int) Math.max(share, Math.min(neighbors, FEWEST));
    }

    /** Whether neighbours are used. */
    public boolean on() {
        return weight > 0;
    }

    /** Whether labels change who is a neighbour. */
    public boolean labelled() {
        return on() && labels > 0;
    }

    /** The same options with another factor of all forces and costs, at least 0. */
    public NeighborOptions withWeight(double value) {
        return new NeighborOptions(value, neighbors, layout, pull, repulsion, radius, search, centre, labels);
    }

    /** The same options with another number of neighbours. */
    public NeighborOptions withNeighbors(int value) {
        return new NeighborOptions(weight, value, layout, pull, repulsion, radius, search, centre, labels);
    }

    /** The same options with another number of iterations of the neighbour layout, at least 1. */
    public NeighborOptions withLayout(int value) {
        return new NeighborOptions(weight, neighbors, value, pull, repulsion, radius, search, centre, labels);
    }

    /** The same options with other weights of the forces between rows. */
    public NeighborOptions withPull(Schedule value) {
        return new NeighborOptions(weight, neighbors, layout, value, repulsion, radius, search, centre, labels);
    }

    /** The same options with another weight of the neighbours in a search. */
    public NeighborOptions withSearch(Schedule value) {
        return new NeighborOptions(weight, neighbors, layout, pull, repulsion, radius, value, centre, labels);
    }

    /** The same options with another number of nearest neighbours whose centre is used in a search. */
    public NeighborOptions withCentre(Schedule value) {
        return new NeighborOptions(weight, neighbors, layout, pull, repulsion, radius, search, value, labels);
    }

    /** The same options with another influence of the labels, at least 0; 0 ignores them. */
    public NeighborOptions withLabels(double value) {
        return new NeighborOptions(weight, neighbors, layout, pull, repulsion, radius, search, centre, value);
    }
}

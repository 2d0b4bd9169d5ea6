package org.gne.loop;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gne.kernel.CounterRandom;

/**
 * Which rows an epoch trains, and in which order: all rows, or, where rows are added to a trained map, all new rows and a share of the
 * old ones, which the decoder knows already. Every epoch has as many rows.
 *
 * @hidden internal
 */
public final class RowOrder {

    private final int rows;
    /** How many rows, at the beginning, take turns. */
    private final int old;

    private final int visited;
    private final int[] turns;
    private final CounterRandom shuffle;

    private RowOrder(int rows, int old, int every, long seed) {
        this.rows = rows;
        this.old = old;
        visited = (old + every - 1) / every;
        turns = visited == old ? new int[0] : CounterRandom.of(seed, "turns").permutation(old);
        shuffle = CounterRandom.of(seed, "shuffle");
    }

    /** All rows in each epoch. */
    public static RowOrder all(int rows, long seed) {
        return new RowOrder(rows, 0, 1, seed);
    }

    /**
     * The first rows take turns.
     *
     * @param rows the number of all rows, at least 1
     * @param old how many of them, at the beginning, are trained in one of some epochs only
     * @param every the number of these epochs, at least 1
     */
    public static RowOrder oldInTurns(int rows, int old, int every, long seed) {
        return new RowOrder(rows, old, every, seed);
    }

    /** The number of rows of an epoch. */
    public int size() {
        return rows - old + visited;
    }

    /** The number of all rows. */
    public int rows() {
        return rows;
    }

    /**
     * The rows of an epoch.
     *
     * @param epoch from 0
     * @return {@code [size]}: indices of rows, each at most once
     */
    public int[] at(int epoch) {
        int[] order = shuffle.at(epoch).permutation(size());
        if (visited == old) {
            return order;
        }
        long first = (long) epoch * visited;
        for (int i = 0; i < order.length; i++) {
            order[i] = order[i] < visited ? turns[(int) ((first + order[i]) % old)] : order[i] - visited + old;
        }
        return order;
    }

    /**
     * The rows of an epoch in ascending order.
     *
     * @param epoch from 0
     */
    public int[] sorted(int epoch) {
        if (visited == old) {
            return IntStream.range(0, rows).toArray();
        }
        int[] order = at(epoch);
        Arrays.sort(order);
        return order;
    }
}

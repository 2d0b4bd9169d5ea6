package org.gne.train;

/**
 * A step of the training.
 *
 * @param epoch from 0
 * @param step from 0, over all epochs
 * @param order the epoch's permutation of the rows
 * @param from where in the order the batch begins
 * @param rows how many rows it has
 * @param progress share of the training done, 0 to 1
 */
public record Batch(int epoch, long step, int[] order, int from, int rows, double progress) {

    /** Rows of a shard: a fixed cut of the batch whose sums are taken in order, whatever the threads. */
    static final int SHARD = 64;

    /** How many shards a batch of so many rows has. */
    public static int shards(int rows) {
        return (rows + SHARD - 1) / SHARD;
    }

    int shards() {
        return shards(rows);
    }
}

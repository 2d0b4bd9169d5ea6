package org.gne.loop;

import org.gne.nn.Workspace;

/**
 * One step of the training.
 *
 * @param epoch from 0
 * @param step from 0, over all epochs
 * @param order the epoch's permutation of the rows
 * @param from the index in the order where the batch begins
 * @param rows the number of rows
 * @param progress the finished share of the training, 0 to 1
 * @hidden internal
 */
public record Batch(int epoch, long step, int[] order, int from, int rows, double progress) {

    /**
     * The largest number of shards of a batch. Each has a gradient of its own; adding it costs as much as training on
     * about five rows.
     */
    private static final int MOST_SHARDS = 8;

    /** The largest number of shards of a batch of up to this many rows. */
    public static int shards(int rows) {
        return Math.min(MOST_SHARDS, (rows + Workspace.TILE - 1) / Workspace.TILE);
    }

    /**
     * The number of rows of a shard, except the last one. Shards are whole tiles; they depend on the batch only, and
     * their sums are added in order.
     */
    int shardRows() {
        int tiles = (rows + Workspace.TILE - 1) / Workspace.TILE;
        return (tiles + MOST_SHARDS - 1) / MOST_SHARDS * Workspace.TILE;
    }

    /** The number of shards. */
    public int shards() {
        return (rows + shardRows() - 1) / shardRows();
    }
}

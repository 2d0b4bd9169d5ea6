package org.gne.loop;

import org.gne.nn.Workspace;

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

    /**
     * Shards of a batch, at most: each has a gradient of its own, which costs as much to add up as some five rows cost to
     * learn from.
     */
    private static final int MOST_SHARDS = 8;

    /** How many shards a batch of up to so many rows has, at most. */
    public static int shards(int rows) {
        return Math.min(MOST_SHARDS, (rows + Workspace.TILE - 1) / Workspace.TILE);
    }

    /** Rows of a shard, the last but for: whole tiles, a fixed cut of the batch whose sums are taken in order. */
    int shardRows() {
        int tiles = (rows + Workspace.TILE - 1) / Workspace.TILE;
        return (tiles + MOST_SHARDS - 1) / MOST_SHARDS * Workspace.TILE;
    }

    /** How many shards there are. */
    public int shards() {
        return (rows + shardRows() - 1) / shardRows();
    }
}

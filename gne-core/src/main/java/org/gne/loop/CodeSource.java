package org.gne.loop;

import org.gne.data.Embedding;
import org.gne.nn.AdamState;

/**
 * The source of the codes that the decoder decodes; it is trained with their gradient. In GNE it is a table of free
 * coordinates, in the methods that GNE is compared with an encoder. The loop uses only this interface.
 *
 * @hidden internal
 */
public interface CodeSource {

    /** Called before the first tile of a batch. */
    void begin(Batch batch);

    /**
     * Writes the codes of a tile's rows, with noise, to {@code tile.decoder().input()}. Called for several tiles at the
     * same time.
     *
     * @param worker the index of scratch that no other thread uses at the same time, 0 to threads - 1
     */
    void encode(Batch batch, Tile tile, int worker);

    /**
     * Takes the gradient in {@code tile.decoder().inputGradient()}, after {@link #encode} by the same worker.
     *
     * @param shard the shard of the tile; the tiles of a shard come one after the other
     */
    void backward(Batch batch, Tile tile, int shard, int worker);

    /** The number of independent tasks of the step at the end of a batch. */
    int tasks(Batch batch);

    /** Runs one task of the step at the end of a batch. */
    void run(Batch batch, int task);

    /** Like {@link #encode}, but without noise and outside of a batch. */
    void place(Tile tile, int worker);

    /** The codes of all rows, without noise. This may be the state itself, which changes during training. */
    Embedding embedding();

    /**
     * The state itself, not a copy: everything that is learnt. The loop copies it after each epoch, and restores the
     * copy if the next epoch diverges.
     */
    AdamState state();

    /**
     * The floating-point operations of the matrix products of a training step, per row, without those of the decoder.
     */
    long operations();
}

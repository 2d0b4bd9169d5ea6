package org.gne.loop;

import org.gne.data.Embedding;
import org.gne.nn.AdamState;

/**
 * Where the codes that the decoder decodes come from, and what learns from their gradient: a table of free coordinates in
 * GNE, an encoder in the methods that it is compared with. The loop knows no more of it than this.
 */
public interface CodeSource {

    /** Before the first tile of a batch. */
    void begin(Batch batch);

    /**
     * Writes the codes of a tile's rows, noise included, to {@code tile.decoder().input()}. Called for many tiles at
     * once.
     *
     * @param worker names scratch that no other thread uses meanwhile, 0 to threads - 1
     */
    void encode(Batch batch, Tile tile, int worker);

    /**
     * Takes the gradient in {@code tile.decoder().inputGradient()}, after {@link #encode} by the same worker.
     *
     * @param shard of the batch that the tile belongs to; its tiles come one after the other
     */
    void backward(Batch batch, Tile tile, int shard, int worker);

    /** Independent tasks of the step that ends a batch. */
    int tasks(Batch batch);

    /** One task of the step that ends a batch. */
    void run(Batch batch, int task);

    /** As {@link #encode}, without noise and outside of a batch. */
    void place(Tile tile, int worker);

    /** The codes of all rows, without noise. May be the state itself and change as training goes on. */
    Embedding embedding();

    /** All that is learnt, itself: the loop keeps a copy after each epoch and puts it back where the next diverges. */
    AdamState state();

    /** Floating-point operations of the matrix products of a training step, per row, the decoder's not counted. */
    long operations();
}

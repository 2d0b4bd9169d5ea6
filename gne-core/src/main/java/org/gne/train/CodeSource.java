package org.gne.train;

/**
 * Where the codes that the decoder decodes come from, and what learns from their gradient: a table of free coordinates
 * here, an encoder in the methods that GNE is compared with. The trainer's loop knows no more of it than this.
 */
public interface CodeSource {

    /** Before the first tile of a batch. */
    void begin(Batch batch);

    /**
     * Writes the codes of a tile's rows, noise included, to {@code tile.decoder().input()}. Called for many tiles at
     * once.
     */
    void encode(Batch batch, Tile tile, int worker);

    /** Takes the gradient in {@code tile.decoder().inputGradient()}, after {@link #encode} by the same worker. */
    void backward(Batch batch, Tile tile, int shard, int worker);

    /** Independent tasks of the step that ends a batch. */
    int tasks(Batch batch);

    /** One task of the step that ends a batch. */
    void run(Batch batch, int task);
}

package org.gne.baseline;

import org.gne.loop.Batch;
import org.gne.loop.Tile;

/**
 * The middle of an autoencoder: turns the outputs of the encoder into codes, and gradients back. Used by one thread.
 */
interface Bottleneck {

    /**
     * Writes the codes of a tile to {@code tile.decoder().input()}.
     *
     * @param outputs the outputs of the encoder: {@code [rows, outputs]}, first the coordinates without noise
     */
    void forward(Batch batch, Tile tile, float[] outputs);

    /**
     * Replaces the outputs by the gradient with respect to them. The gradient with respect to the codes is in {@code
     * tile.decoder().inputGradient()}. Called after {@link #forward} of the same tile.
     */
    void backward(Batch batch, Tile tile, float[] outputs);
}

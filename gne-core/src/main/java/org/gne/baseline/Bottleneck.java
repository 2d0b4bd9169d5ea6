package org.gne.baseline;

import org.gne.loop.Batch;
import org.gne.loop.Tile;

/** The middle of an autoencoder, at one thread's work: from what the encoder puts out to codes, and back. */
interface Bottleneck {

    /**
     * Writes the codes of a tile to {@code tile.decoder().input()}.
     *
     * @param outputs the encoder's: {@code [rows, outputs]}, the place without noise first
     */
    void forward(Batch batch, Tile tile, float[] outputs);

    /**
     * Replaces the outputs by the gradient with respect to them, given that of the codes in
     * {@code tile.decoder().inputGradient()}. After {@link #forward} of the same tile.
     */
    void backward(Batch batch, Tile tile, float[] outputs);
}

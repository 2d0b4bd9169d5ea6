package org.gne.baseline;

import org.gne.loop.Batch;
import org.gne.loop.Tile;

/** The bottleneck of an autoencoder: the outputs of the encoder are the codes. */
final class PointCode implements Bottleneck {

    private final int dim;

    PointCode(int dim) {
        this.dim = dim;
    }

    @Override
    public void forward(Batch batch, Tile tile, float[] outputs) {
        System.arraycopy(outputs, 0, tile.decoder().input(), 0, tile.size() * dim);
    }

    @Override
    public void backward(Batch batch, Tile tile, float[] outputs) {
        System.arraycopy(tile.decoder().inputGradient(), 0, outputs, 0, tile.size() * dim);
    }
}

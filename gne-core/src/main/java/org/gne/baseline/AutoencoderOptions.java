package org.gne.baseline;

import org.gne.loop.LoopOptions;
import org.gne.loop.Schedule;
import org.gne.nn.AdamOptions;
import org.gne.nn.Loss;
import org.gne.nn.MlpShape;

/**
 * The networks of an autoencoder, and how they are trained. The decoder is that of GNE, and the encoder mirrors it.
 *
 * @param dim the number of dimensions of the map, at least 1
 * @param hidden the width of both networks, at least 1
 * @param blocks the number of residual blocks of each network, at least 0
 * @param output the last activation of the decoder; {@link MlpShape.Output#suiting} chooses it by the scaling of the
 *     data
 * @param loop how both networks are optimised
 */
public record AutoencoderOptions(int dim, int hidden, int blocks, MlpShape.Output output, LoopOptions loop) {

    public AutoencoderOptions {
        atLeast("dim", dim, 1);
        atLeast("hidden", hidden, 1);
        atLeast("blocks", blocks, 0);
    }

    private static void atLeast(String name, int found, int least) {
        if (found < least) {
            throw new IllegalArgumentException(name + ": found " + found + ", expected at least " + least);
        }
    }

    /**
     * The networks of the paper, 64 wide with 4 blocks; 60 epochs, batches of 512 rows, a learning rate that falls from
     * 0.005 to 0.
     */
    public static AutoencoderOptions of(MlpShape.Output output) {
        return new AutoencoderOptions(
                2,
                64,
                4,
                output,
                new LoopOptions(60, 512, Loss.SQUARED_ERROR, Schedule.cosine(0.005, 0), AdamOptions.KERAS));
    }

    public AutoencoderOptions withDim(int value) {
        return new AutoencoderOptions(value, hidden, blocks, output, loop);
    }

    public AutoencoderOptions withHidden(int value) {
        return new AutoencoderOptions(dim, value, blocks, output, loop);
    }

    public AutoencoderOptions withBlocks(int value) {
        return new AutoencoderOptions(dim, hidden, value, output, loop);
    }

    public AutoencoderOptions withLoop(LoopOptions value) {
        return new AutoencoderOptions(dim, hidden, blocks, output, value);
    }

    /** The same as {@code withLoop(loop().withEpochs(value))}. */
    public AutoencoderOptions withEpochs(int value) {
        return withLoop(loop.withEpochs(value));
    }
}

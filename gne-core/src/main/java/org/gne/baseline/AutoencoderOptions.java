package org.gne.baseline;

import org.gne.loop.LoopOptions;
import org.gne.loop.Schedule;
import org.gne.nn.AdamOptions;
import org.gne.nn.EncodingKind;
import org.gne.nn.Heads;

/**
 * The networks of an autoencoder, and how they are trained. The decoder is that of GNE, and the encoder mirrors it.
 *
 * @param dim the number of dimensions of the map, at least 1
 * @param hidden the width of both residual streams, at least 1
 * @param blocks the number of residual blocks of each network, at least 0
 * @param encoding what the decoder receives of a point of the map
 * @param heads the heads of the decoder
 * @param loop how both networks are optimised
 */
public record AutoencoderOptions(
        int dim, int hidden, int blocks, EncodingKind encoding, Heads heads, LoopOptions loop) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a size is out of its range
     */
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
     * The paper's networks, 64 wide with 4 blocks; 60 epochs with batches of 512 and a learning rate that falls from
     * 0.005 to 0.
     */
    public static AutoencoderOptions of(Heads heads) {
        return new AutoencoderOptions(
                2,
                64,
                4,
                EncodingKind.NONE,
                heads,
                new LoopOptions(60, 512, Schedule.cosine(0.005, 0), AdamOptions.KERAS));
    }

    /** The same options with another number of dimensions of the map, at least 1. */
    public AutoencoderOptions withDim(int value) {
        return new AutoencoderOptions(value, hidden, blocks, encoding, heads, loop);
    }

    /** The same options with another width of both networks, at least 1; typical 32 to 256. */
    public AutoencoderOptions withHidden(int value) {
        return new AutoencoderOptions(dim, value, blocks, encoding, heads, loop);
    }

    /** The same options with another number of residual blocks of each network, at least 0. */
    public AutoencoderOptions withBlocks(int value) {
        return new AutoencoderOptions(dim, hidden, value, encoding, heads, loop);
    }

    /** The same options with another encoding of the points of the map, as GNE's decoder has it. */
    public AutoencoderOptions withEncoding(EncodingKind value) {
        return new AutoencoderOptions(dim, hidden, blocks, value, heads, loop);
    }

    /** The same options with another optimisation of both networks. */
    public AutoencoderOptions withLoop(LoopOptions value) {
        return new AutoencoderOptions(dim, hidden, blocks, encoding, heads, value);
    }

    /** The same as {@code withLoop(loop().withEpochs(value))}. */
    public AutoencoderOptions withEpochs(int value) {
        return withLoop(loop.withEpochs(value));
    }
}

package org.gne.cli.compare;

import org.gne.GneOptions;
import org.gne.baseline.AutoencoderOptions;
import org.gne.data.Dataset;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.nn.Decoder;

/**
 * The input of all methods of a comparison: the same rows, the same scaling, the same seed.
 *
 * @param data rows in their own units
 * @param scaling of all methods
 * @param scaled the rows as methods with a decoder of their own likelihoods see them
 * @param represented the rows as all other methods see them: comparable by their distance
 * @param gne options of GNE; their seed and threads are those of all methods
 * @param network options of the methods with an encoder network
 */
public record Setup(
        Dataset data,
        Scaling scaling,
        Samples scaled,
        Samples represented,
        GneOptions gne,
        AutoencoderOptions network) {

    public static Setup of(Dataset data, Scaling scaling, GneOptions gne, AutoencoderOptions network) {
        Samples scaled = data.samples().scaled(scaling);
        return new Setup(data, scaling, scaled, network.heads().represented(scaled), gne, network);
    }

    /** The rows that a decoder says: those with likelihoods of their own, or those that are compared by their distance. */
    public Samples seenBy(Decoder decoder) {
        return decoder.heads().euclidean() ? represented : scaled;
    }

    /** The same of other rows, in the units of the data. */
    public Samples seenBy(Decoder decoder, Samples rows) {
        Samples others = rows.scaled(scaling);
        return decoder.heads().euclidean() ? network.heads().represented(others) : others;
    }

    public long seed() {
        return gne.seed();
    }

    public int threads() {
        return gne.threads();
    }
}

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
 * @param scaling the scaling for all methods
 * @param scaled the scaled rows, for methods whose decoder has heads
 * @param represented the scaled rows, converted for the comparison by distance, for all other methods
 * @param gne the options of GNE; all methods use their seed and threads
 * @param network the options of the methods with an encoder network
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

    /** The rows in the form that a decoder generates: scaled, or converted for the comparison by distance. */
    public Samples seenBy(Decoder decoder) {
        return decoder.heads().euclidean() ? represented : scaled;
    }

    /** Other rows in the form that a decoder generates, from rows in the units of the data. */
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

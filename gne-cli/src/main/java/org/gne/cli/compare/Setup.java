package org.gne.cli.compare;

import org.gne.GneOptions;
import org.gne.baseline.AutoencoderOptions;
import org.gne.data.Dataset;
import org.gne.data.Samples;
import org.gne.data.Scaling;

/**
 * The input of all methods of a comparison: the same rows, the same scaling, the same seed.
 *
 * @param data rows in their own units
 * @param scaling the scaling for all methods
 * @param scaled the scaled rows
 * @param gne options of GNE; its seed and threads are used by all methods
 * @param network options of the methods with an encoder
 */
public record Setup(Dataset data, Scaling scaling, Samples scaled, GneOptions gne, AutoencoderOptions network) {

    public static Setup of(Dataset data, Scaling scaling, GneOptions gne, AutoencoderOptions network) {
        return new Setup(data, scaling, data.samples().scaled(scaling), gne, network);
    }

    public long seed() {
        return gne.seed();
    }

    public int threads() {
        return gne.threads();
    }
}

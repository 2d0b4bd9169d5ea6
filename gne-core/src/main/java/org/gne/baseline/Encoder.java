package org.gne.baseline;

import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;

/** Turns rows into coordinates of the map. */
@FunctionalInterface
public interface Encoder {

    /**
     * Places rows, without noise. The coordinates of a row depend on that row only.
     *
     * @param samples rows with the same width and scaling as the training rows
     * @throws IllegalArgumentException if they have another width or values that are not finite
     */
    Embedding encode(Samples samples, Parallel parallel);
}

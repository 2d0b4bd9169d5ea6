package org.gne.baseline;

import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;

/** What turns rows into places of the map. */
@FunctionalInterface
public interface Encoder {

    /**
     * Places rows, without noise. The place of a row depends on that row alone.
     *
     * @param samples of the width of the rows trained on, scaled alike
     * @throws IllegalArgumentException if they are of another width or hold values that are not finite
     */
    Embedding encode(Samples samples, Parallel parallel);
}

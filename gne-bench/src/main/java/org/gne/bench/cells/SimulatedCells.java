package org.gne.bench.cells;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gne.data.Labels;
import org.gne.data.SparseSamples;

/**
 * Simulated cells and their truth.
 *
 * @param counts the counts
 * @param group the group of each cell, or its piece of the path
 * @param batch the batch of each cell, from 0
 * @param time the time of each cell since the start of the path, 1 for each piece; 0 for groups
 * @param profile the noise-free expression of each cell, as an index of {@code profiles}
 * @param profiles the different noise-free expressions, without the effect of the batch: shares of the genes, {@code [..][genes]}
 */
record SimulatedCells(
        SplatOptions options,
        SparseSamples counts,
        int[] group,
        int[] batch,
        double[] time,
        int[] profile,
        float[][] profiles) {

    /** The first cells, or those after them. */
    SimulatedCells part(int from, int to) {
        return new SimulatedCells(
                options,
                counts.rows(to - from, i -> from + i),
                Arrays.copyOfRange(group, from, to),
                Arrays.copyOfRange(batch, from, to),
                Arrays.copyOfRange(time, from, to),
                Arrays.copyOfRange(profile, from, to),
                profiles);
    }

    Labels groups() {
        return new Labels(
                group,
                IntStream.rangeClosed(1, options.shares().length)
                        .mapToObj(i -> "group" + i)
                        .toList());
    }

    Labels batches() {
        return new Labels(
                batch,
                IntStream.rangeClosed(1, options.batches())
                        .mapToObj(i -> "batch" + i)
                        .toList());
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}

package org.gne;

import org.gne.data.Scaling;
import org.gne.data.ScalingKind;
import org.gne.data.Schema;
import org.gne.data.Survey;
import org.gne.layout.NeighborOptions;
import org.gne.train.TrainingOptions;
import org.jspecify.annotations.Nullable;

/**
 * All that a fit can be told. Immutable; start from a preset and change what you need:
 * {@code GneOptions.of(Preset.FAST).withSeed(7)}.
 *
 * @param preset where the other values came from
 * @param dim dimensions of the map, at least 1
 * @param hidden width of the decoder's residual stream, at least 1
 * @param blocks residual blocks of the decoder, at least 0
 * @param seed of everything random: the same seed gives the same map, bit for bit
 * @param threads threads at work, at least 1; they change the time, never the result
 * @param scaling how to scale, or null to choose by the data ({@link Scaling#suiting})
 * @param training how coordinates and decoder are optimised
 */
public record GneOptions(
        Preset preset,
        int dim,
        int hidden,
        int blocks,
        long seed,
        int threads,
        @Nullable ScalingKind scaling,
        TrainingOptions training) {

    public GneOptions {
        atLeast("dim", dim, 1);
        atLeast("hidden", hidden, 1);
        atLeast("blocks", blocks, 0);
        atLeast("threads", threads, 1);
    }

    private static void atLeast(String name, int found, int least) {
        if (found < least) {
            throw new IllegalArgumentException(name + ": found " + found + ", expected at least " + least);
        }
    }

    /** {@link Preset#DEFAULT}. */
    public static GneOptions defaults() {
        return of(Preset.DEFAULT);
    }

    /** The settings of a preset; the decoder is 64 wide as the paper's, with its 4 blocks for {@link Preset#PAPER}, else 8. */
    public static GneOptions of(Preset preset) {
        int threads = Runtime.getRuntime().availableProcessors();
        return new GneOptions(preset, 2, 64, preset.blocks(), 1, threads, null, preset.training());
    }

    /**
     * The scaling asked for, its numbers from the rows to be fit.
     *
     * @param schema of the rows surveyed
     */
    public Scaling scalingFor(Survey survey, Schema schema) {
        return scaling == null ? Scaling.suiting(survey, schema) : Scaling.of(scaling, survey, schema);
    }

    public GneOptions withDim(int value) {
        return new GneOptions(preset, value, hidden, blocks, seed, threads, scaling, training);
    }

    public GneOptions withHidden(int value) {
        return new GneOptions(preset, dim, value, blocks, seed, threads, scaling, training);
    }

    public GneOptions withBlocks(int value) {
        return new GneOptions(preset, dim, hidden, value, seed, threads, scaling, training);
    }

    public GneOptions withSeed(long value) {
        return new GneOptions(preset, dim, hidden, blocks, value, threads, scaling, training);
    }

    public GneOptions withThreads(int value) {
        return new GneOptions(preset, dim, hidden, blocks, seed, value, scaling, training);
    }

    public GneOptions withScaling(ScalingKind value) {
        return new GneOptions(preset, dim, hidden, blocks, seed, threads, value, training);
    }

    public GneOptions withTraining(TrainingOptions value) {
        return new GneOptions(preset, dim, hidden, blocks, seed, threads, scaling, value);
    }

    /** The weight of the neighbour term ({@link NeighborOptions#weight}): 1 as measured, 0 for every row for itself. */
    public GneOptions withNeighborWeight(double value) {
        return withTraining(training.withNeighbors(training.neighbors().withWeight(value)));
    }

    /** How much labels help ({@link NeighborOptions#labels}): 0, the default, for not at all. */
    public GneOptions withLabelWeight(double value) {
        return withTraining(training.withNeighbors(training.neighbors().withLabels(value)));
    }

    /** As {@code withTraining(training().withEpochs(value))}. */
    public GneOptions withEpochs(int value) {
        return withTraining(training.withEpochs(value));
    }
}

package org.gne;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.gne.data.Scaling;
import org.gne.data.ScalingKind;
import org.gne.data.Schema;
import org.gne.data.Survey;
import org.gne.layout.NeighborOptions;
import org.gne.nn.EncodingKind;
import org.gne.nn.HeadChoice;
import org.gne.nn.Heads;
import org.gne.nn.Loss;
import org.gne.train.TrainingOptions;
import org.jspecify.annotations.Nullable;

/**
 * The options of a fit. Immutable; start from a preset and change what you need: {@code
 * GneOptions.of(Preset.FAST).withSeed(7)}.
 *
 * @param preset the preset from which the other values came
 * @param dim the number of dimensions of the map, at least 1
 * @param encoding what the decoder receives of a point of the map
 * @param hidden the width of the decoder, at least 1
 * @param blocks the number of residual blocks of the decoder, at least 0
 * @param seed the seed of all random numbers: the same seed gives the same map, bit for bit
 * @param threads the number of threads, at least 1; it changes the time, never the result
 * @param scaling how values are scaled, or null to choose by the data ({@link Scaling#suiting})
 * @param loss the loss of values between 0 and 1 under a sigmoid, such as pixels
 * @param training how coordinates and decoder are optimised
 */
public record GneOptions(
        Preset preset,
        int dim,
        EncodingKind encoding,
        int hidden,
        int blocks,
        long seed,
        int threads,
        @Nullable ScalingKind scaling,
        Loss loss,
        TrainingOptions training) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
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

    /**
     * The options of a preset. The decoder is 64 wide, 96 for {@link Preset#BEST}, and has 2 to 4 blocks; its encoding
     * is that of grids, for {@link Preset#PAPER} none.
     */
    public static GneOptions of(Preset preset) {
        int threads = Runtime.getRuntime().availableProcessors();
        return new GneOptions(
                preset,
                2,
                preset.encoding(),
                preset.hidden(),
                preset.blocks(),
                1,
                threads,
                null,
                Loss.SQUARED_ERROR,
                preset.training());
    }

    /**
     * The scaling, computed from the rows.
     *
     * @param schema of the rows surveyed
     */
    public Scaling scalingFor(Survey survey, Schema schema) {
        return scaling == null ? Scaling.suiting(survey, schema) : Scaling.of(scaling, survey, schema);
    }

    /**
     * The heads of the decoder, chosen for the rows.
     *
     * @param schema of the rows surveyed
     * @param chosen the result of {@link #scalingFor} for the rows
     */
    public Heads headsFor(Survey survey, Schema schema, Scaling chosen) {
        return HeadChoice.of(schema, chosen, survey, loss);
    }

    /** The same options with another {@link #dim}. */
    public GneOptions withDim(int value) {
        return new GneOptions(preset, value, encoding, hidden, blocks, seed, threads, scaling, loss, training);
    }

    /** The same options with another {@link #encoding}. */
    public GneOptions withEncoding(EncodingKind value) {
        return new GneOptions(preset, dim, value, hidden, blocks, seed, threads, scaling, loss, training);
    }

    /** The same options with another {@link #hidden}. */
    public GneOptions withHidden(int value) {
        return new GneOptions(preset, dim, encoding, value, blocks, seed, threads, scaling, loss, training);
    }

    /** The same options with another {@link #blocks}. */
    public GneOptions withBlocks(int value) {
        return new GneOptions(preset, dim, encoding, hidden, value, seed, threads, scaling, loss, training);
    }

    /** The same options with another {@link #seed}. */
    public GneOptions withSeed(long value) {
        return new GneOptions(preset, dim, encoding, hidden, blocks, value, threads, scaling, loss, training);
    }

    /** The same options with another {@link #threads}. */
    public GneOptions withThreads(int value) {
        return new GneOptions(preset, dim, encoding, hidden, blocks, seed, value, scaling, loss, training);
    }

    /** The same options with another {@link #scaling}. */
    public GneOptions withScaling(ScalingKind value) {
        return new GneOptions(preset, dim, encoding, hidden, blocks, seed, threads, value, loss, training);
    }

    /** The same options with another {@link #loss}. */
    public GneOptions withLoss(Loss value) {
        return new GneOptions(preset, dim, encoding, hidden, blocks, seed, threads, scaling, value, training);
    }

    /** The same options with another {@link #training}. */
    public GneOptions withTraining(TrainingOptions value) {
        return new GneOptions(preset, dim, encoding, hidden, blocks, seed, threads, scaling, loss, value);
    }

    /**
     * The same options with another weight of neighbours ({@link NeighborOptions#weight}): 1 was best in trials, 0
     * turns them off.
     */
    public GneOptions withNeighborWeight(double value) {
        return withTraining(training.withNeighbors(training.neighbors().withWeight(value)));
    }

    /**
     * The same options with another weight of labels ({@link NeighborOptions#labels}): 0, the default, ignores labels.
     */
    public GneOptions withLabelWeight(double value) {
        return withTraining(training.withNeighbors(training.neighbors().withLabels(value)));
    }

    /**
     * The same options with other neighbours, for example {@code withNeighbors(n -> n.withNeighbors(30))}.
     *
     * @param change changes the present options of the neighbours
     */
    public GneOptions withNeighbors(UnaryOperator<NeighborOptions> change) {
        return withTraining(training.withNeighbors(change.apply(training.neighbors())));
    }

    /**
     * The same options with another number of neighbours of a row ({@link NeighborOptions#neighbors}).
     *
     * @param value at least 1
     */
    public GneOptions withNeighbors(int value) {
        return withNeighbors(neighbors -> neighbors.withNeighbors(value));
    }

    /**
     * The same options with another size of a batch, in rows.
     *
     * @param value at least 1
     */
    public GneOptions withBatch(int value) {
        return withTraining(training.withBatch(value));
    }

    /**
     * The same options with a time for the fit instead of a number of epochs: after the preparation of the rows and a trial
     * epoch, as many epochs are chosen as fit into the rest of the time, at least one. The same number of epochs and the same
     * seed give the same map ({@link FitRecord#epochs}). Errors and figures after the training are not part of the time.
     *
     * @param value above 0
     */
    public GneOptions withTime(Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("time: found " + value + ", expected above 0");
        }
        return withTraining(training.withSeconds(value.toMillis() * 1e-3));
    }

    /** The same as {@code withTraining(training().withEpochs(value))}. */
    public GneOptions withEpochs(int value) {
        return withTraining(training.withEpochs(value));
    }
}

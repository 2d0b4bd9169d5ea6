package org.gne.train;

import java.util.Arrays;
import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;
import org.gne.layout.FreeCoordinates;
import org.gne.layout.Landmarks;
import org.gne.layout.NeighborForces;
import org.gne.layout.RepulsionField;
import org.gne.loop.DivergenceCheck;
import org.gne.loop.EpochLoop;
import org.gne.loop.FitListener;
import org.gne.loop.RowOrder;
import org.gne.loop.Trainer;
import org.gne.neighbor.NeighborGraph;
import org.gne.nn.AdamState;
import org.gne.nn.MlpShape;
import org.gne.nn.ResidualMlp;
import org.gne.search.GlobalSearch;
import org.jspecify.annotations.Nullable;

/**
 * Some steps of a training on a cluster, for one part of the rows: it trains the coordinates of these rows and a
 * decoder. All parts start with the same decoder, and the caller merges the trained decoders. If all rows are one part,
 * the result is that of {@link Training}, bit for bit.
 *
 * <p>Neighbours are found among the rows of the part and guests, which are chosen rows of other parts with fixed
 * coordinates. A part should be a fair sample of all rows.
 *
 * @hidden internal
 */
public final class PartTraining {

    private final int length;
    private final FreeCoordinates coordinates;
    private final Trainer trainer;
    private final GlobalSearch search;

    /**
     * @param samples the scaled rows of the part, at least one
     * @param known the number of their known values; a category counts as one
     * @param shape the shape of the decoder
     * @param options the options, with the epochs of the whole training and the batch of a part
     * @param seed the seed of the whole training
     * @param part the number of the part, from 0
     * @param common the common start of all parts
     * @param graph {@link CommonStart#graph} of these rows and guests
     * @param guests the coordinates of the guests
     * @param field the repulsion of the rows of all parts, or null to compute that of the part and its guests
     * @param chosen {@code [rows of the part]}: which of the chosen rows a row is, or -1
     * @param codes the coordinates of the part and their moments, or null at the beginning; not changed
     * @param decoder the decoder's parameters and moments with which all parts start; not changed
     */
    public PartTraining(
            Samples samples,
            double known,
            MlpShape shape,
            TrainingOptions options,
            long seed,
            int part,
            CommonStart common,
            @Nullable NeighborGraph graph,
            Embedding guests,
            @Nullable RepulsionField field,
            int[] chosen,
            @Nullable AdamState codes,
            AdamState decoder,
            Parallel parallel) {
        EpochLoop.check(samples, shape);
        long partSeed = CommonStart.partSeed(seed, part);
        float[] own = codes == null
                ? common.start(shape.heads().represented(samples), chosen, shape.in(), options, seed, part, parallel)
                        .values()
                : codes.parameters();
        length = own.length;
        float[] all = Arrays.copyOf(own, length + guests.values().length);
        System.arraycopy(guests.values(), 0, all, length, guests.values().length);
        Embedding map = new Embedding(all, shape.in());
        NeighborForces forces = graph == null
                ? null
                : new NeighborForces(
                        graph,
                        Landmarks.of(map.size()),
                        options.neighbors(),
                        common.components().varianceOver(shape.heads().sources()),
                        shape.in(),
                        field,
                        parallel);
        coordinates = new FreeCoordinates(map, options.coordinates(), forces, partSeed);
        if (codes != null) {
            System.arraycopy(codes.first(), 0, coordinates.state().first(), 0, length);
            System.arraycopy(codes.second(), 0, coordinates.state().second(), 0, length);
        }
        ResidualMlp network = new ResidualMlp(shape, decoder.parameters().clone());
        RowOrder order = RowOrder.all(samples.size(), partSeed);
        trainer =
                new Trainer(samples, known, coordinates, network, options.loop(), order, guests.size() == 0, parallel);
        trainer.state().set(decoder);
        search = new GlobalSearch(
                new GlobalSearch.Setting(samples, coordinates, network, common.components(), null, order),
                options.search(),
                options.neighbors(),
                options.epochs(),
                seed,
                graph,
                parallel);
    }

    /** Whether there is a search after an epoch, from 0. */
    public static boolean searchesAfter(int epoch, TrainingOptions options, int dim) {
        return dim <= GlobalSearch.MOST_DIMENSIONS && options.search().after(epoch, options.epochs());
    }

    /**
     * The cells of a search for the rows of all parts: they depend on the decoder with which all begin, not on the part.
     *
     * @param map some rows of the whole map, evenly spread over the data
     * @param epoch the epoch before the search, from 0
     */
    public GlobalSearch.Cells cells(Embedding map, int epoch) {
        return search.cells(map, epoch);
    }

    /**
     * Searches better coordinates for the rows of the part, all over the map.
     *
     * @param cells {@link #cells}, of this part or of another one
     * @param epoch the epoch before the search, from 0
     * @return the number of rows that were moved
     */
    public int search(GlobalSearch.Cells cells, int epoch) {
        return search.search(cells, epoch);
    }

    /**
     * Trains one round of an epoch: the batches from {@code round / rounds} of the epoch on.
     *
     * @param epoch from 0
     * @param round from 0
     * @return the sum of the losses over the known values of the round
     */
    public double train(int epoch, int round, int rounds) {
        int batches = trainer.batches();
        int first = (int) ((long) batches * round / rounds);
        int end = (int) ((long) batches * (round + 1) / rounds);
        trainer.continueAfter(epoch, first);
        return trainer.batches(epoch, first, end, FitListener.NONE);
    }

    /** The number of rows that a round trains: the weight of its decoder when decoders are merged. */
    public static long rows(int size, TrainingOptions options, int round, int rounds) {
        int batch = options.loop().batch();
        int batches = (size + batch - 1) / batch;
        long first = (long) batches * round / rounds * batch;
        long end = Math.min(size, (long) batches * (round + 1) / rounds * batch);
        return Math.max(0, end - first);
    }

    /** A copy of the coordinates of the part and their moments. */
    public AdamState codes() {
        AdamState all = coordinates.state();
        return new AdamState(
                Arrays.copyOf(all.parameters(), length),
                Arrays.copyOf(all.first(), length),
                Arrays.copyOf(all.second(), length));
    }

    /** The parameters and moments of the decoder: the state itself, not a copy. */
    public AdamState decoder() {
        return trainer.state();
    }

    /** The decoder with which all parts start. */
    public static AdamState decoder(MlpShape shape, TrainingOptions options, long seed, CommonStart common) {
        float[] parameters = Training.decoder(
                        shape,
                        options,
                        seed,
                        common.places(),
                        () -> shape.heads().means(common.components().mean()))
                .parameters();
        return new AdamState(parameters, new float[parameters.length], new float[parameters.length]);
    }

    /**
     * Whether the training can continue from the merged state.
     *
     * @param loss the mean loss of an epoch
     * @param first the mean loss of the first epoch
     */
    public static boolean sound(double loss, double first, AdamState decoder) {
        return DivergenceCheck.sound(loss, first) && DivergenceCheck.finite(decoder.parameters());
    }

    /** The floating-point operations of the matrix products so far. */
    public double operations() {
        return trainer.operations() + search.operations();
    }
}

package org.gne.spark;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.Serializable;
import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;
import org.gne.neighbor.NeighborGraph;
import org.gne.nn.AdamState;
import org.gne.train.CommonStart;
import org.gne.train.PartTraining;
import org.jspecify.annotations.Nullable;

/**
 * A partition ready for training: its rows, and who is near them, among themselves and the chosen rows of other
 * partitions, which follow them.
 *
 * @param missing how many values of the rows are
 * @param k neighbours of a row; 0 where neighbours play no part
 * @param neighbors {@code [size, k]}
 * @param distances {@code [size, k]}
 */
@DefaultSerializer(JavaSerializer.class)
record Part(PartRows rows, long missing, int k, int[] neighbors, float[] distances) implements Serializable {

    static Part of(PartRows rows, Shared shared, int threads) {
        if (rows.size() == 0) {
            return new Part(rows, rows.missing(), 0, new int[0], new float[0]);
        }
        try (Parallel parallel = new Parallel(threads)) {
            NeighborGraph graph = shared.common()
                    .graph(
                            scaled(rows, shared),
                            guests(rows, shared),
                            shared.training(),
                            shared.settings().seed(),
                            parallel);
            return graph == null
                    ? new Part(rows, rows.missing(), 0, new int[0], new float[0])
                    : new Part(rows, rows.missing(), graph.k(), graph.neighbors(), graph.distances());
        }
    }

    /** Which of the chosen rows are of other partitions. */
    private static int[] guests(PartRows rows, Shared shared) {
        return rows.chosen(shared.rows(), shared.chosen(), false);
    }

    private Embedding guests(float[] map, Shared shared) {
        int dim = shared.settings().dim();
        int[] guests = guests(rows, shared);
        float[] places = new float[guests.length * dim];
        for (int i = 0; i < guests.length; i++) {
            System.arraycopy(map, guests[i] * dim, places, i * dim, dim);
        }
        return new Embedding(places, dim);
    }

    private static Samples scaled(PartRows rows, Shared shared) {
        return rows.samples(shared.schema()).scaled(shared.scaling());
    }

    Samples scaled(Shared shared) {
        return scaled(rows, shared);
    }

    /**
     * One round.
     *
     * @param before what the partition came to in the round before, or null to begin
     * @param decoder what all partitions begin with
     * @param map where the chosen rows of all partitions are
     */
    PartState train(
            @Nullable PartState before, AdamState decoder, float[] map, Round round, Shared shared, int threads) {
        Settings settings = shared.settings();
        if (rows.size() == 0) {
            Weights none = new Weights(new float[0], new float[0], new float[0]);
            return new PartState(rows.part(), none, Weights.of(decoder), 0, 0, 0, 0);
        }
        try (Parallel parallel = new Parallel(threads)) {
            CommonStart common = shared.common();
            PartTraining training = new PartTraining(
                    scaled(shared),
                    (double) rows.size() * shared.shape().out() - missing,
                    shared.shape(),
                    shared.training(),
                    settings.seed(),
                    rows.part(),
                    common,
                    k == 0 ? null : new NeighborGraph(k, neighbors, distances),
                    guests(map, shared),
                    before == null ? null : before.codes().state(),
                    decoder,
                    parallel);
            int moved = round.searches() ? training.search(new Embedding(map, settings.dim()), round.epoch() - 1) : 0;
            double loss = round.trains() ? training.train(round.epoch(), round.index(), round.rounds()) : 0;
            long trained = round.trains()
                    ? PartTraining.rows(rows.size(), shared.training(), round.index(), round.rounds())
                    : 0;
            return new PartState(
                    rows.part(),
                    Weights.of(training.codes()),
                    Weights.of(training.decoder()),
                    trained,
                    loss,
                    moved,
                    training.operations());
        }
    }
}

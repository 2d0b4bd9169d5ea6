package org.gne.spark;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.Serializable;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;
import org.gne.layout.RepulsionField;
import org.gne.neighbor.NeighborGraph;
import org.gne.train.CommonStart;
import org.gne.train.PartTraining;
import org.jspecify.annotations.Nullable;

/**
 * A partition ready for training: its rows, and who is near them, among themselves and the chosen rows of other
 * partitions, which follow them.
 *
 * @param known how many values of the rows are; a category counts as one
 * @param k neighbours of a row; 0 where neighbours play no part
 * @param neighbors {@code [size, k]}
 * @param distances {@code [size, k]}
 * @param own the positions of its rows among the chosen rows, ascending
 */
@DefaultSerializer(JavaSerializer.class)
record Part(PartRows rows, double known, int k, int[] neighbors, float[] distances, int[] own) implements Serializable {

    static Part of(PartRows rows, Shared shared, int threads) {
        double known = known(rows, shared);
        int[] own = rows.chosen(shared.rows(), shared.chosen());
        if (rows.size() == 0) {
            return new Part(rows, known, 0, new int[0], new float[0], own);
        }
        try (Parallel parallel = new Parallel(threads)) {
            int[] guests = guests(own, shared);
            NeighborGraph graph = shared.common()
                    .graph(
                            shared.heads().represented(scaled(rows, shared)),
                            guests,
                            shared.classes(rows, guests),
                            shared.training(),
                            shared.settings().seed(),
                            parallel);
            return graph == null
                    ? new Part(rows, known, 0, new int[0], new float[0], own)
                    : new Part(rows, known, graph.k(), graph.neighbors(), graph.distances(), own);
        }
    }

    private static double known(PartRows rows, Shared shared) {
        Samples samples = rows.samples();
        float[] row = new float[samples.width()];
        double known = 0;
        for (int i = 0; i < samples.size(); i++) {
            samples.read(i, row, 0);
            known += shared.heads().known(row, 0);
        }
        return known;
    }

    /** Which of the chosen rows are of other partitions. */
    private static int[] guests(int[] own, Shared shared) {
        int[] guests = new int[shared.chosen() - own.length];
        int passed = 0;
        for (int i = 0; i < shared.chosen(); i++) {
            if (passed < own.length && own[passed] == i) {
                passed++;
            } else {
                guests[i - passed] = i;
            }
        }
        return guests;
    }

    /** Which of the chosen rows each row is, or -1. */
    private int[] chosen(Shared shared) {
        int[] chosen = new int[rows.size()];
        Arrays.fill(chosen, -1);
        int[] at = rows.rowsOf(shared.rows(), shared.chosen(), own);
        for (int i = 0; i < own.length; i++) {
            chosen[at[i]] = own[i];
        }
        return chosen;
    }

    private Embedding guests(float[] map, Shared shared) {
        int dim = shared.settings().dim();
        int[] guests = guests(own, shared);
        float[] places = new float[guests.length * dim];
        for (int i = 0; i < guests.length; i++) {
            System.arraycopy(map, guests[i] * dim, places, i * dim, dim);
        }
        return new Embedding(places, dim);
    }

    private static Samples scaled(PartRows rows, Shared shared) {
        return rows.samples().scaled(shared.scaling());
    }

    Samples scaled(Shared shared) {
        return scaled(rows, shared);
    }

    /**
     * One round.
     *
     * @param before what the partition came to in the round before, or null to begin
     * @param begin what all partitions begin with
     */
    PartState train(@Nullable PartState before, Begin begin, Round round, Shared shared, int threads) {
        Settings settings = shared.settings();
        if (rows.size() == 0) {
            return new PartState(rows.part(), Weights.none(), begin.decoder(), 0, 0, 0, 0);
        }
        float[] map = begin.map();
        try (Parallel parallel = new Parallel(threads)) {
            CommonStart common = shared.common();
            RepulsionField field =
                    settings.parts() == 1 ? null : shared.field(round.epoch(), begin.epochMap(), parallel);
            PartTraining training = new PartTraining(
                    scaled(shared),
                    known,
                    shared.shape(),
                    shared.training(),
                    settings.seed(),
                    rows.part(),
                    common,
                    k == 0 ? null : new NeighborGraph(k, neighbors, distances),
                    guests(map, shared),
                    field,
                    chosen(shared),
                    before == null ? null : before.codes().state(),
                    begin.decoder().state(),
                    parallel);
            int moved = round.searches()
                    ? training.search(begin.cells(training, settings.dim(), round.epoch() - 1), round.epoch() - 1)
                    : 0;
            double loss = round.trains() ? training.train(round.epoch(), round.index(), round.rounds()) : 0;
            if (Thread.currentThread().isInterrupted()) {
                // Training ended early. Spark would keep what there is as the state of this partition.
                throw new CancellationException("the task was cancelled");
            }
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

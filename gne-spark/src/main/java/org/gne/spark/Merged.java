package org.gne.spark;

import java.io.Serializable;
import org.gne.nn.AdamState;

/**
 * What becomes of the partitions' decoders after a round: the mean of weights and moments, each decoder counting for as many
 * rows as it was trained on (local SGD: Stich 2019). Kept as sums, so that it can be taken up a tree.
 */
final class Merged implements Serializable {

    private static final long serialVersionUID = 1;

    private final double[] parameters;
    private final double[] first;
    private final double[] second;
    private final float[] map;
    private long trained;
    private double loss;
    private long moved;
    private double operations;

    /**
     * Nothing yet.
     *
     * @param parameters of the decoder
     * @param places numbers in a choice of the map
     */
    Merged(int parameters, int places) {
        this.parameters = new double[parameters];
        first = new double[parameters];
        second = new double[parameters];
        map = new float[places];
    }

    /**
     * One partition's share.
     *
     * @param rows its rows
     * @param all rows of all partitions
     * @param chosen how many of them stand for the map
     */
    static Merged of(PartState state, PartRows rows, long all, int chosen, int dim) {
        Merged merged = new Merged(state.decoder().parameters().length, chosen * dim);
        add(state.trained(), state.decoder().parameters(), merged.parameters);
        add(state.trained(), state.decoder().first(), merged.first);
        add(state.trained(), state.decoder().second(), merged.second);
        for (int i : rows.chosen(all, chosen, true)) {
            int row = rows.row(PartRows.number(all, chosen, i));
            System.arraycopy(state.codes().parameters(), row * dim, merged.map, i * dim, dim);
        }
        merged.trained = state.trained();
        merged.loss = state.loss();
        merged.moved = state.moved();
        merged.operations = state.operations();
        return merged;
    }

    private static void add(long weight, float[] values, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += weight * (double) values[i];
        }
    }

    /** Takes another share; in floating point the order matters. */
    void add(Merged other) {
        add(other.parameters, parameters);
        add(other.first, first);
        add(other.second, second);
        for (int i = 0; i < map.length; i++) {
            // Each chosen row is of one partition; elsewhere it is zero.
            map[i] += other.map[i];
        }
        trained += other.trained;
        loss += other.loss;
        moved += other.moved;
        operations += other.operations;
    }

    private static void add(double[] values, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i];
        }
    }

    /** The mean decoder; {@code before} where nothing was trained. */
    AdamState decoder(AdamState before) {
        if (trained == 0) {
            return before;
        }
        return new AdamState(mean(parameters), mean(first), mean(second));
    }

    private float[] mean(double[] sums) {
        float[] means = new float[sums.length];
        for (int i = 0; i < sums.length; i++) {
            means[i] = (float) (sums[i] / trained);
        }
        return means;
    }

    /** Some rows' coordinates, evenly spread over the data: {@code [chosen, dim]}. */
    float[] map() {
        return map;
    }

    double loss() {
        return loss;
    }

    long moved() {
        return moved;
    }

    double operations() {
        return operations;
    }
}

package org.gne.spark;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import org.gne.nn.AdamState;
import org.gne.train.DecoderMerge;
import org.jspecify.annotations.Nullable;

/**
 * What comes of a round: sums over the partitions of what each added to the decoder, of the squares of it and of the decoders' moments, each
 * decoder counting for as many rows as it was trained on, so that shares can be added on the way to the driver.
 */
@DefaultSerializer(JavaSerializer.class)
final class Merged implements Serializable {

    private static final long serialVersionUID = 1;

    /** What was added to the parameters, and the moments. */
    private final Weights sums;

    private transient float[] square;
    private transient float[] map;
    /** The decoder of the only partition. */
    private @Nullable Weights only;

    private long trained;
    private double loss;
    private long moved;
    private double operations;

    private Merged(int parameters, int places) {
        sums = Weights.zero(parameters);
        square = new float[DecoderMerge.blocks(parameters)];
        map = new float[places];
    }

    /**
     * One partition's share.
     *
     * @param part its rows
     * @param all rows of all partitions
     * @param chosen how many of them stand for the map
     * @param before the decoder with which the partition began the round
     */
    static Merged of(PartState state, Part part, long all, int chosen, int dim, Weights before) {
        AdamState after = state.decoder().state();
        AdamState from = before.state();
        boolean alone = part.rows().parts() == 1;
        Merged merged = new Merged(alone || state.trained() == 0 ? 0 : after.parameters().length, chosen * dim);
        merged.only = alone ? state.decoder() : null;
        AdamState sums = merged.sums.state();
        float[] displacement = sums.parameters();
        float weight = state.trained();
        for (int j = 0; j < displacement.length; j++) {
            displacement[j] = after.parameters()[j] - from.parameters()[j];
            sums.first()[j] = weight * after.first()[j];
            sums.second()[j] = weight * after.second()[j];
        }
        DecoderMerge.addSquares(displacement, weight, merged.square);
        for (int j = 0; j < displacement.length; j++) {
            displacement[j] *= weight;
        }
        int[] own = part.own();
        int[] at = part.rows().rowsOf(all, chosen, own);
        for (int i = 0; i < own.length; i++) {
            System.arraycopy(state.codes().parameters(), at[i] * dim, merged.map, own[i] * dim, dim);
        }
        merged.trained = state.trained();
        merged.loss = state.loss();
        merged.moved = state.moved();
        merged.operations = state.operations();
        return merged;
    }

    /** This share and another; in floating point the order matters. */
    Merged and(Merged other) {
        Merged sum = sums.parameters().length == 0 ? other : this;
        Merged added = sum == this ? other : this;
        if (added.sums.parameters().length > 0) {
            AdamState more = added.sums.state();
            AdamState all = sum.sums.state();
            add(more.parameters(), all.parameters());
            add(added.square, sum.square);
            add(more.first(), all.first());
            add(more.second(), all.second());
        }
        // Each chosen row is of one partition; elsewhere it is zero.
        add(added.map, sum.map);
        sum.trained += added.trained;
        sum.loss += added.loss;
        sum.moved += added.moved;
        sum.operations += added.operations;
        return sum;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        FloatBytes.write(out, square);
        FloatBytes.write(out, map);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        square = FloatBytes.read(in);
        map = FloatBytes.read(in);
    }

    private static void add(float[] values, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i];
        }
    }

    /** The decoder for the next round; {@code before} where nothing was trained. */
    AdamState decoder(AdamState before, DecoderMerge merge) {
        if (trained == 0) {
            return before;
        }
        if (only != null) {
            return only.state();
        }
        AdamState all = sums.state();
        return merge.next(before, mean(all.parameters()), mean(square), mean(all.first()), mean(all.second()));
    }

    private float[] mean(float[] sums) {
        float[] means = new float[sums.length];
        for (int i = 0; i < sums.length; i++) {
            means[i] = sums[i] / trained;
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

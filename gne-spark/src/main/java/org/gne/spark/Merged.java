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

    private transient float[] displacement;
    private transient float[] first;
    private transient float[] second;
    private final float[] square;
    private final float[] map;
    /** The decoder of the only partition. */
    private @Nullable Weights only;

    private long trained;
    private double loss;
    private long moved;
    private double operations;

    private Merged(int parameters, int places) {
        displacement = new float[parameters];
        square = new float[DecoderMerge.blocks(parameters)];
        first = new float[parameters];
        second = new float[parameters];
        map = new float[places];
    }

    /**
     * One partition's share.
     *
     * @param rows its rows
     * @param all rows of all partitions
     * @param chosen how many of them stand for the map
     * @param before the decoder with which the partition began the round
     */
    static Merged of(PartState state, PartRows rows, long all, int chosen, int dim, Weights before) {
        AdamState after = state.decoder().state();
        AdamState from = before.state();
        boolean alone = rows.parts() == 1;
        Merged merged = new Merged(alone || state.trained() == 0 ? 0 : after.parameters().length, chosen * dim);
        merged.only = alone ? state.decoder() : null;
        float weight = state.trained();
        for (int j = 0; j < merged.displacement.length; j++) {
            float moved = after.parameters()[j] - from.parameters()[j];
            merged.displacement[j] = moved;
            merged.first[j] = weight * after.first()[j];
            merged.second[j] = weight * after.second()[j];
        }
        DecoderMerge.addSquares(merged.displacement, weight, merged.square);
        for (int j = 0; j < merged.displacement.length; j++) {
            merged.displacement[j] *= weight;
        }
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

    /** This share and another; in floating point the order matters. */
    Merged and(Merged other) {
        Merged sum = displacement.length == 0 ? other : this;
        Merged added = sum == this ? other : this;
        if (added.displacement.length > 0) {
            add(added.displacement, sum.displacement);
            add(added.square, sum.square);
            add(added.first, sum.first);
            add(added.second, sum.second);
        }
        // Each chosen row is of one partition; elsewhere it is zero.
        add(added.map, sum.map);
        sum.trained += added.trained;
        sum.loss += added.loss;
        sum.moved += added.moved;
        sum.operations += added.operations;
        return sum;
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
        return merge.next(before, mean(displacement), mean(square), mean(first), mean(second));
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

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        FloatBytes.write(out, displacement);
        FloatBytes.write(out, first);
        FloatBytes.write(out, second);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        displacement = FloatBytes.read(in);
        first = FloatBytes.read(in);
        second = FloatBytes.read(in);
    }
}

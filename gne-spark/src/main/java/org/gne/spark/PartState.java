package org.gne.spark;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.Serializable;

/**
 * What a partition has come to after a round.
 *
 * @param codes coordinates and their moments, which stay with the partition
 * @param decoder what the partition made of the common decoder
 * @param trained rows trained in the round: what that decoder counts for
 * @param loss sum of the losses of the round's known values
 * @param moved rows that a search before the round has put elsewhere
 * @param operations floating-point operations of the round's matrix products
 */
@DefaultSerializer(JavaSerializer.class)
record PartState(int part, Weights codes, Weights decoder, long trained, double loss, int moved, double operations)
        implements Serializable {

    /** What a model needs of it. */
    PartState onlyCoordinates() {
        return new PartState(
                part, Weights.without(codes.parameters()), Weights.none(), trained, loss, moved, operations);
    }

    /** Puts the coordinates where they belong among those of all rows, by the numbers of the rows. */
    void scatter(float[] coordinates, int parts, int dim) {
        float[] own = codes.parameters();
        for (int i = 0; i * dim < own.length; i++) {
            System.arraycopy(own, i * dim, coordinates, (part + i * parts) * dim, dim);
        }
    }
}

package org.gne.data;

import java.io.Serializable;
import java.util.List;

/**
 * What the vectors of a {@link Column.Kind#VECTOR} column were made of, so that vectors of new rows can be made in the same way.
 *
 * @param size the number of values of a vector, at least 1
 * @param model the name of the embedding model, as its embedder gives it; empty if the vectors came with the data
 * @param columns the columns of the source whose texts were embedded, in this order; empty if the vectors came with the data
 * @param weight how much the vector counts beside all other columns together, above 0; 1 for as much as they do. Without
 *     other columns it does not matter
 * @serial exclude
 */
public record VectorSource(int size, String model, List<String> columns, double weight) implements Serializable {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the size is below 1, or the weight is not above 0
     */
    public VectorSource {
        columns = List.copyOf(columns);
        if (size < 1) {
            throw new IllegalArgumentException("vectors of " + size + " values, expected at least 1");
        }
        if (!(weight > 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("weight of vectors: found " + weight + ", expected a number above 0");
        }
    }

    /** Vectors that came with the data. */
    public static VectorSource given(int size) {
        return new VectorSource(size, "", List.of(), 1);
    }
}

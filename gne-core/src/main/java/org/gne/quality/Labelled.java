package org.gne.quality;

import java.util.stream.IntStream;
import org.gne.data.Embedding;
import org.gne.data.Labels;

/** The rows of a map whose class is known. */
final class Labelled {

    private Labelled() {}

    /**
     * Their numbers, ascending.
     *
     * @throws IllegalArgumentException if the labels are not as many as the places
     */
    static int[] rows(Embedding embedding, Labels labels) {
        if (embedding.size() != labels.size()) {
            throw new IllegalArgumentException(
                    embedding.size() + " places for " + labels.size() + " labels, expected as many");
        }
        return IntStream.range(0, labels.size())
                .filter(row -> labels.classes()[row] >= 0)
                .toArray();
    }

    /** The places of some rows. */
    static Embedding places(Embedding embedding, int[] rows) {
        int dim = embedding.dim();
        float[] places = new float[rows.length * dim];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(embedding.values(), rows[i] * dim, places, i * dim, dim);
        }
        return new Embedding(places, dim);
    }
}

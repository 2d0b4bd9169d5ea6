package org.gne.io;

import java.io.IOException;
import java.util.List;
import org.gne.data.Samples;
import org.gne.data.StorageOptions;

/** Makes vectors of texts: an embedding model. The module {@code gne-text} has one. */
public interface TextVectors {

    /** The number of values of a vector. */
    int size();

    /** The name of the model, which model files keep: a model with the same name makes the same vectors. */
    String model();

    /**
     * The vectors of texts, of unit length.
     *
     * @param texts an empty text gets a missing vector, all NaN
     * @param listener receives the progress
     * @return {@code [texts, size]}
     * @throws IOException if the vectors cannot be stored
     */
    Samples embed(List<String> texts, StorageOptions storage, ReadListener listener) throws IOException;
}

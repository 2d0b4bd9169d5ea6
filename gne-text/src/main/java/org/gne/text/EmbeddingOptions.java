package org.gne.text;

/**
 * How an embedding model is used. The defaults are those of the sentence-transformers models.
 *
 * @param pooling how the vectors of tokens become one vector
 * @param window the largest number of tokens that the model gets at once, with those at the beginning and the end, at least
 *     8: a longer text is split into windows of about the same length, and their vectors are averaged. Models accept up to
 *     512 as a rule; many were trained on 256
 */
public record EmbeddingOptions(Pooling pooling, int window) {

    /** How the vectors of tokens become the vector of the text. Models that give one vector for a text need neither. */
    public enum Pooling {
        /** The mean of all tokens, as in most models. */
        MEAN,
        /** The first token, as in BGE models. */
        CLS
    }

    private static final int SHORTEST = 8;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a window is shorter than 8 tokens
     */
    public EmbeddingOptions {
        if (window < SHORTEST) {
            throw new IllegalArgumentException("window: found " + window + " tokens, expected at least " + SHORTEST);
        }
    }

    /** The mean of all tokens, in windows of 256 tokens. */
    public static EmbeddingOptions defaults() {
        return new EmbeddingOptions(Pooling.MEAN, 256);
    }
}

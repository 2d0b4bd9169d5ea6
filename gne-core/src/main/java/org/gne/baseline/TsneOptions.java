package org.gne.baseline;

/**
 * Options of t-SNE. The defaults are those of openTSNE, with the momenta of van der Maaten (2014).
 *
 * @param perplexity the effective number of neighbours, at least 1; limited to a third of the other rows
 * @param iterations the number of all iterations, at least 1
 * @param exaggerated the number of first iterations, in which neighbours attract each other more
 * @param exaggeration the factor of the attraction in those, at least 1; limited to the number of neighbourhoods of 3 x
 *     perplexity rows
 * @param learningRate the learning rate of the gradient descent, or 0 for the number of rows divided by the current
 *     exaggeration (Belkina et al. 2019)
 */
public record TsneOptions(
        double perplexity, int iterations, int exaggerated, double exaggeration, double learningRate) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public TsneOptions {
        if (!(perplexity >= 1)) {
            throw new IllegalArgumentException("perplexity: found " + perplexity + ", expected at least 1");
        }
        if (iterations < 1 || exaggerated < 0) {
            throw new IllegalArgumentException("iterations: found " + iterations + ", " + exaggerated
                    + " of them exaggerated, expected at least 1 and 0");
        }
        if (!(exaggeration >= 1) || !(learningRate >= 0)) {
            throw new IllegalArgumentException("exaggeration " + exaggeration + " and learning rate " + learningRate
                    + ", expected at least 1 and 0");
        }
    }

    /** Perplexity 30; 750 iterations, the first 250 with an exaggeration of 12. */
    public static TsneOptions defaults() {
        return new TsneOptions(30, 750, 250, 12, 0);
    }

    /** The same options with another perplexity, at least 1; typical 5 to 50. */
    public TsneOptions withPerplexity(double value) {
        return new TsneOptions(value, iterations, exaggerated, exaggeration, learningRate);
    }

    /** The same options with another number of all iterations, at least 1. */
    public TsneOptions withIterations(int value) {
        return new TsneOptions(perplexity, value, exaggerated, exaggeration, learningRate);
    }
}

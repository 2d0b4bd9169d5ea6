package org.gne.baseline;

/**
 * How t-SNE is done. The defaults are openTSNE's, with the momenta of van der Maaten (2014).
 *
 * @param perplexity effective number of neighbours, at least 1; where a third of the other rows is fewer, that is taken
 * @param iterations in all, at least 1
 * @param exaggerated first iterations, in which neighbours attract each other more
 * @param exaggeration factor of the attraction in those, at least 1; no more than there are neighbourhoods of 3 x perplexity
 *     rows is taken
 * @param learningRate of the gradient descent, or 0 for the rows divided by the exaggeration of the moment (Belkina et al. 2019)
 */
public record TsneOptions(
        double perplexity, int iterations, int exaggerated, double exaggeration, double learningRate) {

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

    /** Perplexity 30; 750 iterations, the first 250 exaggerated 12 times. */
    public static TsneOptions defaults() {
        return new TsneOptions(30, 750, 250, 12, 0);
    }

    public TsneOptions withPerplexity(double value) {
        return new TsneOptions(value, iterations, exaggerated, exaggeration, learningRate);
    }

    public TsneOptions withIterations(int value) {
        return new TsneOptions(perplexity, value, exaggerated, exaggeration, learningRate);
    }
}

package org.gne.bench.cells;

import java.util.SplittableRandom;

/** Random numbers of the distributions of {@link Splat}. */
final class Variates {

    private final SplittableRandom random;

    Variates(long seed) {
        random = new SplittableRandom(seed);
    }

    double uniform() {
        return random.nextDouble();
    }

    double gaussian() {
        return random.nextGaussian();
    }

    /** The exponential of a normal variate. */
    double lognormal(double location, double scale) {
        return Math.exp(location + scale * gaussian());
    }

    /** Gamma with a shape and scale 1 (Marsaglia and Tsang 2000). */
    double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(1 - uniform(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = gaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + d * (1 - v + Math.log(v))) {
                return d * v;
            }
        }
    }

    /** Poisson: large means are halved by gamma variates (Ahrens and Dieter 1974), small ones by products of uniform ones. */
    int poisson(double mean) {
        if (mean > 30) {
            int n = (int) (mean * 7 / 8);
            double x = gamma(n);
            return x < mean ? n + poisson(mean - x) : binomial(n - 1, mean / x);
        }
        double end = Math.exp(-mean);
        int count = 0;
        for (double product = uniform(); product > end; product *= uniform()) {
            count++;
        }
        return count;
    }

    private int binomial(int n, double share) {
        int count = 0;
        for (int i = 0; i < n; i++) {
            count += uniform() < share ? 1 : 0;
        }
        return count;
    }

    /** An index with given weights. */
    int index(double[] weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double at = uniform() * total;
        int index = 0;
        while (index < weights.length - 1 && at >= weights[index]) {
            at -= weights[index++];
        }
        return index;
    }
}

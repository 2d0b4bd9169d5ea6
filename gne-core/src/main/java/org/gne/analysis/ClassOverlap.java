package org.gne.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.kernel.Parallel;
import org.gne.mixture.MapMixture;

/**
 * How far classes overlap on the map: for each pair of classes, the share of rows of one class in the region of the
 * other. It is computed from at most 20,000 labelled rows, chosen by the seed.
 *
 * @param names the names of the classes
 * @param rows the number of counted rows of each class
 * @param byNeighbors {@code [class][vote]}: the share of the rows of a class for which the 15 nearest other rows vote
 *     for each class. The shares of a class add up to 1; they are NaN for a class without rows
 * @param byMixture {@code [class][vote]}: the same, by the mean probability of each class in the mixture
 */
public record ClassOverlap(List<String> names, int[] rows, double[][] byNeighbors, double[][] byMixture) {

    private static final int MOST_ROWS = 20_000;

    /**
     * Two classes and their boundary.
     *
     * @param first index of a class
     * @param second index of another class, larger than {@code first}
     * @param byNeighbors the mean of the two shares by neighbours: 0 if the classes are apart, 1 if each lies inside
     *     the other
     * @param byMixture the mean of the two shares by the mixture
     */
    public record Pair(int first, int second, double byNeighbors, double byMixture) {}

    /**
     * Computes the overlap of all classes.
     *
     * @param mixture the mixture of the map, fitted with these labels
     * @throws IllegalArgumentException if the numbers of labels and points differ, or fewer than two rows have a class
     */
    public static ClassOverlap of(Embedding map, Labels labels, MapMixture mixture, long seed, Parallel parallel) {
        labels.requireOnePer(map);
        if (!labels.names().equals(mixture.names())) {
            throw new IllegalArgumentException("a mixture of " + mixture.names().size() + " classes for labels of "
                    + labels.names().size() + ", expected the same classes");
        }
        Voters voters = Voters.of(labels, MOST_ROWS, seed);
        int n = voters.rows().length;
        if (n < 2) {
            throw new IllegalArgumentException("overlap of classes: found " + n + " rows of a known class, expected 2");
        }
        int[] found = voters.classesOfEachOther(voters.places(map), seed, parallel);
        double[][] probabilities = new double[n][];
        parallel.run(n, (i, worker) -> probabilities[i] = mixture.classProbabilities(map.point(voters.rows()[i])));
        int classes = labels.names().size();
        int[] rows = new int[classes];
        double[][] byNeighbors = new double[classes][classes];
        double[][] byMixture = new double[classes][classes];
        for (int i = 0; i < n; i++) {
            int own = labels.classes()[voters.rows()[i]];
            rows[own]++;
            byNeighbors[own][found[i]]++;
            for (int as = 0; as < classes; as++) {
                byMixture[own][as] += probabilities[i][as];
            }
        }
        for (int of = 0; of < classes; of++) {
            for (int as = 0; as < classes; as++) {
                byNeighbors[of][as] /= rows[of];
                byMixture[of][as] /= rows[of];
            }
        }
        return new ClassOverlap(labels.names(), rows, byNeighbors, byMixture);
    }

    /** All pairs of classes that have rows, the largest overlap first. */
    public List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int a = 0; a < rows.length; a++) {
            for (int b = a + 1; b < rows.length; b++) {
                if (rows[a] > 0 && rows[b] > 0) {
                    pairs.add(new Pair(
                            a,
                            b,
                            (byNeighbors[a][b] + byNeighbors[b][a]) / 2,
                            (byMixture[a][b] + byMixture[b][a]) / 2));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::byNeighbors)
                .thenComparingDouble(Pair::byMixture)
                .reversed()
                .thenComparingInt(Pair::first)
                .thenComparingInt(Pair::second));
        return pairs;
    }
}

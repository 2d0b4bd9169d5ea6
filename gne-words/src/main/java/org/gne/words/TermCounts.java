package org.gne.words;

import java.util.List;
import java.util.function.IntFunction;
import org.gne.cluster.ClusterTree;

/**
 * In how many texts of each cluster each term is.
 *
 * @param tree the clusters
 * @param counts {@code [nodes][terms]}
 * @param texts {@code [nodes]}: the number of texts with words in each cluster
 */
record TermCounts(ClusterTree tree, int[][] counts, int[] texts) {

    /** A term in fewer texts of a cluster does not name it. */
    private static final int FEWEST = 3;

    /** A term is at least so many times commoner in a cluster that it names than around it. */
    private static final double MORE = 1.15;

    /** The least share of the texts of a cluster in which a term is that names it. */
    private static final double LEAST_SHARE = 0.04;

    static TermCounts of(
            ClusterTree tree, Vocabulary vocabulary, int[] rows, IntFunction<List<List<TextWords.Word>>> runs) {
        int nodes = tree.nodes().size();
        int[][] counts = new int[nodes][vocabulary.size()];
        int[] texts = new int[nodes];
        int last = tree.levels() - 1;
        for (int row : rows) {
            int id = tree.cluster(last, row);
            int[] terms = id < 0 ? new int[0] : vocabulary.numbers(runs.apply(row));
            if (terms.length > 0) {
                texts[id]++;
                for (int term : terms) {
                    counts[id][term]++;
                }
            }
        }
        // Children come after their parents.
        for (int id = nodes - 1; id >= 0; id--) {
            int parent = tree.nodes().get(id).parent();
            if (parent != ClusterTree.NONE) {
                texts[parent] += texts[id];
                for (int term = 0; term < vocabulary.size(); term++) {
                    counts[parent][term] += counts[id][term];
                }
            }
        }
        return new TermCounts(tree, counts, texts);
    }

    int of(int id, int term) {
        return counts[id][term];
    }

    /** How well each term names a cluster: {@code [terms]}; 0 where it does not. */
    double[] scores(ClusterTree.Node node) {
        List<ClusterTree.Node> level = tree.level(node.level());
        int[] own = counts[node.id()];
        double[] scores = new double[own.length];
        long all = 0;
        int read = 0;
        int[] everywhere = new int[own.length];
        for (ClusterTree.Node other : level) {
            read += texts[other.id()];
            for (int term = 0; term < own.length; term++) {
                everywhere[term] += counts[other.id()][term];
                all += counts[other.id()][term];
            }
        }
        double average = (double) all / level.size();
        double least = Math.max(FEWEST, LEAST_SHARE * texts[node.id()]);
        for (int term = 0; term < own.length; term++) {
            if (own[term] >= least) {
                double share = (double) own[term] / texts[node.id()];
                scores[term] = share
                        * StrictMath.log(1 + average / everywhere[term])
                        * lift(node, term, share, (double) everywhere[term] / read);
            }
        }
        return scores;
    }

    /** How much commoner a term is than in the parent, or in all texts, as a root; 0 if it is not. */
    private double lift(ClusterTree.Node node, int term, double share, double everywhere) {
        double around = node.parent() == ClusterTree.NONE
                ? everywhere
                : (double) counts[node.parent()][term] / texts[node.parent()];
        return share < MORE * around ? 0 : Math.sqrt(share / around);
    }
}

package org.gne.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.gne.cluster.ClusterNamer;
import org.gne.cluster.ClusterTree;

/**
 * Names clusters by words and phrases of the texts of their rows, by class-based TF-IDF: M. Grootendorst, BERTopic: Neural topic
 * modeling with a class-based TF-IDF procedure (arXiv 2203.05794). The frequency of a term in a cluster is weighted by {@code log(1 + A /
 * f)}, where f is how often all clusters of the level have it, and A the mean number of terms of a cluster.
 *
 * <p>Departures: a term counts once per text, so that one long text does not name a cluster. A term also counts by how
 * much commoner it is in the cluster than in the parent, on level 0 than in all texts. A phrase stands for its words where most of these stand in it, and of two terms
 * with a common word only the better one is taken.
 *
 * @param texts one per row of the map; empty for a row without one
 * @param words how texts are split
 */
public record PhraseNamer(List<String> texts, TextWords words) implements ClusterNamer {

    /** Of more texts, this many are read, evenly spread over the rows. */
    private static final int MOST_TEXTS = 100_000;

    /** A phrase stands for a word if it is in at least this share of the word's texts. */
    private static final double PHRASE = 0.5;

    /** How many of the best terms are looked at for phrases. */
    private static final int CANDIDATES = 60;

    private static final int TERMS = 10;

    /** A term beside the best one has at least this share of its score. */
    private static final double GOOD = 0.2;

    /** Names by texts in English. */
    public static PhraseNamer english(List<String> texts) {
        return new PhraseNamer(texts, new TextWords(Language.ENGLISH));
    }

    @Override
    public List<List<String>> terms(ClusterTree tree) {
        if (texts.size() != tree.rows()) {
            throw new IllegalArgumentException(
                    "names: found " + texts.size() + " texts for " + tree.rows() + " rows, expected as many");
        }
        int read = Math.min(texts.size(), MOST_TEXTS);
        int[] rows = IntStream.range(0, read)
                .map(i -> (int) ((long) i * texts.size() / read))
                .toArray();
        Vocabulary vocabulary = Vocabulary.of(() ->
                Arrays.stream(rows).mapToObj(row -> words.runs(texts.get(row))).iterator());
        TermCounts counts = TermCounts.of(tree, vocabulary, rows, row -> words.runs(texts.get(row)));
        List<List<String>> terms = new ArrayList<>();
        for (ClusterTree.Node node : tree.nodes()) {
            terms.add(best(vocabulary, counts, node));
        }
        return terms;
    }

    private static List<String> best(Vocabulary vocabulary, TermCounts counts, ClusterTree.Node node) {
        double[] scores = counts.scores(node);
        double highest = Arrays.stream(scores).max().orElse(0);
        List<Integer> ranked = IntStream.range(0, scores.length)
                .filter(term -> scores[term] > 0 && scores[term] >= GOOD * highest)
                .boxed()
                .sorted((a, b) -> scores[a] != scores[b] ? Double.compare(scores[b], scores[a]) : Integer.compare(a, b))
                .limit(CANDIDATES)
                .toList();
        List<String> found = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (int term : ranked) {
            int phrase = phrase(vocabulary, counts, node.id(), term, ranked);
            List<String> parts = List.of(vocabulary.key(phrase).split(" "));
            if (found.size() < TERMS && parts.stream().noneMatch(used::contains)) {
                found.add(vocabulary.text(phrase));
                used.addAll(parts);
            }
        }
        return found;
    }

    /** The longest phrase that has most texts of a term, or the term itself. */
    private static int phrase(Vocabulary vocabulary, TermCounts counts, int id, int term, List<Integer> ranked) {
        String inside = " " + vocabulary.key(term) + " ";
        int best = term;
        for (int other : ranked) {
            boolean longer =
                    vocabulary.key(other).length() > vocabulary.key(best).length();
            if (longer
                    && (" " + vocabulary.key(other) + " ").contains(inside)
                    && counts.of(id, other) >= PHRASE * counts.of(id, term)) {
                best = other;
            }
        }
        return best;
    }
}

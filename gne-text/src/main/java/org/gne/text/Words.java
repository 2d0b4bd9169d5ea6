package org.gne.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * The words that set some texts apart from all texts. A word has a probability, the weighted share of these texts that have
 * it, and is ranked by its part of the Kullback-Leibler divergence from all texts, {@code p log(p / p of all)}: a word of all texts
 * gets 0.
 */
public final class Words {

    /**
     * A word.
     *
     * @param word in the form that is most frequent in all texts, in lower case
     * @param probability the weighted share of the texts that have it, 0 to 1
     * @param lift the probability divided by the share of all texts that have it
     */
    public record Word(String word, double probability, double lift) {}

    /** A word of a text: its stem, by which forms count as one, and its form. */
    private record Token(String stem, String form) {}

    private static final int FEW = 4;

    private final Analyzer analyzer;
    private final List<? extends String> texts;
    /** The number of texts that have each stem. */
    private final Map<String, Integer> frequency = new HashMap<>();
    /** How often each form of a stem occurs. */
    private final Map<String, Map<String, Integer>> forms = new HashMap<>();

    /**
     * Counts the words of all texts.
     *
     * @param language the language of the texts: {@link Language}
     * @throws IllegalArgumentException if the language is not known
     */
    public Words(String language, List<String> texts) {
        this.analyzer = Language.analyzer(language);
        this.texts = texts;
        for (String text : texts) {
            Set<String> seen = new HashSet<>();
            for (Token token : tokens(text)) {
                forms.computeIfAbsent(token.stem, unseen -> new HashMap<>()).merge(token.form, 1, Integer::sum);
                if (seen.add(token.stem)) {
                    frequency.merge(token.stem, 1, Integer::sum);
                }
            }
        }
    }

    /**
     * The words that set some texts apart.
     *
     * @param rows the indices of these texts
     * @param weights the weight of each, at least 0
     * @param most the largest number of words
     * @return the words that are more frequent in these texts than in all, the first of them says most; of more than {@value #FEW}
     *     texts, words that at least two of them have
     */
    public List<Word> of(int[] rows, double[] weights, int most) {
        Map<String, Double> near = new HashMap<>();
        Map<String, Integer> having = new HashMap<>();
        double total = 0;
        for (int i = 0; i < rows.length; i++) {
            total += weights[i];
            Set<String> seen = new HashSet<>();
            for (Token token : tokens(texts.get(rows[i]))) {
                if (seen.add(token.stem)) {
                    near.merge(token.stem, weights[i], Double::sum);
                    having.merge(token.stem, 1, Integer::sum);
                }
            }
        }
        Map<Word, Double> scores = new HashMap<>();
        for (Map.Entry<String, Double> each : near.entrySet()) {
            double probability = each.getValue() / total;
            // One text more than there are: a word of a single text is no surprise.
            double usual = (frequency.getOrDefault(each.getKey(), 0) + 1.0) / (texts.size() + 1.0);
            boolean common = rows.length <= FEW || having.getOrDefault(each.getKey(), 0) > 1;
            if (common && probability > usual) {
                Word word = new Word(form(each.getKey()), probability, probability / usual);
                scores.put(word, probability * Math.log(probability / usual));
            }
        }
        Comparator<Word> order = Comparator.comparing(word -> -scores.getOrDefault(word, 0.0));
        return scores.keySet().stream()
                .sorted(order.thenComparing(Word::word))
                .limit(most)
                .toList();
    }

    private String form(String stem) {
        return forms.getOrDefault(stem, Map.of()).entrySet().stream()
                .min(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(stem);
    }

    private List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("text", text)) {
            CharTermAttribute stem = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offsets = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                String form = text.substring(offsets.startOffset(), offsets.endOffset());
                if (stem.length() > 0 && !stem.toString().chars().allMatch(Character::isDigit)) {
                    tokens.add(new Token(stem.toString(), form.toLowerCase(Locale.ROOT)));
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }
}

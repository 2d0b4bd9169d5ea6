package org.gne.words;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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

    private static final int FEW = 4;

    private final TextWords splitter;
    private final List<? extends String> texts;
    /** The number of texts that have each word, by its key. */
    private final Map<String, Integer> frequency = new HashMap<>();
    /** How often each form of a word occurs. */
    private final Map<String, Map<String, Integer>> forms = new HashMap<>();

    /**
     * Counts the words of all texts.
     *
     * @param language the language of the texts
     */
    public Words(Language language, List<String> texts) {
        this.splitter = new TextWords(language);
        this.texts = texts;
        for (String text : texts) {
            Set<String> seen = new HashSet<>();
            for (TextWords.Word word : words(text)) {
                String form = word.text().toLowerCase(Locale.ROOT);
                forms.computeIfAbsent(word.key(), unseen -> new HashMap<>()).merge(form, 1, Integer::sum);
                if (seen.add(word.key())) {
                    frequency.merge(word.key(), 1, Integer::sum);
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
            for (TextWords.Word word : words(texts.get(rows[i]))) {
                if (seen.add(word.key())) {
                    near.merge(word.key(), weights[i], Double::sum);
                    having.merge(word.key(), 1, Integer::sum);
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

    private String form(String key) {
        return forms.getOrDefault(key, Map.of()).entrySet().stream()
                .min(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(key);
    }

    private List<TextWords.Word> words(String text) {
        return splitter.runs(text).stream().flatMap(List::stream).toList();
    }
}

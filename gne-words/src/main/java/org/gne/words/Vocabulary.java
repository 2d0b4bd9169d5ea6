package org.gne.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Words, and phrases of two and three words, of some texts: each with the number of texts that it is in. */
final class Vocabulary {

    /** The most words of a phrase. */
    private static final int LONGEST = 3;

    /** Terms in fewer texts name nothing. */
    private static final int FEWEST = 3;

    /** The most terms that are kept. */
    private static final int MOST = 50_000;

    /** When so many different terms were found, those that were found once are forgotten. */
    private static final int CROWDED = 3_000_000;

    /** A word is written in lower case if at least this share of it stands so. */
    private static final double LOWER = 0.2;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> keys = new ArrayList<>();
    private final Map<String, String> shown = new HashMap<>();

    private Vocabulary() {}

    /** The vocabulary of some texts, the commonest terms first. */
    static Vocabulary of(Iterable<List<List<TextWords.Word>>> texts) {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Map<String, Integer>> forms = new HashMap<>();
        for (List<List<TextWords.Word>> runs : texts) {
            for (List<TextWords.Word> run : runs) {
                for (TextWords.Word word : run) {
                    forms.computeIfAbsent(word.key(), key -> new TreeMap<>()).merge(word.text(), 1, Integer::sum);
                }
            }
            terms(runs).forEach(term -> counts.merge(term, 1, Integer::sum));
            if (counts.size() > CROWDED) {
                counts.values().removeIf(count -> count < 2);
            }
        }
        Vocabulary vocabulary = new Vocabulary();
        counts.entrySet().stream()
                .filter(each -> each.getValue() >= FEWEST)
                .sorted(Comparator.comparing((Map.Entry<String, Integer> each) -> -each.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST)
                .forEach(each -> {
                    vocabulary.numbers.put(each.getKey(), vocabulary.keys.size());
                    vocabulary.keys.add(each.getKey());
                });
        forms.forEach((key, texts_) -> vocabulary.shown.put(key, shown(texts_)));
        return vocabulary;
    }

    /** The form of a word that is shown: the commonest, in lower case unless it hardly ever stands so. */
    private static String shown(Map<String, Integer> forms) {
        int all = 0;
        int lower = 0;
        String commonest = "";
        String commonestLower = "";
        for (Map.Entry<String, Integer> form : forms.entrySet()) {
            int count = form.getValue();
            all += count;
            commonest = count > forms.getOrDefault(commonest, 0) ? form.getKey() : commonest;
            if (form.getKey().codePoints().noneMatch(Character::isUpperCase)) {
                lower += count;
                commonestLower = count > forms.getOrDefault(commonestLower, 0) ? form.getKey() : commonestLower;
            }
        }
        return lower >= LOWER * all ? commonestLower : commonest;
    }

    /** The different terms of a text, by their keys. */
    private static Set<String> terms(List<List<TextWords.Word>> runs) {
        Set<String> terms = new HashSet<>();
        for (List<TextWords.Word> run : runs) {
            for (int from = 0; from < run.size(); from++) {
                StringBuilder term = new StringBuilder();
                for (int to = from; to < Math.min(run.size(), from + LONGEST); to++) {
                    term.append(to == from ? "" : " ").append(run.get(to).key());
                    terms.add(term.toString());
                }
            }
        }
        return terms;
    }

    int size() {
        return keys.size();
    }

    String key(int term) {
        return keys.get(term);
    }

    /** The number of a term, or -1 if it is not in the vocabulary. */
    int number(String key) {
        return numbers.getOrDefault(key, -1);
    }

    /** The numbers of the different terms of a text that are in the vocabulary. */
    int[] numbers(List<List<TextWords.Word>> runs) {
        return terms(runs).stream()
                .mapToInt(this::number)
                .filter(term -> term >= 0)
                .sorted()
                .toArray();
    }

    /** A term as it is shown. */
    String text(int term) {
        StringBuilder text = new StringBuilder();
        for (String word : key(term).split(" ")) {
            text.append(text.length() == 0 ? "" : " ").append(shown.get(word));
        }
        return text.toString();
    }
}

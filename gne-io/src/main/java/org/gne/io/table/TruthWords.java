package org.gne.io.table;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Words that stand for true and false: in any case, a column has one pair of them. */
final class TruthWords {

    /** True first. */
    private static final List<List<String>> PAIRS =
            List.of(List.of("true", "false"), List.of("yes", "no"), List.of("t", "f"), List.of("y", "n"));

    private TruthWords() {}

    /** Whether some texts are of one pair; a single word is. */
    static boolean arePair(Collection<String> texts) {
        return !texts.isEmpty()
                && texts.size() <= 6
                && PAIRS.stream().anyMatch(pair -> texts.stream().allMatch(text -> pair.contains(lower(text))));
    }

    /** 1 for true, 0 for false, NaN for anything else. */
    static double value(String text) {
        String word = lower(text);
        for (List<String> pair : PAIRS) {
            if (pair.contains(word)) {
                return word.equals(pair.get(0)) ? 1 : 0;
            }
        }
        return Double.NaN;
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}

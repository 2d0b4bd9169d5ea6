package org.gne.io.table;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Pairs of words for true and false, in upper or lower case. A column of booleans has one of the pairs. */
final class TruthWords {

    /** The pairs, true first. */
    private static final List<List<String>> PAIRS =
            List.of(List.of("true", "false"), List.of("yes", "no"), List.of("t", "f"), List.of("y", "n"));

    private TruthWords() {}

    /** Whether all texts belong to one pair; there may be only one text. */
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

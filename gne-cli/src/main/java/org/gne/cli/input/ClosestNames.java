package org.gne.cli.input;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The names that a mistyped name may have meant. */
final class ClosestNames {

    private static final int MOST = 5;

    private ClosestNames() {}

    /**
     * The closest names, closest first: the same but for upper and lower case, then those with the fewest letters to insert, delete or
     * replace (Levenshtein 1966), at most a third of the letters; names that begin with it are as close as one letter.
     */
    static List<String> of(String wanted, Collection<String> names) {
        String low = wanted.toLowerCase(Locale.ROOT);
        int most = Math.max(1, low.length() / 3);
        record Near(String name, int distance) {}
        return names.stream()
                .map(name -> new Near(name, distance(low, name.toLowerCase(Locale.ROOT))))
                .filter(near -> near.distance() <= most)
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .limit(MOST)
                .map(Near::name)
                .toList();
    }

    private static int distance(String a, String b) {
        int letters = letters(a, b);
        return letters > 1 && b.startsWith(a) ? 1 : letters;
    }

    private static int letters(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}

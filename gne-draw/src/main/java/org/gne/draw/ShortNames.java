package org.gne.draw;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Short forms of the names of classes, for figures: one line of at most 24 characters, different for each class. Of a longer name, a part
 * in the middle is left out: what it shares with the most similar name, so that names with a long common beginning can be told apart.
 */
public final class ShortNames {

    private static final int MOST = 24;
    private static final String CUT = "\u2026";
    /** The characters before the cut, if the end matters. */
    private static final int HEAD = 7;
    /** So many names before and after a name are compared with it. */
    private static final int NEAR = 500;

    private final String[] names;

    private ShortNames(String[] names) {
        this.names = names;
    }

    /**
     * Shortens the names of classes.
     *
     * @param names one per class
     */
    public static ShortNames of(List<String> names) {
        String[] lines = names.stream().map(ShortNames::line).toArray(String[]::new);
        Integer[] order = IntStream.range(0, lines.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> lines[a].compareTo(lines[b]));
        int[] with = new int[lines.length];
        for (int i = 1; i < order.length; i++) {
            with[i] = shared(lines[order[i]], lines[order[i - 1]]);
        }
        int[] at = new int[lines.length];
        String[] shortened = new String[lines.length];
        for (int i = 0; i < order.length; i++) {
            at[i] = Math.max(with[i], i == order.length - 1 ? 0 : with[i + 1]);
            shortened[order[i]] = shortened(lines[order[i]], at[i]);
        }
        tellApart(lines, order, with, at, shortened);
        return new ShortNames(shortened);
    }

    /**
     * Names whose short forms are equal, such as those of the same topic in different groups, are cut where more names still agree; names
     * that differ nowhere near such a place get numbers.
     *
     * @param order the names in alphabetical order
     * @param with {@code [names]}: the characters that a name in that order shares with the one before it
     * @param at {@code [names]}: the characters after which a name in that order is cut; changed in place
     */
    private static void tellApart(String[] lines, Integer[] order, int[] with, int[] at, String[] shortened) {
        boolean changed = true;
        while (changed) {
            changed = false;
            Set<String> equal = equal(shortened);
            for (int i = 0; i < order.length; i++) {
                int name = order[i];
                if (equal.contains(shortened[name]) && lines[name].length() > MOST) {
                    int before = at[i];
                    at[i] = sharedByMore(with, i, before);
                    shortened[name] = at[i] < before ? shortened(lines[name], at[i]) : shortened[name];
                    changed |= at[i] < before;
                }
            }
        }
        Map<String, Integer> used = new HashMap<>();
        for (int name = 0; name < shortened.length; name++) {
            int number = used.merge(shortened[name], 1, Integer::sum);
            if (number > 1) {
                String end = CUT + "(" + number + ")";
                shortened[name] =
                        shortened[name].substring(0, Math.min(shortened[name].length(), MOST - end.length())) + end;
            }
        }
    }

    private static Set<String> equal(String[] names) {
        Set<String> seen = new HashSet<>();
        Set<String> equal = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                equal.add(name);
            }
        }
        return equal;
    }

    /** The largest number of characters, below a given one, that a name shares with another one near it in the order. */
    private static int sharedByMore(int[] with, int i, int most) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int j = i; j > Math.max(0, i - NEAR) && least > best; j--) {
            least = Math.min(least, with[j]);
            best = least < most ? Math.max(best, least) : best;
        }
        least = Integer.MAX_VALUE;
        for (int j = i + 1; j < Math.min(with.length, i + NEAR) && least > best; j++) {
            least = Math.min(least, with[j]);
            best = least < most ? Math.max(best, least) : best;
        }
        return best;
    }

    private static String line(String name) {
        String line = name.replaceAll("\\p{Cntrl}", " ").strip();
        return line.isEmpty() ? "(no name)" : line;
    }

    private static int shared(String a, String b) {
        int length = 0;
        while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
            length++;
        }
        return length;
    }

    /**
     * @param shared the number of characters at the beginning that another name has too
     */
    private static String shortened(String name, int shared) {
        if (name.length() <= MOST) {
            return name;
        }
        int start = wordStart(name, shared);
        int tail = MOST - HEAD - CUT.length();
        if (start <= HEAD + 1 || name.length() - start < tail) {
            // The end holds the difference, or the beginning does: keep both.
            int head = start <= HEAD + 1 ? MOST / 2 : HEAD;
            return name.substring(0, head).strip()
                    + CUT
                    + name.substring(name.length() - (MOST - head - 1)).strip();
        }
        String own =
                name.substring(start, Math.min(name.length(), start + tail)).strip();
        boolean toTheEnd = start + tail >= name.length();
        return name.substring(0, HEAD).strip() + CUT + own + (toTheEnd ? "" : CUT);
    }

    /** The beginning of the word in which names differ, unless that is far before the difference. */
    private static int wordStart(String name, int shared) {
        int start = shared;
        while (start > 0 && shared - start < HEAD && Character.isLetterOrDigit(name.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** The short name of a class. */
    public String get(int label) {
        return names[label];
    }
}

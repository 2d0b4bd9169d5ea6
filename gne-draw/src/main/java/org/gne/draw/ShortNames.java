package org.gne.draw;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Short forms of the names of classes, for figures: one line of at most 24 characters. Of a longer name, a part in the middle is left
 * out: what it shares with the most similar name, so that names with a long common beginning can be told apart.
 */
public final class ShortNames {

    private static final int MOST = 24;
    private static final String CUT = "\u2026";
    /** The characters before the cut, if the end matters. */
    private static final int HEAD = 7;

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
        String[] shortened = new String[lines.length];
        for (int i = 0; i < order.length; i++) {
            String name = lines[order[i]];
            int before = i == 0 ? 0 : shared(name, lines[order[i - 1]]);
            int after = i == order.length - 1 ? 0 : shared(name, lines[order[i + 1]]);
            shortened[order[i]] = shortened(name, Math.max(before, after));
        }
        Set<String> used = new HashSet<>();
        for (int i = 0; i < shortened.length; i++) {
            // Names that differ in nothing that is shown stay long.
            shortened[i] = used.add(shortened[i]) ? shortened[i] : lines[i];
        }
        return new ShortNames(shortened);
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

package org.gne.draw;

import java.util.List;

/** Breaks the name of a cluster into two lines of about the same length. */
public final class NameLines {

    /** Names up to this length are one line. */
    private static final int ONE = 18;

    private static final int LONGEST = 30;

    private NameLines() {}

    /**
     * The lines of a name.
     *
     * @return one or two lines of at most 30 characters each; the middle of a longer line is left out
     */
    public static List<String> of(String name) {
        String line = name.replaceAll("\\p{Cntrl}", " ").strip();
        if (line.length() <= ONE) {
            return List.of(line);
        }
        int best = -1;
        for (int at = line.indexOf(' '); at >= 0; at = line.indexOf(' ', at + 1)) {
            // A break after a comma is better than one within a phrase.
            if (best < 0 || cost(line, at) < cost(line, best)) {
                best = at;
            }
        }
        return best < 0 ? List.of(cut(line)) : List.of(cut(line.substring(0, best)), cut(line.substring(best + 1)));
    }

    private static int cost(String line, int at) {
        return Math.abs(2 * at + 1 - line.length()) + (line.charAt(at - 1) == ',' ? 0 : 8);
    }

    /** A line without its middle if it is too long. */
    private static String cut(String line) {
        int half = LONGEST / 2;
        return line.length() <= LONGEST
                ? line
                : line.substring(0, half).strip() + "\u2026"
                        + line.substring(line.length() - half + 1).strip();
    }
}

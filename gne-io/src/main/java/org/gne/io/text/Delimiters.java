package org.gne.io.text;

import java.util.List;
import org.gne.io.CellText;
import org.gne.io.InputSource;

/**
 * Finds the delimiter of a text table: the tab if the name of the file says so, else the most frequent of the usual delimiters in the
 * first line. Another one is better if only that makes records of the same length, or if it makes more numbers: in {@code 1,5;2,5}
 * the semicolon does.
 *
 * @hidden internal
 */
public final class Delimiters {

    private static final String USUAL = ",;\t|";

    private Delimiters() {}

    /** The delimiter of a text. */
    public static char of(InputSource source, TextSample sample) {
        String name = source.unpackedName();
        if (name.endsWith(".tsv") || name.endsWith(".tab")) {
            return '\t';
        }
        int[] counts = inFirstLine(sample.text());
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        char best = USUAL.charAt(most);
        double share = counts[most] == 0 ? -1 : numbers(sample.records(best));
        for (int i = 0; i < counts.length; i++) {
            if (i != most && counts[i] > 0) {
                double other = numbers(sample.records(USUAL.charAt(i)));
                if (other > Math.max(0, share)) {
                    best = USUAL.charAt(i);
                    share = other;
                }
            }
        }
        // Spaces are common inside of values: they are delimiters only if nothing else is.
        boolean free = share < 0 || (best == '\t' && share == 0);
        return free && numbers(withoutCounts(sample.records(TextRecords.BLANKS))) > 0 ? TextRecords.BLANKS : best;
    }

    private static int[] inFirstLine(String text) {
        int[] counts = new int[USUAL.length()];
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if ((c == '\n' || c == '\r') && !quoted) {
                break;
            } else if (!quoted && USUAL.indexOf(c) >= 0) {
                counts[USUAL.indexOf(c)]++;
            }
        }
        return counts;
    }

    /**
     * The share of columns that hold numbers, maybe with decimal commas, below the first record; -1 if the records have different
     * lengths, or one field.
     */
    private static double numbers(List<List<String>> records) {
        int width = records.isEmpty() ? 0 : records.get(0).size();
        if (width < 2 || records.stream().anyMatch(record -> record.size() != width)) {
            return -1;
        }
        int numbers = 0;
        for (int i = 0; i < width; i++) {
            int column = i;
            List<List<String>> below = records.size() == 1 ? records : records.subList(1, records.size());
            numbers += below.stream().allMatch(record -> isNumber(record.get(column))) ? 1 : 0;
        }
        return (double) numbers / width;
    }

    private static boolean isNumber(String field) {
        String bare = field.strip();
        return bare.isEmpty()
                || bare.equals("?")
                || bare.equals("NA")
                || bare.equalsIgnoreCase("nan")
                || !Double.isNaN(CellText.number(bare.replace(',', '.')));
    }

    /** The records without a first one that holds only their number and the number of values, as word2vec writes it. */
    private static List<List<String>> withoutCounts(List<List<String>> records) {
        return records.size() > 1 && isCounts(records.get(0), records.get(1))
                ? records.subList(1, records.size())
                : records;
    }

    /** Whether a first record holds only the number of records and the number of values beside a word. */
    public static boolean isCounts(List<String> first, List<String> second) {
        return first.size() == 2
                && CellText.isWhole(first.get(0))
                && CellText.isWhole(first.get(1))
                && second.size() > 2
                && CellText.number(first.get(1)) == second.size() - 1
                && Double.isNaN(CellText.number(second.get(0)));
    }
}

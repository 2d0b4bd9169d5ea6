package org.gne.io.table;

import java.util.Arrays;
import java.util.StringTokenizer;
import org.gne.io.CellText;
import org.jspecify.annotations.Nullable;

/** A list of numbers in one cell, as embeddings are often stored: {@code [0.1, 0.2]} or, as NumPy prints it, {@code [0.1 0.2]}. */
final class NumberList {

    private static final String BETWEEN = ", \t\r\n\u00a0";

    private NumberList() {}

    /** The numbers of a text, NaN for {@code null}, {@code None} and {@code NaN}; null if it is no list of numbers. */
    static float @Nullable [] of(String text) {
        String bare = text.strip();
        if (bare.length() < 3 || bare.charAt(0) != '[' || bare.charAt(bare.length() - 1) != ']') {
            return null;
        }
        StringTokenizer parts = new StringTokenizer(bare.substring(1, bare.length() - 1), BETWEEN);
        float[] numbers = new float[16];
        int count = 0;
        while (parts.hasMoreTokens()) {
            String part = parts.nextToken();
            double number = CellText.number(part);
            if (Double.isNaN(number) && !isMissing(part)) {
                return null;
            }
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            numbers[count++] = (float) number;
        }
        return count == 0 ? null : Arrays.copyOf(numbers, count);
    }

    private static boolean isMissing(String part) {
        return part.equals("null") || part.equals("None") || part.equalsIgnoreCase("nan");
    }
}

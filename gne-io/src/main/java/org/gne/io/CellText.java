package org.gne.io;

/**
 * Parses the text of a cell.
 *
 * @hidden internal
 */
public final class CellText {

    /** Any number of this many digits fits into a long. */
    private static final int SAFE_DIGITS = 18;

    private CellText() {}

    /** The number in a text, or NaN if the text is not a number. Spaces around it are ignored. */
    public static double number(String text) {
        int length = text.length();
        if (length > 0 && length <= SAFE_DIGITS && isDigit(text.charAt(0))) {
            long value = 0;
            for (int i = 0; i < length; i++) {
                char c = text.charAt(i);
                if (!isDigit(c)) {
                    return decimal(text);
                }
                value = 10 * value + (c - '0');
            }
            return value;
        }
        return decimal(text);
    }

    /**
     * Texts that Java parses as a number, but nobody means as one (1f, 0x1p3, a letter d at the end), are not numbers.
     */
    private static double decimal(String text) {
        String bare = text.strip();
        boolean digit = false;
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            digit |= isDigit(c);
            if (!isDigit(c) && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return infinity(bare);
            }
        }
        try {
            return digit ? Double.parseDouble(bare) : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static double infinity(String text) {
        boolean negative = text.startsWith("-");
        String bare = negative || text.startsWith("+") ? text.substring(1) : text;
        boolean infinite = bare.equalsIgnoreCase("inf") || bare.equalsIgnoreCase("infinity");
        return infinite ? (negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY) : Double.NaN;
    }

    /** Whether a text is a whole number of at most 64 bits. */
    public static boolean isWhole(String text) {
        String bare = text.strip();
        int sign = bare.startsWith("-") || bare.startsWith("+") ? 1 : 0;
        return bare.length() - sign <= SAFE_DIGITS
                && bare.length() > sign
                && bare.chars().skip(sign).allMatch(c -> isDigit((char) c));
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

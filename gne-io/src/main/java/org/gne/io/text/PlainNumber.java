package org.gne.io.text;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;

/**
 * Parses numbers as programs write them, directly from characters. Most have few digits, so that one division or multiplication of
 * two numbers without rounding errors gives the nearest double (W. D. Clinger: How to read floating point numbers accurately, 1990).
 */
final class PlainNumber {

    /** Powers of ten that doubles hold exactly. */
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    /** Any number of this many digits fits into a long. */
    private static final int SAFE_DIGITS = 18;

    /** Whole numbers up to this one are doubles. */
    private static final long EXACT = 1L << 53;

    private boolean whole;
    private boolean point;

    /** Whether a number of these digits is a double, which a division by a power of ten up to 22 rounds to the nearest one. */
    static boolean isExact(int digits, long value) {
        return digits <= SAFE_DIGITS && value <= EXACT;
    }

    /** A whole number that {@link #isExact}, divided by a power of ten up to 22. */
    static double shifted(long value, int places) {
        return value / POWERS[places];
    }

    /** Whether the last number is a whole number of at most 18 digits. */
    boolean isWhole() {
        return whole;
    }

    /** Whether the last number has a decimal point. */
    boolean hasPoint() {
        return point;
    }

    /**
     * The number in some characters.
     *
     * @return the nearest double, or NaN if there is anything but digits, a sign, a point and an exponent
     */
    double parse(char[] text, int start, int end) {
        whole = false;
        point = false;
        int at = start;
        boolean negative = at < end && text[at] == '-';
        if (negative || (at < end && text[at] == '+')) {
            at++;
        }
        long value = 0;
        int first = at;
        while (at < end && isDigit(text[at])) {
            value = 10 * value + (text[at++] - '0');
        }
        int digits = at - first;
        int fraction = 0;
        if (at < end && text[at] == '.') {
            point = true;
            int from = ++at;
            while (at < end && isDigit(text[at])) {
                value = 10 * value + (text[at++] - '0');
            }
            fraction = at - from;
            digits += fraction;
        }
        if (digits == 0) {
            return Double.NaN;
        }
        whole = at == end && !point && digits <= SAFE_DIGITS;
        int exponent = 0;
        if (at < end) {
            if (text[at] != 'e' && text[at] != 'E') {
                return Double.NaN;
            }
            boolean down = ++at < end && text[at] == '-';
            if (down || (at < end && text[at] == '+')) {
                at++;
            }
            int from = at;
            while (at < end && isDigit(text[at])) {
                exponent = Math.min(10 * exponent + (text[at++] - '0'), 10_000);
            }
            if (at < end || at == from) {
                return Double.NaN;
            }
            exponent = down ? -exponent : exponent;
        }
        int power = exponent - fraction;
        if (!isExact(digits, value) || power < -22 || power > 22) {
            return JavaDoubleParser.parseDouble(text, start, end - start);
        }
        double found = power < 0 ? value / POWERS[-power] : value * POWERS[power];
        return negative ? -found : found;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

package org.gne.io.export;

import org.gne.io.CellText;

/**
 * Texts that spreadsheets would take for formulas: those that begin with {@code =}, {@code +}, {@code -}, {@code @}, a tab or a carriage
 * return. An apostrophe before them makes them texts; numbers stay as they are. Reading removes it again.
 */
final class SpreadsheetText {

    private static final String FORMULA = "=+-@\t\r";

    private SpreadsheetText() {}

    /** A text that no spreadsheet takes for a formula. */
    static String guarded(String text) {
        return isFormula(text) && Double.isNaN(CellText.number(text)) ? "'" + text : text;
    }

    /** The text before {@link #guarded}. */
    static String plain(String text) {
        return text.startsWith("'") && isFormula(text) ? text.substring(1) : text;
    }

    /** Whether a text begins as a formula does, also after apostrophes. */
    private static boolean isFormula(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        return at < text.length() && FORMULA.indexOf(text.charAt(at)) >= 0;
    }
}

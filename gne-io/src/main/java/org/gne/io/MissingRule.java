package org.gne.io;

import java.io.Serializable;
import java.util.Collection;
import java.util.Set;

/**
 * Which texts in the cells of a column mean a missing value. Some do in every column; others, such as {@code ?}, only in columns
 * of numbers, booleans and dates, because in a column of texts they may be values.
 *
 * @hidden internal
 * @serial exclude
 */
public final class MissingRule implements Serializable {

    private static final long serialVersionUID = 1;

    /** The texts for a missing value that pandas and R write and read. */
    private static final Set<String> ANYWHERE =
            Set.of("NA", "N/A", "n/a", "#N/A", "NaN", "nan", "-NaN", "-nan", "null", "NULL", "<NA>");

    /** Texts for a missing value in columns of numbers, booleans and dates only. */
    private static final Set<String> AMONG_NUMBERS = Set.of("None", "?", "-");

    private final boolean usual;
    private final Set<String> texts;
    /** Usual texts that are values in this column. */
    private final Set<String> kept;
    /** The texts that are numbers. */
    private final double[] numbers;

    MissingRule(boolean usual, Collection<String> texts) {
        this(usual, Set.copyOf(texts), Set.of());
    }

    private MissingRule(boolean usual, Set<String> texts, Set<String> kept) {
        this.usual = usual;
        this.texts = texts;
        this.kept = kept;
        this.numbers = texts.stream()
                .mapToDouble(CellText::number)
                .filter(number -> !Double.isNaN(number))
                .toArray();
    }

    /** The rule for a source that marks missing values itself: without the usual texts. */
    public MissingRule asked() {
        return new MissingRule(false, texts, kept);
    }

    /** The same rule, but one of the usual texts is a value. */
    public MissingRule keeping(String text) {
        return new MissingRule(usual, texts, Set.of(text));
    }

    /** Whether the user named a text. */
    public boolean isAsked(String text) {
        return texts.contains(text);
    }

    /** Whether a cell of a column of texts is missing. */
    public boolean isMissing(String text) {
        if (text.isEmpty()) {
            return true;
        }
        // Most cells are short numbers, which the first character shows.
        if (!CellText.isDigit(text.charAt(0))) {
            String bare = text.strip();
            if (bare.isEmpty() || isUsual(bare) || texts.contains(bare)) {
                return true;
            }
        } else if (!texts.isEmpty() && texts.contains(text.strip())) {
            return true;
        }
        return numbers.length > 0 && isMissing(CellText.number(text));
    }

    private boolean isUsual(String bare) {
        return usual && ANYWHERE.contains(bare) && !kept.contains(bare);
    }

    /** Whether a cell of a column of numbers, booleans or dates is missing. */
    public boolean isMissingAmongNumbers(String text) {
        return isMissing(text) || isMissingOnlyAmongNumbers(text);
    }

    /** Whether a cell would be missing in a column of numbers, but not in a column of texts. */
    public boolean isMissingOnlyAmongNumbers(String text) {
        return usual && text.length() <= 8 && AMONG_NUMBERS.contains(text.strip());
    }

    /** Whether texts that begin with a digit, a sign or a point can mean a missing value, because the user named some. */
    public boolean namesNumbers() {
        return !texts.isEmpty();
    }

    /** Whether a number means a missing value. */
    public boolean isMissing(double number) {
        for (double each : numbers) {
            if (each == number) {
                return true;
            }
        }
        return false;
    }
}

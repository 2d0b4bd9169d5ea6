package org.gne.io;

import java.util.Collection;
import java.util.Set;

/**
 * Which texts in the cells of one column mean that a value is missing. Some mean it in any column; others, such as {@code ?},
 * only beside numbers, booleans and dates, since they may be values among texts.
 */
public final class MissingRule {

    /** Missing in any column, as pandas and R write and read it. */
    private static final Set<String> ANYWHERE =
            Set.of("NA", "N/A", "n/a", "#N/A", "NaN", "nan", "-NaN", "-nan", "null", "NULL", "<NA>");

    /** Missing among numbers, booleans and dates; a value among texts. */
    private static final Set<String> AMONG_NUMBERS = Set.of("None", "?", "-");

    private final boolean usual;
    private final Set<String> texts;
    /** Usual ones that are values all the same. */
    private final Set<String> kept;
    /** Those of the texts that are numbers. */
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

    /** The same for a source that says itself what is missing: the usual texts are values. */
    public MissingRule asked() {
        return new MissingRule(false, texts, kept);
    }

    /** The same, with one of the usual texts a value unless it was asked for. */
    public MissingRule keeping(String text) {
        return new MissingRule(usual, texts, Set.of(text));
    }

    /** Whether a text was asked for. */
    public boolean isAsked(String text) {
        return texts.contains(text);
    }

    /** Whether a cell of a column of texts has no value. */
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

    /** Whether a cell has no value if the others of the column are numbers, booleans or dates. */
    public boolean isMissingAmongNumbers(String text) {
        return isMissing(text) || isMissingOnlyAmongNumbers(text);
    }

    /** Whether a cell is missing in a column of numbers, and would be a value in a column of texts. */
    public boolean isMissingOnlyAmongNumbers(String text) {
        return usual && text.length() <= 8 && AMONG_NUMBERS.contains(text.strip());
    }

    /** Whether a number stands for a missing value. */
    public boolean isMissing(double number) {
        for (double each : numbers) {
            if (each == number) {
                return true;
            }
        }
        return false;
    }
}

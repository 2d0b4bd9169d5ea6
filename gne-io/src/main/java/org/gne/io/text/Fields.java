package org.gne.io.text;

import java.util.List;

/**
 * The fields of a record. They are valid until the next record is read.
 *
 * @hidden internal
 */
public interface Fields {

    /** The number of fields. */
    int size();

    /** The text of a field. */
    String text(int field);

    /**
     * The number in a field, if it is written as programs write numbers: digits, maybe with a sign, a decimal point and an exponent,
     * nothing else. It is the same as {@link org.gne.io.CellText#number} of the text. NaN for any other field; its text says more.
     */
    default double plainNumber(int field) {
        return Double.NaN;
    }

    /** Whether the field for which {@link #plainNumber} was called last is a whole number of at most 18 digits. */
    default boolean isWhole() {
        return false;
    }

    /** Whether the field for which {@link #plainNumber} was called last has a decimal point. */
    default boolean hasPoint() {
        return false;
    }

    /**
     * Fields that are texts already.
     *
     * @hidden internal
     */
    record OfList(List<String> texts) implements Fields {

        @Override
        public int size() {
            return texts.size();
        }

        @Override
        public String text(int field) {
            return texts.get(field);
        }
    }
}

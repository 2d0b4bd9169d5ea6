package org.gne.data;

/**
 * Something that is known of each row beside the row itself and its label: how many molecules were counted in a cell, for
 * example. It is not fitted; tables hold it, and figures and the page colour rows by it.
 *
 * @param name what it is called, such as {@code total}
 * @param values one per row
 */
public record RowFact(String name, RowLabels values) {

    /** A number of each row. */
    public static RowFact of(Target numbers) {
        return new RowFact(numbers.name(), numbers);
    }
}

package org.gne.io.table;

import org.jspecify.annotations.Nullable;

/** What a first pass over all rows finds out about the lists of numbers in a column of texts. */
final class ListSurvey {

    private int count;
    private int length;
    private TextSurvey.@Nullable Place odd;

    /** Adds a text, and returns whether it is a list of numbers. */
    boolean add(String text, TextSurvey.Rows place) {
        float[] numbers = NumberList.of(text);
        if (numbers == null) {
            return false;
        }
        if (count == 0) {
            length = numbers.length;
        } else if (numbers.length != length && odd == null) {
            odd = new TextSurvey.Place("a list of " + numbers.length + " numbers", place.place());
        }
        count++;
        return true;
    }

    /** The number of texts that are lists. */
    int count() {
        return count;
    }

    /** The length of the first list. */
    int length() {
        return length;
    }

    /** The first list of another length, or null. */
    TextSurvey.@Nullable Place odd() {
        return odd;
    }
}

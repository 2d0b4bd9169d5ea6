package org.gne.explorer;

import java.util.List;

/** Finds the rows of a map of texts that are closest in meaning to a text. It serves several threads. */
public interface MeaningSearch {

    /**
     * Finds rows.
     *
     * @param text not blank
     * @param most the largest number of rows
     * @throws IllegalArgumentException if the text has no word that the embedding model knows
     */
    Found find(String text, int most);

    /**
     * What was found.
     *
     * @param place where the text lies on the map
     * @param words the words that set the closest rows apart from all, the first says most
     * @param rows the numbers of the closest rows, the closest first
     * @param cosines {@code [rows]}: of the vectors of the text and of each row; 1 is the same
     */
    record Found(float[] place, List<Word> words, int[] rows, float[] cosines) {}

    /**
     * A word.
     *
     * @param word in lower case
     * @param share the share of the closest rows that have it, 0 to 1; close rows count more
     */
    record Word(String word, double share) {}
}

package org.gne.results;

import java.util.List;
import org.gne.words.Language;
import org.jspecify.annotations.Nullable;

/**
 * How clusters are named, and which names are on the figure of a map.
 *
 * @param shown which names are drawn
 * @param texts the text of each row, by whose words clusters are named; null for the texts of the data, and if there are none for
 *     what else is known of the rows
 * @param language the language of the texts
 * @param given names by hand, or null
 */
public record NameOptions(
        Shown shown,
        @Nullable List<String> texts,
        Language language,
        @Nullable GivenNames given) {

    /** The names on a figure. */
    public enum Shown {
        /** Those of the classes if rows have some, else those of the clusters. */
        AUTO,
        /** None. */
        NONE,
        /** Those of the classes. */
        CLASSES,
        /** Those of the clusters. */
        CLUSTERS
    }

    /** Names by what is known of the rows. */
    public static NameOptions defaults() {
        return new NameOptions(Shown.AUTO, null, Language.ENGLISH, null);
    }

    /** The same with other names on the figure. */
    public NameOptions withShown(Shown value) {
        return new NameOptions(value, texts, language, given);
    }

    /**
     * Names by words of texts.
     *
     * @param values one per row, empty for a row without a text; or null
     */
    public NameOptions withTexts(@Nullable List<String> values, Language of) {
        return new NameOptions(shown, values, of, given);
    }

    /** The same with some names by hand. */
    public NameOptions withGiven(@Nullable GivenNames value) {
        return new NameOptions(shown, texts, language, value);
    }
}

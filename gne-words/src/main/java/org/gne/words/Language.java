package org.gne.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/** The languages whose stop words are known, from the lists of the Snowball project that come with Lucene. */
public enum Language {
    /** Danish. */
    DANISH,
    /** Dutch. */
    DUTCH,
    /** English. */
    ENGLISH,
    /** Finnish. */
    FINNISH,
    /** French. */
    FRENCH,
    /** German. */
    GERMAN,
    /** Hungarian. */
    HUNGARIAN,
    /** Italian. */
    ITALIAN,
    /** Norwegian. */
    NORWEGIAN,
    /** Portuguese. */
    PORTUGUESE,
    /** Russian. */
    RUSSIAN,
    /** Spanish. */
    SPANISH,
    /** Swedish. */
    SWEDISH,
    /** Any other language: without stop words, which {@link PhraseNamer} gives a low rank by their frequency. */
    OTHER;

    /** The words that say nothing of a text, in lower case. */
    CharArraySet stopWords() {
        if (this == OTHER) {
            return CharArraySet.EMPTY_SET;
        }
        String file = name().toLowerCase(Locale.ROOT) + "_stop.txt";
        try (InputStream in = SnowballFilter.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the list of stop words " + file + " is not in Lucene's jar");
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            return WordlistLoader.getSnowballWordSet(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

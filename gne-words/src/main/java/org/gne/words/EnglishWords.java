package org.gne.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * English words, of which only singular and plural are the same: Lucene's own analyzer of English takes {@code universe} and {@code
 * university} for one word, and knows only the 33 commonest stop words. These are the 174 of the Snowball project.
 */
final class EnglishWords extends Analyzer {

    private final CharArraySet stopWords = stopWords();

    @Override
    protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer words = new StandardTokenizer();
        TokenStream said = new StopFilter(new LowerCaseFilter(new EnglishPossessiveFilter(words)), stopWords);
        return new TokenStreamComponents(words, new EnglishMinimalStemFilter(said));
    }

    private static CharArraySet stopWords() {
        try (InputStream in = SnowballFilter.class.getResourceAsStream("english_stop.txt")) {
            if (in == null) {
                throw new IllegalStateException("the list of stop words english_stop.txt is not in Lucene's jar");
            }
            return WordlistLoader.getSnowballWordSet(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

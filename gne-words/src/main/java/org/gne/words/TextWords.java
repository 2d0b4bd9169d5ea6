package org.gne.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Splits texts into words by Lucene: word boundaries of Unicode (UAX 29), lower case, without stop words; forms of a word are
 * the same word, as far as its {@link Language} says. One object serves several threads.
 */
public final class TextWords {

    /** Words beyond this many of a text are not read. */
    private static final int MOST_WORDS = 400;

    /**
     * A word of a text.
     *
     * @param key what words are compared by
     * @param text the word as it stands in the text
     */
    public record Word(String key, String text) {}

    private final Analyzer analyzer;

    /** Words of a language. */
    public TextWords(Language language) {
        analyzer = language.analyzer();
    }

    /**
     * The words of a text in runs: between two runs is a stop word, a number or a punctuation mark, so that phrases lie within a run.
     */
    public List<List<Word>> runs(String text) {
        List<List<Word>> runs = new ArrayList<>();
        List<Word> run = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("text", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute step = tokens.addAttribute(PositionIncrementAttribute.class);
            tokens.reset();
            int end = 0;
            for (int n = 0; n < MOST_WORDS && tokens.incrementToken(); n++) {
                String key = term.toString();
                boolean isWord = key.codePoints().anyMatch(Character::isLetter) && key.length() > 1;
                boolean apart = step.getPositionIncrement() > 1 || !isGap(text, end, offset.startOffset());
                if (!run.isEmpty() && (apart || !isWord)) {
                    runs.add(run);
                    run = new ArrayList<>();
                }
                if (isWord) {
                    String shown = text.substring(offset.startOffset(), offset.endOffset());
                    run.add(new Word(key, shown.replaceFirst("['\u2019][sS]$", "")));
                }
                end = offset.endOffset();
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!run.isEmpty()) {
            runs.add(run);
        }
        return runs;
    }

    /** Whether between two words are only spaces and hyphens. */
    private static boolean isGap(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && c != '-' && c != '\u2019') {
                return false;
            }
        }
        return true;
    }
}

package org.gne.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gne.words.Words.Word;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final List<String> TEXTS = List.of(
            "the libraries of audio",
            "an audio library, and the libraries",
            "an audio player",
            "a chess engine",
            "the chess board",
            "a game of chess",
            "the rest of it",
            "");

    @Test
    void wordsSetSomeTextsApartFromAll() {
        List<Word> words = new Words(Language.ENGLISH, TEXTS).of(new int[] {0, 1, 2}, new double[] {1, 1, 1}, 2);
        assertThat(words).extracting(Word::word).containsExactly("audio", "libraries");
        assertThat(words.get(0).probability()).isEqualTo(1);
        assertThat(words.get(0).lift()).isCloseTo(9.0 / 4, within(1e-12));
        assertThat(words.get(1).probability()).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void weightsAreThoseOfTheTexts() {
        List<Word> words = new Words(Language.ENGLISH, TEXTS).of(new int[] {0, 3}, new double[] {1, 3}, 9);
        assertThat(words)
                .filteredOn(word -> word.word().equals("chess"))
                .extracting(Word::probability)
                .containsExactly(0.75);
        assertThat(words.get(0).word()).isIn("chess", "engine");
    }

    @Test
    void stopWordsAreThoseOfTheLanguage() {
        List<String> german = List.of("der Hund und die Katze", "das Haus");
        assertThat(new Words(Language.GERMAN, german).of(new int[] {0}, new double[] {1}, 9))
                .extracting(Word::word)
                .containsExactlyInAnyOrder("hund", "katze");
        assertThat(new Words(Language.OTHER, german).of(new int[] {0}, new double[] {1}, 9))
                .extracting(Word::word)
                .contains("hund", "katze", "und");
    }

    @Test
    void languagesHaveCodesAndNames() {
        assertThat(Language.of("DE")).isEqualTo(Language.GERMAN).isEqualTo(Language.of("german"));
        assertThatThrownBy(() -> Language.of("xx"))
                .hasMessageStartingWith("language: found 'xx', expected one of ar (arabic), zh (chinese)");
        for (Language language : Language.values()) {
            assertThat(Language.of(language.code())).isEqualTo(language).isEqualTo(Language.of(language.toString()));
        }
    }
}

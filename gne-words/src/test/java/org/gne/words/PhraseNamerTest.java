package org.gne.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gne.cluster.ClusterNames;
import org.gne.cluster.ClusterTree;
import org.gne.data.Embedding;
import org.junit.jupiter.api.Test;

class PhraseNamerTest {

    private static final int ROWS = 1200;

    private static final String[][] SUBJECTS = {
        {"The web browser of the desktop", "A fast web browser", "web browser for all users"},
        {"Puzzle games with levels", "A puzzle game", "The game is fun"},
        {"Library for Python programs", "Python library", "small Python library"},
    };

    private static Embedding map() {
        Random random = new Random(5);
        float[] values = new float[2 * ROWS];
        for (int row = 0; row < ROWS; row++) {
            values[2 * row] = (float) (random.nextGaussian() * 0.4 + row % 3 * 8);
            values[2 * row + 1] = (float) (random.nextGaussian() * 0.4 + row % 3 % 2 * 8);
        }
        return new Embedding(values, 2);
    }

    private static List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            String[] own = SUBJECTS[row % 3];
            texts.add(row % 17 == 0 ? "" : own[row / 3 % own.length] + ", and it is useful.");
        }
        return texts;
    }

    @Test
    void clustersAreNamedByTheirPhrases() {
        ClusterTree tree = ClusterTree.of(map());
        assertThat(tree.level(0)).hasSize(3);
        ClusterNames names = ClusterNames.of(tree, PhraseNamer.english(texts()));
        for (ClusterTree.Node node : tree.level(0)) {
            String name = names.name(node.id());
            switch (tree.rows(node.id())[0] % 3) {
                case 0 -> assertThat(name).startsWith("web browser");
                // The singular is shown, because it is commoner; the phrase is in most texts.
                case 1 -> assertThat(name).startsWith("puzzle game");
                default -> assertThat(name).startsWith("Python library");
            }
            // A word of all texts names nothing, and no word stands twice in a name.
            assertThat(name).doesNotContain("useful").doesNotContain("the ");
            assertThat(name.split("[ ,]+")).doesNotHaveDuplicates();
        }
    }

    @Test
    void otherNumbersOfTextsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhraseNamer.english(List.of("a")).terms(ClusterTree.of(map())))
                .withMessage("names: found 1 texts for 1200 rows, expected as many");
    }

    @Test
    void runsEndAtStopWordsNumbersAndPunctuation() {
        TextWords words = new TextWords(Language.ENGLISH);
        assertThat(words.runs("Fast clients of the user's choice, version 2 (new)"))
                .extracting(run -> run.stream().map(TextWords.Word::key).toList())
                .containsExactly(
                        List.of("fast", "client"), List.of("user", "choice"), List.of("version"), List.of("new"));
        assertThat(words.runs("")).isEmpty();
        assertThat(words.runs("\ud83d\ude00 \u05e9\u05dc\u05d5\u05dd \u4e16\u754c"))
                .isNotEmpty();
    }

    @Test
    void everyLanguageHasItsStopWords() {
        assertThat(new TextWords(Language.GERMAN).runs("der Hund und die Katze"))
                .extracting(run -> run.get(0).text())
                .containsExactly("Hund", "Katze");
        for (Language language : Language.values()) {
            assertThat(new TextWords(language).runs("alpha beta \u05e9\u05dc\u05d5\u05dd \u4e16\u754c"))
                    .isNotEmpty();
        }
    }
}

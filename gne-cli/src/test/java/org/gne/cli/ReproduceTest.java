package org.gne.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproduceTest {

    private static final List<String> FIGURES = List.of("1a", "1b", "1c", "1d", "1e", "1b-paper", "1c-paper");

    @TempDir
    static Path out;

    private static Run run;

    private static String page = "";

    @TempDir
    Path directory;

    @BeforeAll
    static void reproduce() throws IOException {
        run = Run.of("reproduce", "--limit", 150, "--paper-epochs", 4, "--threads", 2, "--quick", "--out", out);
        page = Files.readString(out.resolve("report.html"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> methods(Path folder) throws IOException {
        return (Map<String, Map<String, Object>>) JSON.std
                .mapFrom(Files.readString(folder.resolve("metrics.json")))
                .get("methods");
    }

    @Test
    void everyFigureOfThePaperIsDrawn() throws IOException {
        assertThat(run.code()).as(run.err()).isZero();
        for (String figure : FIGURES) {
            assertThat(ImageIO.read(out.resolve("figure-" + figure + ".png").toFile()))
                    .as(figure)
                    .isNotNull();
        }
        assertThat(methods(out).keySet()).containsExactly("tsne", "gne", "gne-paper", "vae");
        assertThat(methods(out).get("gne-paper"))
                .containsEntry("preset", "paper")
                .containsEntry("epochs", 4);
        assertThat(methods(out).get("gne")).containsEntry("preset", "default");
        assertThat(methods(out).get("vae")).containsKeys("heldOutMse", "klWeight");
        assertThat(methods(out).get("gne")).containsKey("heldOutMse");
        assertThat(methods(out).values())
                .allSatisfy(figures -> assertThat(figures)
                        .containsKeys("edgesOneFive", "edgesOneFiveRank", "bordersOneFive", "bordersMostPair"));
    }

    @Test
    void thePageHoldsItsPicturesAndAsksForNothing() {
        assertThat(page).doesNotContainPattern("https?://").doesNotContain("<script", "<link", "@import", "url(");
        assertThat(Pattern.compile("(src|href)=\"(?!data:)").matcher(page).find())
                .isFalse();
        // The seven figures and the losses.
        assertThat(Pattern.compile("<img ").matcher(page).results()).hasSize(FIGURES.size() + 1);
        assertThat(Pattern.compile("src=\"data:image/png;base64,[A-Za-z0-9+/=]{1000,}\"")
                        .matcher(page)
                        .results())
                .hasSize(FIGURES.size() + 1);
    }

    @Test
    void thePageHasTheLossesOfThePaperBesideOurs() throws IOException {
        double found = (double) methods(out).get("vae").get("reconstructionMse");
        assertThat(page)
                .contains("<td>VAE</td><td>0.0438</td>")
                .contains("<td>GNE (default)</td><td>0.0288</td>")
                .contains("<td>GNE (paper)</td><td>0.0288</td>")
                .contains("<td>" + String.format(Locale.ROOT, "%.4f", found) + "</td>")
                .contains("gne fit mnist --preset paper --epochs 4 --limit 150 --seed 1")
                .contains("first 150 of 60,000 rows");
        assertThat(run.err().lines().filter(line -> line.contains("than the VAE")))
                .hasSize(2);
    }

    @Test
    void theSeedAloneSaysWhichFigures() throws IOException {
        Run again = Run.of("reproduce", "--limit", 150, "--paper-epochs", 4, "--threads", 1, "-q", "--out", directory);
        assertThat(again).isEqualTo(new Run(0, "", ""));
        for (String figure : FIGURES) {
            String file = "figure-" + figure + ".png";
            assertThat(Arrays.equals(
                            Files.readAllBytes(directory.resolve(file)), Files.readAllBytes(out.resolve(file))))
                    .as(figure)
                    .isTrue();
        }
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        for (String option : List.of("--limit", "--paper-epochs", "--threads")) {
            Run refused = Run.of("reproduce", option, 0, "--out", directory.resolve("out"));
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).startsWith("gne: " + option + ": found 0, expected at least 1");
            assertThat(directory.resolve("out")).doesNotExist();
        }
    }
}

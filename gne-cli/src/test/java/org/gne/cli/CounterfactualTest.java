package org.gne.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CounterfactualTest {

    @TempDir
    static Path directory;

    private static Path out;

    /** Trees of three kinds: the taller the kind, the wider; oaks are evergreen. */
    @BeforeAll
    static void fit() throws IOException {
        StringBuilder csv = new StringBuilder("name,kind,height,width,ground,green\n");
        Random random = new Random(4);
        for (int i = 0; i < 240; i++) {
            int kind = i % 3;
            csv.append("tree ")
                    .append(i)
                    .append(',')
                    .append(new String[] {"elm", "oak", "ash"}[kind])
                    .append(',');
            csv.append(10 + 20 * kind + random.nextDouble()).append(',').append(1 + kind + 0.1 * random.nextDouble());
            csv.append(',')
                    .append(kind == 2 ? "sand" : "clay")
                    .append(',')
                    .append(kind == 1)
                    .append('\n');
        }
        Path table = Files.writeString(directory.resolve("trees.csv"), csv);
        out = directory.resolve("out");
        Run run = Run.of("fit", table, "--label", "kind", "--id", "name", "--preset", "fast", "-q", "--out", out);
        assertThat(run.code()).as(run.err()).isZero();
    }

    @Test
    void theWayToAnotherClassSaysWhatChangesAndEndsAtItsRows() {
        Run run = Run.of("counterfactual", out, "--row", "0", "--to", "ash");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("from: ")
                .containsPattern("height: 1\\d(\\.\\d+)? -> [2-5]\\d(\\.\\d+)?\n")
                .contains("ground: clay -> sand\n");
        assertThat(run.out().lines().filter(line -> line.startsWith("near: ")))
                .hasSize(4)
                .allMatch(line -> line.matches("near: row \\d+ at .*  tree \\d+  ash"));
    }

    @Test
    void theWayToAValueOrACategoryReachesIt() throws IOException {
        Path file = directory.resolve("way.csv");
        Run run = Run.of("counterfactual", out, "--row", "2", "--to", "height=12", "--out", file, "--steps", "5");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).containsPattern("height: 5\\d(\\.\\d+)? -> 1[0-2](\\.\\d+)?\n");
        assertThat(Files.readAllLines(file)).hasSize(6).first().asString().startsWith("x,y,height,width,ground,green");
        assertThat(Run.of("counterfactual", out, "--row", "2", "--to", "ground=clay")
                        .out())
                .contains("ground: sand -> clay\n");
        assertThat(Run.of("counterfactual", out, "--row", "0", "--to", "green=yes")
                        .out())
                .contains("  oak\n");
        assertThat(Run.of("counterfactual", out, "--row", "0", "--to", "height=900")
                        .out())
                .isEqualTo("no place of the map has height=900\n");
    }

    @Test
    void wrongCallsAreOneLine() {
        assertThat(Run.of("counterfactual", out, "--row", "0", "--to", "elk").err())
                .isEqualTo("gne: --to: found 'elk', expected a class (ash, elm, oak) or COLUMN=VALUE with one of"
                        + " height, width, ground, green\n");
        assertThat(Run.of("counterfactual", out, "--row", "0", "--to", "ground=mud")
                        .err())
                .isEqualTo("gne: --to ground=mud: found no such category, expected one of clay, sand\n");
        assertThat(Run.of("counterfactual", out, "--row", "240", "--to", "oak").err())
                .startsWith("gne: --row: found 240, expected 0 to 239");
        assertThat(Run.of("counterfactual", out, "--at", "1", "--to", "oak").err())
                .startsWith("gne: place 1: found 1 coordinates, expected 2");
        assertThat(Run.of("counterfactual", out, "--row", "0", "--to", "oak", "--out", "a.png")
                        .err())
                .startsWith("gne: --out a.png: expected a name that ends in .csv");
    }
}

package org.gne.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.gne.GneModel;
import org.gne.data.Target;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A label that is a number, in every command. */
class NumberLabelTest {

    private static final int ROWS = 300;

    @TempDir
    static Path directory;

    private static Path table;
    private static Path fit;
    private static Run fitted;

    /** Sizes of stones and their prices, of which every tenth is not known. */
    private static String rows(int from) {
        Random random = new Random(8 + from);
        StringBuilder text = new StringBuilder("x,y,z,price\n");
        for (int i = from; i < from + ROWS; i++) {
            double size = 1 + random.nextDouble();
            for (int axis = 0; axis < 3; axis++) {
                text.append(size + 0.03 * random.nextGaussian()).append(',');
            }
            text.append(i % 10 == 0 ? "" : "" + Math.round(100 * size * size * size))
                    .append('\n');
        }
        return text.toString();
    }

    @BeforeAll
    static void fitStones() throws IOException {
        table = Files.writeString(directory.resolve("stones.csv"), rows(0));
        fit = directory.resolve("fit");
        fitted = Run.of("fit", table, "--label", "price", "--epochs", 20, "--seed", 5, "--out", fit);
        assertThat(fitted.code()).as(fitted.err()).isZero();
    }

    private static Map<String, Object> json(Path file) throws IOException {
        return JSON.std.mapFrom(Files.readString(file));
    }

    @Test
    void fitSaysThatItIsANumberAndHowWellNeighboursPredictIt() throws IOException {
        assertThat(fitted.err().lines())
                .anyMatch(line -> line.startsWith("note: label price: its "))
                .anyMatch(line ->
                        line.endsWith("the label price is a number, shown on a colour scale, known of 270 of 300 rows"))
                .anyMatch(line -> line.matches("explained .*, 5-NN R2 0\\.\\d{4}, trustworthiness .*"));
        Map<String, Object> metrics = json(fit.resolve("metrics.json"));
        assertThat((Double) metrics.get("knnR2")).isBetween(0.8, 1.0);
        assertThat(metrics).doesNotContainKeys("knnAccuracy", "neighborhoodHit", "classIslands", "islandsPerClass");
        assertThat(metrics.get("target")).asString().contains("name=price", "known=270");
        assertThat(Files.readString(fit.resolve("embedding.csv"))
                        .lines()
                        .toList()
                        .get(2))
                .matches("1,[^,]+,[^,]+,\\d{3},[^,]+");
        Target target = Objects.requireNonNull(
                GneModel.load(fit.resolve("model.safetensors")).target());
        assertThat(target.name()).isEqualTo("price");
        assertThat(target.known()).isEqualTo(270);
    }

    @Test
    void laterCommandsKnowItWithoutTheData() throws IOException {
        Object found = json(fit.resolve("metrics.json")).get("knnR2");
        Run info = Run.of("info", fit, "--json");
        assertThat(JSON.std.mapFrom(info.out())).containsEntry("knnR2", found).doesNotContainKey("classes");
        assertThat(Run.of("info", fit).out()).containsPattern("target +\\{name=price, known=270, low=\\d+");
        for (Object map : List.of(fit, fit.resolve("model.safetensors"), fit.resolve("embedding.csv"))) {
            Run run = Run.of("evaluate", map, "--json", "-q");
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(JSON.std.mapFrom(run.out()))
                    .containsEntry("knnR2", found)
                    .doesNotContainKeys("classes", "knnAccuracy");
        }
        assertThat(Run.of("evaluate", fit).out())
                .contains("300 rows on a map of 2 dimensions, the label price is a number")
                .containsPattern("5-NN R2 +0\\.\\d{4} ");
        Run classes = Run.of("evaluate", fit.resolve("embedding.csv"), "--label-type", "class", "--json", "-q");
        assertThat(JSON.std.mapFrom(classes.out())).containsKey("knnAccuracy").doesNotContainKey("knnR2");
        Path exported = directory.resolve("map.csv");
        assertThat(Run.of("export", fit, "--format", "csv", "--out", exported).code())
                .isZero();
        assertThat(Files.readString(exported).lines().toList().get(2)).matches("1,[^,]+,[^,]+,\\d{3},[^,]+");
    }

    @Test
    void newRowsArePredictedFromThoseOfTheMap() throws IOException {
        Path others = Files.writeString(directory.resolve("others.csv"), rows(1000));
        Path placed = directory.resolve("placed.csv");
        Run run = Run.of("place", fit, others, "--label", "price", "--out", placed);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).containsPattern("explained 0\\.\\d+, 5-NN R2 0\\.\\d{4}");
        assertThat((Double) json(directory.resolve("placed.json")).get("knnR2")).isBetween(0.8, 1.0);
        assertThat(Files.readString(placed).lines().toList().get(2)).matches("1,[^,]+,[^,]+,\\d{3},.*");
    }

    @Test
    void whatNeedsClassesSaysSo() {
        Run inspect = Run.of("inspect", fit, table, "--label", "price", "--out", directory.resolve("inspected"));
        assertThat(inspect.code()).as(inspect.err()).isZero();
        assertThat(inspect.err())
                .contains("the label price is a number: no regions, no overlap, which need classes")
                .doesNotContain("regions.png");
        assertThat(Run.of("generate", fit, "--sample", 3, "--class", "900").err())
                .contains("--class: found '900'", "the label price of the model is a number, not a class");
        assertThat(Run.of("generate", fit, "--maximise", "price").err())
                .contains("the label price of the model is a number, not a class");
        Run weighted =
                Run.of("fit", table, "--label", "price", "--label-weight", 2, "--out", directory.resolve("weighted"));
        assertThat(weighted.code()).isEqualTo(2);
        assertThat(weighted.err()).contains("label weight 2.0: the label price is a number, expected classes");
    }

    @Test
    void comparedMethodsAreMeasuredByTheSameNumber() throws IOException {
        Path out = directory.resolve("compared");
        Run run = Run.of("compare", table, "--label", "price", "--methods", "gne,pca", "--epochs", 2, "--out", out);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Files.readString(out.resolve("table.csv"))
                        .lines()
                        .findFirst()
                        .orElseThrow())
                .contains(",knnR2,")
                .doesNotContain("knnAccuracy");
        assertThat(run.err()).contains("5-NN R2");
        assertThat(Files.readString(out.resolve("pca/embedding.csv"))
                        .lines()
                        .toList()
                        .get(2))
                .matches("1,[^,]+,[^,]+,\\d{3},[^,]+");
        Target kept = GneModel.load(out.resolve("gne/model.safetensors")).target();
        assertThat(Objects.requireNonNull(kept).known()).isEqualTo(270);
    }

    @Test
    void manyClassesAreSaid() throws IOException {
        StringBuilder text = new StringBuilder("a,b,kind\n");
        Random random = new Random(1);
        IntStream.range(0, 200)
                .forEach(i -> text.append(random.nextDouble())
                        .append(',')
                        .append(random.nextDouble())
                        .append(",k")
                        .append(i % 50)
                        .append('\n'));
        Path many = Files.writeString(directory.resolve("many.csv"), text);
        Run run = Run.of("fit", many, "--label", "kind", "--epochs", 1, "--out", directory.resolve("many"));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("; 50 classes, of which the 40 largest have colours and names");
    }
}

package org.gne.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gne.GneModel;
import org.gne.data.Dataset;
import org.gne.mnist.Mnist;
import org.gne.quality.MapQuality;
import org.gne.quality.Measure;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateTest {

    private static final List<String> FIGURES = List.of(
            "knnAccuracy",
            "neighborhoodHit",
            "classIslands",
            "islandsPerClass",
            "strayRows",
            "trustworthiness",
            "continuity",
            "distanceCorrelation",
            "reconstructionMse");

    @TempDir
    static Path fits;

    private static Path fit;

    @TempDir
    Path directory;

    @BeforeAll
    static void fitDigits() {
        fit = fits.resolve("digits");
        Run run = Run.of("fit", "mnist", "--limit", 600, "--epochs", 2, "--seed", 5, "--out", fit, "--quiet");
        assertThat(run.code()).isZero();
    }

    private static Map<String, Object> json(Object... args) throws IOException {
        Run run = Run.of(args);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return JSON.std.mapFrom(run.out());
    }

    @Test
    void aFitBesideItsDataHasTheFiguresThatTheFitWrote() throws IOException {
        Map<String, Object> metrics = JSON.std.mapFrom(Files.readString(fit.resolve("metrics.json")));
        Map<String, Object> found = json("evaluate", fit, "mnist", "--limit", 600, "--json", "-q");
        assertThat(found).containsEntry("rows", 600).containsEntry("scaling", "UNIT");
        assertThat(FIGURES)
                .allSatisfy(
                        name -> assertThat(found.get(name)).as(name).isNotNull().isEqualTo(metrics.get(name)));
    }

    @Test
    void aModelMeasuresItselfAsTheFitDid() throws IOException {
        Map<String, Object> metrics = JSON.std.mapFrom(Files.readString(fit.resolve("metrics.json")));
        GneModel model = GneModel.load(fit.resolve("model.safetensors"));
        MapQuality quality = model.quality(Mnist.train().limit(600), 1);
        for (Measure measure : Measure.values()) {
            assertThat(quality.has(measure)).as(measure.key()).isEqualTo(metrics.containsKey(measure.key()));
            boolean ofClasses = measure != Measure.HELD_OUT_MSE && measure != Measure.KNN_R2;
            assertThat(quality.has(measure)).as(measure.key()).isEqualTo(ofClasses);
        }
        Map<String, Object> written = JSON.std.mapFrom(JSON.std.asString(quality.byKey()));
        assertThat(metrics).containsAllEntriesOf(written);
        Dataset bare = new Dataset("bare", Mnist.train().limit(600).samples(), null);
        assertThat(model.quality(bare, 2)).isEqualTo(quality);
        assertThatThrownBy(() -> model.quality(Mnist.train().limit(599), 1))
                .hasMessage("600 places for 599 rows, expected as many");
    }

    @Test
    void coordinatesAloneHaveTheSameFiguresButTheDecoders() throws IOException {
        Map<String, Object> metrics = JSON.std.mapFrom(Files.readString(fit.resolve("metrics.json")));
        Object csv = fit.resolve("embedding.csv");
        Map<String, Object> found =
                json("evaluate", csv, "mnist", "--limit", 600, "--json", "-q", "--seed", 5, "--threads", 1);
        assertThat(found).doesNotContainKey("reconstructionMse");
        assertThat(FIGURES)
                .allSatisfy(name -> assertThat(found.getOrDefault(name, metrics.get(name)))
                        .as(name)
                        .isEqualTo(metrics.get(name)));
    }

    @Test
    void withoutDataTheClassesAreMeasured() throws IOException {
        Map<String, Object> found = json("evaluate", fit, "--json", "--quiet");
        assertThat(found).containsKeys("knnAccuracy", "classIslands").doesNotContainKeys("trustworthiness", "data");
    }

    @Test
    void peopleGetATable() {
        Run run = Run.of("evaluate", fit, "mnist", "--limit", 600);
        assertThat(run.code()).isZero();
        assertThat(run.out().lines())
                .anyMatch(line -> line.endsWith("digits: 600 rows on a map of 2 dimensions, 10 classes"))
                .contains("beside MNIST, training: 784 values a row, scaled: unit")
                .anyMatch(line -> line.matches("trustworthiness +0\\.\\d{4}   How far neighbours on the map .*"))
                .anyMatch(line -> line.matches("class islands +\\d+ +The number of separate pieces .*"))
                .anyMatch(line -> line.matches("islands per class +0: \\d+, 1: \\d+, .*, 9: \\d+"));
        assertThat(run.err().lines()).containsExactly("reading the data ...", "measuring the map ...");
    }

    @Test
    void helpSaysWhatIsMeasured() {
        String help = Run.of("evaluate", "--help").out();
        for (Measure measure : Measure.values()) {
            assertThat(help.contains(measure.meaning())).as(measure.key()).isEqualTo(measure != Measure.HELD_OUT_MSE);
        }
    }

    @Test
    void coordinatesOfOthersGoWithTheirTable() throws IOException {
        StringBuilder map = new StringBuilder("UMAP1,UMAP2\n");
        StringBuilder data = new StringBuilder("a,b,c,kind\n");
        for (int i = 0; i < 60; i++) {
            int kind = i % 3;
            map.append(10 * kind + i * 0.01).append(',').append(i % 7).append('\n');
            data.append(5 * kind + i % 5 * 0.1)
                    .append(',')
                    .append(kind)
                    .append(",")
                    .append(i % 4)
                    .append(",kind ")
                    .append(kind)
                    .append('\n');
        }
        Path mapFile = Files.writeString(directory.resolve("map.csv"), map);
        Path dataFile = Files.writeString(directory.resolve("data.csv"), data);
        Map<String, Object> found = json("evaluate", mapFile, dataFile, "--label", "kind", "--json", "-q");
        assertThat(found)
                .containsEntry("width", 3)
                .containsEntry("knnAccuracy", 1.0)
                .containsEntry("islandsPerClass", Map.of("kind 0", 1, "kind 1", 1, "kind 2", 1));
    }

    @Test
    void whatDoesNotBelongTogetherIsRefused() throws IOException {
        Path csv = fit.resolve("embedding.csv");
        wrong(
                Run.of("evaluate", csv, "mnist", "-q"),
                "gne: " + csv + ": 600 places, but MNIST, training has 60000 rows, expected as many"
                        + " (use --limit 600 if only the first rows are on the map)");
        wrong(
                Run.of("evaluate", fit, "mnist", "--limit", 20, "-q"),
                "gne: " + fit + ": 600 places, but MNIST, training has 20 rows, expected as many");
        Path bare = Files.writeString(directory.resolve("bare.csv"), "x,y\n1,2\n");
        wrong(
                Run.of("evaluate", bare),
                "gne: " + bare + ": found no column label or class beside the coordinates, expected one, or INPUT: the"
                        + " data of the map");
        wrong(
                Run.of("evaluate", directory),
                "gne: " + directory + ": found neither model.safetensors nor embedding.csv in this folder, expected the"
                        + " folder of a fit, or a file of coordinates");
        Path two = Files.writeString(directory.resolve("two.csv"), "x,y\n1,2\n3,4\n");
        wrong(Run.of("evaluate", two, two, "-q", "--threads", 0), "gne: --threads: found 0, expected at least 1");
    }

    private static void wrong(Run run, String message) {
        assertThat(run.err().strip()).isEqualTo(message);
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(2);
    }
}

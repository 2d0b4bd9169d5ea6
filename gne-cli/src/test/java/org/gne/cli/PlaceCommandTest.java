package org.gne.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceCommandTest {

    private static final String HEADER = "id,size,count,colour,old,kind";

    @TempDir
    static Path fits;

    /** A fit of a table of three kinds of rows, with gaps. */
    private static Path model;

    @TempDir
    Path directory;

    private static List<String> rows(int n, double gaps, long seed) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < n; i++) {
            int kind = i % 3;
            String[] cells = {
                "c" + i,
                Float.toString((float) (10 * kind + Math.round(100 * random.nextGaussian()) / 100.0)),
                Long.toString(50 + 30 * kind + Math.round(3 * random.nextGaussian())),
                List.of("red", "green", "blue").get(kind),
                Boolean.toString(kind == 1),
                List.of("a", "b", "c").get(kind)
            };
            for (int j = 1; j < 5; j++) {
                cells[j] = random.nextDouble() < gaps ? "" : cells[j];
            }
            lines.add(String.join(",", cells));
        }
        return lines;
    }

    @BeforeAll
    static void fitTable() throws IOException {
        Path table = Files.write(fits.resolve("table.csv"), rows(600, 0.1, 1));
        model = fits.resolve("model");
        assertThat(Run.of("fit", table, "--id", "id", "--label", "kind", "--preset", "fast", "--out", model, "-q"))
                .isEqualTo(new Run(0, "", ""));
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.write(directory.resolve(name), List.of(lines));
    }

    private Run place(Object input, Object... options) {
        return Run.of(Stream.concat(
                        Stream.of("place", model, input, "--out", directory.resolve("placed.csv")), Stream.of(options))
                .toArray());
    }

    @Test
    void newRowsGetPlacesErrorsAndFigures() throws IOException {
        Path table = Files.write(directory.resolve("new.csv"), rows(90, 0.2, 2));
        Run run = place(table, "--id", "id", "--label", "kind");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err().lines()).anyMatch(line -> line.startsWith("90 rows placed in "));
        List<String> lines = Files.readAllLines(directory.resolve("placed.csv"));
        assertThat(lines).hasSize(91);
        assertThat(lines.get(0)).isEqualTo("row,id,x,y,label,error,explainedShare,explained");
        assertThat(lines.get(2)).matches("1,c1,[-0-9.E]+,[-0-9.E]+,b,[0-9.E-]+,[0-9.E-]+,true");
        Map<String, Object> figures = JSON.std.mapFrom(Files.readString(directory.resolve("placed.json")));
        assertThat(figures).containsEntry("rows", 90).containsEntry("dim", 2);
        assertThat(((Number) figures.get("missingValues")).intValue()).isBetween(50, 200);
        assertThat(((Number) figures.get("heldOutMse")).doubleValue()).isBetween(0.0, 0.2);
        assertThat(((Number) figures.get("explainedShare")).doubleValue()).isBetween(0.5, 1.0);
        assertThat(((Number) figures.get("knnAccuracy")).doubleValue()).isGreaterThan(0.9);
        assertThat(((Number) figures.get("unexplained")).intValue()).isLessThan(5);
        assertThat(((Number) figures.get("seconds")).doubleValue()).isPositive();
    }

    @Test
    void columnsAreFoundByNameWhateverTheirOrderAndGapsAreFilled() throws IOException {
        // A column that is missing in every row, one more that the model does not know, another order.
        Path table = file("one.csv", "extra,old,colour,count,size", "x,true,,81,");
        Path whole = directory.resolve("whole.csv");
        assertThat(place(table, "--impute", whole, "-q")).isEqualTo(new Run(0, "", ""));
        List<String> lines = Files.readAllLines(whole);
        assertThat(lines.get(0)).isEqualTo("size,count,colour,old");
        assertThat(lines.get(1)).matches("[0-9.]+,81,green,true");
        assertThat(Double.parseDouble(lines.get(1).split(",")[0])).isBetween(7.0, 13.0);
        assertThat(Files.readAllLines(directory.resolve("placed.csv")).get(0))
                .isEqualTo("row,x,y,error,explainedShare,explained");
    }

    @Test
    void whatIsKnownIsWrittenAsItWas() throws IOException {
        List<String> lines = rows(30, 0, 3);
        Path table = Files.write(directory.resolve("new.csv"), lines);
        Path whole = directory.resolve("whole.csv");
        assertThat(place(table, "--id", "id", "--label", "kind", "--impute", whole, "-q")
                        .code())
                .isZero();
        List<String> found = Files.readAllLines(whole);
        // Numbers that are whole are written without a point.
        assertThat(found)
                .isEqualTo(lines.stream()
                        .map(line -> line.replaceAll("\\.0,", ","))
                        .toList());
    }

    @Test
    void infoSaysHowMuchOfTheTrainingRowsIsExplained() throws IOException {
        Map<String, Object> facts =
                JSON.std.mapFrom(Run.of("info", model, "--json").out());
        assertThat(((Number) facts.get("explained")).doubleValue()).isBetween(0.5, 1.0);
        assertThat(((Map<?, ?>) facts.get("leastExplained")).keySet().stream().map(Object::toString))
                .containsExactlyInAnyOrder("size", "count", "colour", "old");
    }

    @Test
    void aRowUnlikeTheTrainingIsSaidToBeUnexplained() throws IOException {
        Path table = file("new.csv", "size,count,colour,old", "0.3,50,red,false", "500,50,red,true");
        Run run = place(table);
        assertThat(run.err()).contains("the map does not explain 1 of them (50.0 %)");
        List<String> lines = Files.readAllLines(directory.resolve("placed.csv"));
        assertThat(lines.get(1)).endsWith(",true");
        assertThat(lines.get(2)).endsWith(",false");
    }

    @Test
    void rowsThatAreNotTheModelsAreRefusedByTheNameOfTheColumn() throws IOException {
        refuses(
                "bad.csv: line 2, column 'colour': found 'violet', expected one of the model's 3 categories",
                file("bad.csv", "size,count,colour,old", "1,2,violet,true"),
                "--strict");
        refuses(
                "no column 'colour', expected all of the model's 4 columns among size, count, old",
                file("bad.csv", "size,count,old", "1,2,true"),
                "--strict");
        refuses(
                "no columns 'count', 'colour', 'old', expected at least half of the model's 4 columns among size",
                file("bad.csv", "size", "1"));
        refuses(
                "line 2, column 'size': found 'small', expected numbers as the model has",
                file("bad.csv", "size,count,colour,old", "small,2,red,true"));
        refuses(
                "column 'old': found '7', expected true or false, or 1 or 0",
                file("bad.csv", "size,count,colour,old", "1,2,red,7"));
        refuses("rows of 784 values, expected 6 as the model has", "mnist-test");
        refuses(
                "--exclude: expected no option that selects columns",
                file("bad.csv", "size", "1"),
                "--exclude",
                "size");
        refuses(
                "--impute",
                "mnist-test",
                "--impute",
                directory.resolve("missing").resolve("whole.csv"));
        assertThat(Files.exists(directory.resolve("placed.csv"))).isFalse();
        assertThat(Files.exists(directory.resolve("placed.json"))).isFalse();
    }

    private void refuses(String message, Object input, Object... options) {
        Run run = place(input, options);
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("gne: ").contains(message);
        assertThat(run.err().strip().lines()).hasSize(1);
    }
}

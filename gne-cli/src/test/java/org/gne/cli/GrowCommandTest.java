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
import org.gne.GneModel;
import org.gne.data.Schema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowCommandTest {

    @TempDir
    static Path fits;

    private static Path table;

    private static Path model;

    @TempDir
    Path directory;

    /** Rows of kinds: colour, two numbers, and one more if {@code more}. */
    private static List<String> rows(int n, List<String> colours, boolean more, long seed) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>(List.of("id,colour,u,v,kind" + (more ? ",w" : "")));
        for (int i = 0; i < n; i++) {
            String colour = colours.get(i % colours.size());
            int kind = colour.length();
            String[] cells = {
                "r" + seed + "-" + i,
                colour,
                Double.toString(5 * kind + Math.round(100 * random.nextGaussian()) / 100.0),
                Double.toString(-3 * kind + Math.round(100 * random.nextGaussian()) / 100.0),
                colour,
                Double.toString(7 * kind + Math.round(100 * random.nextGaussian()) / 100.0)
            };
            lines.add(String.join(",", Stream.of(cells).limit(more ? 6 : 5).toList()));
        }
        return lines;
    }

    @BeforeAll
    static void fitTable() throws IOException {
        table = Files.write(fits.resolve("table.csv"), rows(300, List.of("red", "green"), false, 1));
        model = fits.resolve("model");
        Run run = Run.of("fit", table, "--id", "id", "--label", "kind", "--preset", "fast", "--out", model, "-q");
        assertThat(run).isEqualTo(new Run(0, "", ""));
    }

    private Path added(String name, List<String> colours, boolean more, long seed) throws IOException {
        return Files.write(directory.resolve(name), rows(120, colours, more, seed));
    }

    private Run grow(Path map, Path input, Path out, Object... options) {
        return Run.of(Stream.concat(Stream.of("grow", map, input, "--out", out, "--epochs", 6), Stream.of(options))
                .toArray());
    }

    @Test
    void aMapGrowsTwiceAndItsRowsAreFoundAgain() throws IOException {
        Path first = directory.resolve("first");
        Run run = grow(model, added("b.csv", List.of("red", "violet"), true, 2), first);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("column colour: 1 new category: violet", "column w: new, missing in the old rows")
                .containsPattern("the old rows moved by [0-9.]+ % of the map's standard deviation")
                .containsPattern("the new rows are of another kind: [0-9]+ % of them");
        GneModel grown = GneModel.load(first.resolve("model.safetensors"));
        assertThat(((Schema.Columns) grown.schema()).names())
                .containsExactly("colour=red", "colour=green", "colour=violet", "u", "v", "w");
        assertThat(grown.labels().names()).containsExactlyInAnyOrder("red", "green", "violet");
        assertThat(grown.ids().get(300)).isEqualTo("r2-0");
        List<String> drift = Files.readAllLines(first.resolve("drift.csv"));
        assertThat(drift).hasSize(421);
        assertThat(drift.get(0)).isEqualTo("row,id,kind,moved,explained,beforeX,beforeY");
        assertThat(drift.get(1)).matches("0,r1-0,old,[0-9.E-]+,,[0-9.E-]+,[0-9.E-]+");
        assertThat(drift.get(302)).matches("301,r2-1,new,[0-9.E-]+,false,[0-9.E-]+,[0-9.E-]+");
        Map<String, Object> figures = JSON.std.mapFrom(Files.readString(first.resolve("drift.json")));
        assertThat(((Number) figures.get("meanMove")).doubleValue()).isBetween(0.0, 0.05);
        assertThat((List<?>) figures.get("filled")).isNotEmpty();

        Path second = directory.resolve("second");
        run = grow(first, added("c.csv", List.of("green", "violet"), true, 3), second);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(GneModel.load(second.resolve("model.safetensors")).record().growths())
                .hasSize(2);
        assertThat(Run.of("info", second).out()).contains("growth 2").contains("120 rows added to 420, anchor");
        Run placed = Run.of("place", second, table, "--out", directory.resolve("placed.csv"));
        assertThat(placed.code()).as(placed.err()).isZero();
    }

    @Test
    void anInterruptedGrowthIsResumedByTheSameCall() throws IOException {
        Path input = added("d.csv", List.of("red", "blue"), false, 4);
        Path out = directory.resolve("out");
        assertThat(grow(model, input, out).code()).isZero();
        Run run = grow(model, input, out, "--resume");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("the fit there is finished");
    }

    @Test
    void changedOrAbsentRowsAreRefusedInOneLine() throws IOException {
        Path input = added("e.csv", List.of("red"), false, 5);
        Path moved = directory.resolve("moved");
        Path copy = Files.write(directory.resolve("copy.csv"), Files.readAllLines(table));
        assertThat(Run.of(
                        "fit",
                        copy,
                        "--id",
                        "id",
                        "--label",
                        "kind",
                        "--preset",
                        "fast",
                        "--epochs",
                        2,
                        "--out",
                        moved,
                        "-q"))
                .isEqualTo(new Run(0, "", ""));
        List<String> lines = new ArrayList<>(Files.readAllLines(copy));
        lines.set(1, lines.get(1).replace("red", "green"));
        Files.write(copy, lines);
        Run run = grow(moved, input, directory.resolve("x"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("these are not the rows of the map, or they have changed");
        Files.delete(copy);
        run = grow(moved, input, directory.resolve("x"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("the rows of the map: ", "--old INPUT", "--rehearse N");
        run = grow(moved, input, directory.resolve("x"), "--old", table);
        assertThat(run.code()).as(run.err()).isZero();
        run = grow(moved, input, directory.resolve("y"), "--rehearse", 100);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Files.readAllLines(directory.resolve("y/embedding.csv"))).hasSize(421);
    }

    @Test
    void wrongCallsAreRefused() throws IOException {
        Path input = added("f.csv", List.of("red"), false, 6);
        assertThat(grow(model, input, model).err()).contains("found the folder of the map itself");
        assertThat(grow(model, input, directory, "--rehearse", 0).err()).contains("--rehearse: found 0");
        assertThat(grow(model, input, directory, "--rehearse", 5, "--old", table)
                        .err())
                .contains("beside --old");
        assertThat(grow(model, input, directory, "--anchor", -1).err()).contains("anchor: found -1.0");
        assertThat(grow(model.resolve("model.safetensors"), input, directory).err())
                .contains("does not say where its rows are");
    }

    @Test
    void slicesMakeOneMapWithPaths() throws IOException {
        for (String month : List.of("2024-01", "2024-02")) {
            List<String> lines = rows(90, List.of("red", "green"), false, 7);
            Files.write(directory.resolve(month + ".csv"), lines);
        }
        Path out = directory.resolve("year");
        String pattern = directory + "/2024-*.csv";
        Run run = Run.of(
                "fit",
                pattern,
                "--file-column",
                "month",
                "--by",
                "month",
                "--id",
                "id",
                "--preset",
                "fast",
                "--epochs",
                4,
                "--out",
                out,
                "-q");
        assertThat(run).isEqualTo(new Run(0, "", ""));
        List<String> lines = Files.readAllLines(out.resolve("slices.csv"));
        assertThat(lines.get(0)).isEqualTo("row,id,slice,before,moved");
        assertThat(lines.get(1)).matches("0,r7-0,2024-01[^,]*,,");
        assertThat(lines.get(91)).matches("90,r7-0,2024-02[^,]*,0,[0-9.E-]+");
        GneModel map = GneModel.load(out.resolve("model.safetensors"));
        assertThat(map.record().tie()).isEqualTo(1);
        assertThat(((Schema.Columns) map.schema()).names()).doesNotContain("month");
        run = Run.of("export", out, "--format", "html", "--out", directory.resolve("page.html"));
        assertThat(run.code()).as(run.err()).isZero();
        Path april = Files.write(directory.resolve("april.csv"), rows(30, List.of("red", "green"), false, 8));
        assertThat(grow(out, april, directory.resolve("more")))
                .isEqualTo(new Run(
                        2,
                        "",
                        "gne: " + out
                                + ": found a map of slices, expected one without: rows cannot be added to it yet, fit all"
                                + " slices again\n"));
        assertThat(Run.of("fit", table, "--by", "kind", "--out", out).err()).contains("expected --id");
        assertThat(Run.of("fit", table, "--tie", 2, "--out", out).err()).contains("without --by");
    }
}

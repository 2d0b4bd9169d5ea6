package org.gne.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableInputTest {

    private static final String[] QUICK = {"--preset", "fast", "--epochs", "2", "--threads", "1"};

    @TempDir
    Path directory;

    @Test
    void whatColumnsAreIsPrintedAndNotesAreKept() throws IOException {
        StringBuilder text = new StringBuilder("row,when,height,sick,city,visits,flat,label\n");
        int[] visits = {0, 0, 1, 0, 0, 1, 0, 2, 0, 0, 5, 0, 0, 0, 1, 0, 9, 0, 1, 0};
        for (int i = 0; i < 60; i++) {
            text.append(i).append(",2020-0").append(1 + i % 9).append("-11,");
            text.append(i % 10 == 3 ? "-9999" : "" + i * 37 % 61 * 0.5).append(',');
            text.append(i % 2 == 0 ? "yes" : "no").append(',');
            text.append(i % 7 == 0 ? "" : i % 3 == 0 ? "Ulm" : "Bonn").append(',');
            text.append(visits[i % 20])
                    .append(",7,")
                    .append(i % 2 == 0 ? "a" : "b")
                    .append('\n');
        }
        Path file = Files.writeString(directory.resolve("t.csv"), text);
        Path out = directory.resolve("out");
        Run run = fit(file, out, "--label", "label");
        assertThat(run.code()).as(run.err()).isZero();
        List<String> notes = List.of(
                "column flat: left out, the same value in every row",
                "column row: left out, row numbers (--type row=real keeps it)",
                "column visits: read as counts: whole numbers, most of them 0 (--type visits=real changes it)",
                "column height: -9999 stands in 6 rows, far from all other values: if it means a missing value, use --missing -9999");
        notes.forEach(note -> assertThat(run.err()).contains("note: " + note + System.lineSeparator()));
        assertThat(run.err())
                .contains(
                        "numbers: height\n",
                        "counts: visits\n",
                        "booleans: sick\n",
                        "categories: city of 2\n",
                        "dates: when\n")
                .contains("rows are 5 columns, 9 values missing (3.0 %); 2 classes");
        assertThat(metrics(out.resolve("metrics.json")).get("notes")).isEqualTo(notes);

        Run quiet = fit(
                file, out, "--label", "label", "-q", "--missing", "-9999", "--type", "row=real", "--counts", "sick");
        assertThat(quiet.code()).isEqualTo(2);
        Run asked = fit(
                file,
                out,
                "--label",
                "label",
                "-q",
                "--missing",
                "-9999",
                "--type",
                "row=real",
                "--type",
                "visits=category",
                "--exclude",
                "flat");
        assertThat(asked.err()).isEmpty();
        assertThat(metrics(out.resolve("metrics.json"))).doesNotContainKey("notes");
    }

    @Test
    void newRowsWithUnknownCategoriesArePlacedUnlessStrict() throws IOException {
        Path file = write("train.csv", "a,b,c", 40, "x", "y");
        Path out = directory.resolve("out");
        assertThat(fit(file, out).code()).isZero();
        Path other = write("other.csv", "a,c", 9, "x", "z");
        Path places = directory.resolve("placed.csv");
        Run run = Run.of("place", out.toString(), other.toString(), "--out", places.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("note: column b of the model: not found, all values taken as missing")
                .contains("note: c: 4 values are none of the model's 2 categories ('z'): taken as missing");
        Map<String, Object> figures = metrics(directory.resolve("placed.json"));
        assertThat(figures).containsEntry("missingValues", 13);
        assertThat((List<?>) figures.get("notes")).hasSize(2);
        Run strict = Run.of("place", out.toString(), other.toString(), "--out", places.toString(), "--strict");
        assertThat(strict.code()).isEqualTo(2);
        assertThat(strict.err()).contains("no column 'b', expected all of the model's 3 columns");
        Run types = Run.of("place", out.toString(), other.toString(), "--type", "a=category");
        assertThat(types.code()).isEqualTo(2);
        assertThat(types.err()).contains("--type: expected no option that selects columns");
    }

    @Test
    void rowsWithGapsAreEvaluatedAndCompared() throws IOException {
        StringBuilder text = new StringBuilder("a,b,c,kind,class\n");
        for (int i = 0; i < 60; i++) {
            text.append(i % 7 == 3 ? "" : "" + (i % 2 * 4 + i * 31 % 17 * 0.1)).append(',');
            text.append(i % 2 * 3 + i * 13 % 19 * 0.1)
                    .append(',')
                    .append(i % 5 == 1 ? "NA" : "" + i % 11)
                    .append(',');
            text.append(i % 6 == 2 ? "" : i % 3 == 0 ? "x" : "y")
                    .append(",k")
                    .append(i % 2)
                    .append('\n');
        }
        String file = Files.writeString(directory.resolve("gaps.csv"), text).toString();
        Path out = directory.resolve("out");
        assertThat(fit(Path.of(file), out, "--label", "class").code()).isZero();
        Run evaluated = Run.of("evaluate", out.toString(), file, "--label", "class", "--json");
        assertThat(evaluated.code()).as(evaluated.err()).isZero();
        assertThat(evaluated.out()).contains("trustworthiness", "distanceCorrelation", "reconstructionMse");
        Path compared = directory.resolve("compared");
        Run run = Run.of(
                "compare",
                file,
                "--label",
                "class",
                "--out",
                compared.toString(),
                "--preset",
                "fast",
                "--epochs",
                "2",
                "--threads",
                "1");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("note: methods other than GNE use the mean of the column");
        assertThat((Map<?, ?>) metrics(compared.resolve("metrics.json")).get("methods"))
                .hasSize(6);
    }

    @Test
    void anUnknownTypeIsRefused() throws IOException {
        Path file = write("t.csv", "a,b,c", 40, "x", "y");
        for (String[] wrong : new String[][] {
            {"a=integer", "found 'integer', expected one of real, binary, category"},
            {"a", "--type: found 'a', expected COLUMN=TYPE"},
            {"a=date,weekly", "expected cyclic, dmy or mdy after date,"},
            {"a=real,cyclic", "expected them with date or time only"},
            {"z=real", "no column 'z'"}
        }) {
            Run run = fit(file, directory.resolve("out"), "--type", wrong[0]);
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains(wrong[1]);
        }
    }

    private Path write(String name, String header, int rows, String... kinds) throws IOException {
        StringBuilder text = new StringBuilder(header).append('\n');
        boolean all = header.contains("b");
        for (int i = 0; i < rows; i++) {
            text.append(i * 7 % 13)
                    .append(',')
                    .append(all ? i * 5 % 11 + "," : "")
                    .append(kinds[i % 2])
                    .append('\n');
        }
        return Files.writeString(directory.resolve(name), text);
    }

    private static Run fit(Path file, Path out, String... options) {
        String[] all = new String[4 + QUICK.length + options.length];
        all[0] = "fit";
        all[1] = file.toString();
        all[2] = "--out";
        all[3] = out.toString();
        System.arraycopy(QUICK, 0, all, 4, QUICK.length);
        System.arraycopy(options, 0, all, 4 + QUICK.length, options.length);
        return Run.of(all);
    }

    private static Map<String, Object> metrics(Path file) throws IOException {
        return JSON.std.mapFrom(Files.readString(file));
    }
}

package org.gne.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gne.GneModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of {@code gne compare} as what {@code gne explore} and {@code gne export} show. */
class ExploreComparisonTest {

    private static final int ROWS = 60;

    @TempDir
    static Path shared;

    private static Path table;
    private static Path compared;

    /** A copy of the comparison, to be damaged. */
    @TempDir
    Path copy;

    @BeforeAll
    static void compare() throws IOException {
        StringBuilder text = new StringBuilder("length,width,kind\n");
        for (int i = 0; i < ROWS; i++) {
            text.append(String.format("%d,%d,%s%n", i % 7, i % 11, i % 2 == 0 ? "oak" : "elm"));
        }
        table = Files.writeString(shared.resolve("leaves.csv"), text);
        compared = shared.resolve("compared");
        Run run = Run.of(
                "compare",
                table,
                "--label",
                "kind",
                "--methods",
                "tsne,gne,pca",
                "--epochs",
                2,
                "--out",
                compared,
                "--quiet");
        assertThat(run).isEqualTo(new Run(0, "", ""));
    }

    private Run exported(Path folder) {
        return Run.of("export", folder, table, "--label", "kind", "--format", "html", "--out", copy.resolve("x.html"));
    }

    private Path damaged() throws IOException {
        Path to = copy.resolve("compared");
        try (Stream<Path> files = Files.walk(compared)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, to.resolve(compared.relativize(file).toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return to;
    }

    private void refused(Path folder, String message) {
        Run run = exported(folder);
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains(message).hasLineCount(1);
        assertThat(copy.resolve("x.html")).doesNotExist();
        assertThat(Run.of("explore", folder, table, "--label", "kind", "--no-browser"))
                .isEqualTo(new Run(2, "", run.err()));
    }

    @Test
    void thePageHoldsTheMapsOfAllMethodsInTheirOrder() throws IOException {
        Run run = Run.of("export", compared, table, "--label", "kind", "--format", "html");
        Path file = compared.resolve("map.html");
        assertThat(run).isEqualTo(new Run(0, "", String.format("written to %s%n", file)));
        String page = Files.readString(file);
        assertThat(page)
                .contains("<title>leaves.csv</title>", "payload-rows", "payload-map-0", "payload-map-1")
                .doesNotContain("payload-map-2")
                .doesNotContain(shared.toString());
        assertThat(page.indexOf("\"t-SNE\"")).isBetween(1, page.indexOf("\"PCA\""));
    }

    @Test
    void withoutTheDataThePageIsNamedAfterTheComparison() throws IOException {
        Path file = copy.resolve("alone.html");
        assertThat(Run.of("export", compared, "--format", "html", "--out", file).code())
                .isZero();
        assertThat(Files.readString(file))
                .contains("<title>compared</title>", "payload-errors", "payload-map-1")
                .doesNotContain("payload-rows");
    }

    @Test
    void gnesOwnFolderInItIsAFitLikeAnyOther() throws IOException {
        assertThat(exported(compared.resolve("gne")).code()).isZero();
        assertThat(Files.readString(copy.resolve("x.html"))).doesNotContain("payload-map-0");
    }

    @Test
    void otherFormsAreOfGnesMap() throws IOException {
        Path file = copy.resolve("map.csv");
        assertThat(Run.of("export", compared, "--format", "csv", "--out", file).code())
                .isZero();
        GneModel model = GneModel.load(compared.resolve("gne").resolve("model.safetensors"));
        assertThat(Files.readAllLines(file))
                .hasSize(ROWS + 1)
                .element(1)
                .asString()
                .contains("," + model.embedding().get(0, 0) + ","
                        + model.embedding().get(0, 1) + ",");
    }

    @Test
    void aMapThatIsNotThereIsNamed() throws IOException {
        Path folder = damaged();
        Path gone = folder.resolve("pca").resolve("embedding.csv");
        Files.delete(gone);
        refused(folder, gone + ": there is no such file");
    }

    @Test
    void aMapOfFewerRowsIsNamed() throws IOException {
        Path folder = damaged();
        Path cut = folder.resolve("tsne").resolve("embedding.csv");
        List<String> lines = Files.readAllLines(cut);
        Files.write(cut, lines.subList(0, ROWS));
        refused(folder, cut + ": found 59 rows, expected 60 as the map of gne has");
    }

    @Test
    void rowsInAnotherOrderAreRefused() throws IOException {
        Path folder = damaged();
        Path mixed = folder.resolve("tsne").resolve("embedding.csv");
        String text = Files.readString(mixed);
        Files.writeString(mixed, text.replace("\n7,", "\n70,"));
        refused(folder, "found row 70, expected 7: rows in the order of the data");
    }

    @Test
    void aPlaceThatIsNoNumberIsRefused() throws IOException {
        Path folder = damaged();
        Path broken = folder.resolve("pca").resolve("embedding.csv");
        List<String> lines = Files.readAllLines(broken);
        lines.set(9, "8,,1,oak,");
        Files.write(broken, lines);
        refused(folder, "column 'x': found no value, expected a finite number");
    }

    @Test
    void namesThatLeadOutOfTheFolderAreRefused() throws IOException {
        Path folder = damaged();
        Path metrics = folder.resolve("metrics.json");
        Files.writeString(metrics, Files.readString(metrics).replace("\"pca\"", "\"../pca\""));
        refused(folder, metrics + ": found a method ../pca, expected a name");
        Files.writeString(metrics, "{ \"methods\": ");
        refused(folder, metrics + ": found no JSON object");
    }

    @Test
    void aComparisonWithoutGneHasNothingToExplore() throws IOException {
        Path folder = damaged();
        Path model = folder.resolve("gne").resolve("model.safetensors");
        Files.delete(model);
        refused(folder, model.toString());
    }
}

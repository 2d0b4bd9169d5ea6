package org.gne.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.gne.GneModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareTest {

    private static final List<String> METHODS = List.of("gne", "vae", "autoencoder", "tsne", "umap", "pca");

    @TempDir
    static Path compared;

    /** Folder of a small comparison of all methods. */
    private static Path all;

    private static Run run;

    @TempDir
    Path directory;

    @BeforeAll
    static void compareAll() {
        all = compared.resolve("all");
        run = Run.of("compare", "mnist", "--limit", 200, "--epochs", 3, "--threads", 2, "--out", all);
    }

    private static Map<String, Object> json(Path folder) throws IOException {
        return JSON.std.mapFrom(Files.readString(folder.resolve("metrics.json")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> methods(Path folder) throws IOException {
        return (Map<String, Map<String, Object>>) json(folder).get("methods");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void everyMethodLeavesItsMapAndItsFigures() throws IOException {
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(names(all))
                .containsExactly(
                        "autoencoder",
                        "gne",
                        "grids.png",
                        "losses.png",
                        "maps.png",
                        "metrics.json",
                        "pca",
                        "table.csv",
                        "table.md",
                        "tsne",
                        "umap",
                        "vae");
        assertThat(json(all))
                .containsEntry("rows", 200)
                .containsEntry("seed", 1)
                .doesNotContainKey("failed");
        Map<String, Map<String, Object>> methods = methods(all);
        assertThat(methods.keySet()).containsExactlyElementsOf(METHODS);
        for (String method : METHODS) {
            assertThat(Files.readAllLines(all.resolve(method).resolve("embedding.csv")))
                    .as(method)
                    .hasSize(201);
            assertThat(methods.get(method))
                    .as(method)
                    .containsEntry("rows", 200)
                    .containsEntry("seed", 1)
                    .containsEntry("threads", method.equals("umap") ? 1 : 2)
                    .containsKeys("seconds", "peakHeapMb", "knnAccuracy", "trustworthiness", "continuity");
            assertThat(methods.get(method).containsKey("reconstructionMse"))
                    .as(method)
                    .isEqualTo(!method.equals("tsne") && !method.equals("umap"));
            assertThat(methods.get(method).containsKey("trainingLoss"))
                    .as(method)
                    .isEqualTo(List.of("gne", "vae", "autoencoder").contains(method));
        }
        GneModel model = GneModel.load(all.resolve("gne").resolve("model.safetensors"));
        assertThat(methods.get("gne"))
                .containsEntry("embeddingSha256", model.embedding().sha256())
                .containsEntry("epochs", 3);
    }

    @Test
    void tablesHaveALinePerMethodAndNoFigureThatNoneHas() throws IOException {
        List<String> csv = Files.readAllLines(all.resolve("table.csv"));
        assertThat(csv.get(0))
                .startsWith("method,trainingLoss,explained,reconstructionMse,")
                .doesNotContain("heldOutMse");
        assertThat(csv.stream().skip(1).map(line -> line.substring(0, line.indexOf(','))))
                .containsExactlyElementsOf(METHODS);
        int columns = csv.get(0).split(",", -1).length;
        assertThat(csv).allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(columns));
        List<String> markdown = Files.readAllLines(all.resolve("table.md"));
        assertThat(markdown).hasSize(2 + METHODS.size());
        assertThat(markdown)
                .allSatisfy(
                        line -> assertThat(line.chars().filter(c -> c == '|')).hasSize(columns + 1));
        assertThat(run.err()).contains(String.join(System.lineSeparator(), markdown.get(2)));
    }

    @Test
    void picturesHaveAPanelPerMapAndPerDecoder() throws IOException {
        assertThat(ImageIO.read(all.resolve("maps.png").toFile()).getHeight()).isEqualTo(2 * 880);
        // GNE, VAE, autoencoder and PCA: two and two of 32 samples of 28 pixels.
        assertThat(ImageIO.read(all.resolve("grids.png").toFile()).getWidth()).isEqualTo(2 * 896 + 3 * 40);
        assertThat(ImageIO.read(all.resolve("losses.png").toFile())).isNotNull();
    }

    @Test
    void theSeedAloneSaysWhichMaps() throws IOException {
        Run again = Run.of("compare", "mnist", "--limit", 200, "--epochs", 3, "--threads", 1, "-q", "--out", directory);
        assertThat(again).isEqualTo(new Run(0, "", ""));
        for (String method : METHODS) {
            String file = method + "/embedding.csv";
            assertThat(Files.readAllBytes(directory.resolve(file)))
                    .as(method)
                    .isEqualTo(Files.readAllBytes(all.resolve(file)));
            assertThat(methods(directory).get(method))
                    .as(method)
                    .containsEntry("embeddingSha256", methods(all).get(method).get("embeddingSha256"));
        }
    }

    @Test
    void gneIsTheOneThatFitMakes() throws IOException {
        Run fit = Run.of("fit", "mnist", "--limit", 200, "--epochs", 3, "-q", "--out", directory);
        assertThat(fit.code()).isZero();
        Map<String, Object> fitted = json(directory);
        Map<String, Object> found = methods(all).get("gne");
        for (String figure :
                List.of("embeddingSha256", "trainingLoss", "reconstructionMse", "knnAccuracy", "trustworthiness")) {
            assertThat(found.get(figure)).as(figure).isEqualTo(fitted.get(figure));
        }
    }

    @Test
    void aMethodThatFailsIsNamedAndTheOthersAreKept() throws IOException {
        Run failed = Run.of(
                "compare",
                "mnist",
                "--limit",
                100,
                "--decoder-rate",
                "1e30",
                "--methods",
                "pca,gne,autoencoder",
                "--epochs",
                2,
                "-q",
                "--out",
                directory);
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.err().lines()).hasSize(1);
        assertThat(failed.err()).startsWith("gne: 1 of 3 methods failed").contains("gne: training diverged");
        assertThat(methods(directory).keySet()).containsExactly("pca", "autoencoder");
        assertThat(json(directory).get("failed").toString()).contains("gne=training diverged");
        assertThat(names(directory)).contains("maps.png", "autoencoder", "pca").doesNotContain("gne");
    }

    @Test
    void tablesOfNumbersAreComparedWithoutPictures() throws IOException {
        Random random = new Random(20241125);
        StringBuilder csv = new StringBuilder("a,b,c,kind\n");
        for (int i = 0; i < 60; i++) {
            csv.append(random.nextGaussian() + i % 2 * 9).append(',').append(random.nextGaussian());
            csv.append(',')
                    .append(random.nextGaussian())
                    .append(',')
                    .append(i % 2 == 0 ? "x|y" : "<b>")
                    .append('\n');
        }
        Path input = Files.writeString(directory.resolve("numbers.csv"), csv);
        Path out = directory.resolve("out");
        String methods = "TSNE, autoencoder_grids, pca";
        Run few = Run.of("compare", input, "--label", "kind", "--methods", methods, "-q", "--out", out);
        assertThat(few).isEqualTo(new Run(0, "", ""));
        assertThat(names(out))
                .containsExactly(
                        "autoencoder_grids",
                        "losses.png",
                        "maps.png",
                        "metrics.json",
                        "pca",
                        "table.csv",
                        "table.md",
                        "tsne");
        assertThat((double) methods(out).get("tsne").get("knnAccuracy")).isEqualTo(1);
    }

    @Test
    void wrongCallsAreRefusedBeforeTheWork() throws IOException {
        refuses(
                "--methods: found isomap, expected some of gne,vae,autoencoder,autoencoder_grids,tsne,umap,pca",
                "mnist",
                "--methods",
                "gne,isomap");
        refuses("--dim: found 3, expected 2", "mnist", "--dim", 3);
        Path input = Files.writeString(directory.resolve("gap.csv"), "a,b\n1,2\n3,inf\n");
        refuses("gap.csv", input);
        assertThat(directory.resolve("out")).doesNotExist();
    }

    private void refuses(String names, Object input, Object... options) {
        Object[] args = Stream.concat(
                        Stream.of("compare", input, "-q", "--out", directory.resolve("out")), Stream.of(options))
                .toArray();
        Run refused = Run.of(args);
        assertThat(refused.code()).as(refused.toString()).isEqualTo(2);
        assertThat(refused.err()).contains(names);
        assertThat(refused.err().lines()).hasSize(1);
    }
}

package org.gne.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.gne.data.Labels;
import org.gne.io.export.EmbeddingCsv;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawCommandTest {

    private static final int ROWS = 300;

    @TempDir
    static Path directory;

    private static String data = "";
    private static String out = "";

    @BeforeAll
    static void fit() throws Exception {
        StringBuilder csv = new StringBuilder("mass,length,kind,about\n");
        for (int row = 0; row < ROWS; row++) {
            boolean bird = row % 2 == 0;
            csv.append(bird ? 10 + row % 7 : 90 + row % 9)
                    .append(".5,")
                    .append(bird ? 3 + row % 5 : 70 + row % 5)
                    .append(bird ? ",bird," : ",whale,")
                    .append(bird ? "Small singing birds of gardens no. " : "Large whales of cold seas no. ")
                    .append(row)
                    .append('\n');
        }
        Path file = directory.resolve("animals.csv");
        Files.writeString(file, csv);
        data = file.toString();
        out = directory.resolve("out").toString();
        Run run = Run.of(
                "fit",
                data,
                "--exclude",
                "about",
                "--name-by",
                "about",
                "--preset",
                "fast",
                "--epochs",
                "20",
                "--out",
                out,
                "-q");
        assertThat(run.code()).as(run.err()).isZero();
    }

    private static BufferedImage drawn(String... more) throws Exception {
        String[] args = new String[more.length + 3];
        args[0] = "draw";
        args[1] = out;
        args[2] = "-q";
        System.arraycopy(more, 0, args, 3, more.length);
        Run run = Run.of(args);
        assertThat(run.code()).as(run.err()).isZero();
        return ImageIO.read(Path.of(out, "map.png").toFile());
    }

    @Test
    void fitsWriteClustersNamedByTexts() throws Exception {
        String json = Files.readString(Path.of(out, "clusters.json"));
        assertThat(json)
                .contains("\"rows\" : 300")
                .containsIgnoringCase("singing bird")
                .containsIgnoringCase("cold sea");
        assertThat(Files.readAllLines(Path.of(out, "clusters.csv")))
                .hasSize(ROWS + 1)
                .element(0)
                .asString()
                .startsWith("row,cluster_0,name_0");
        Labels none = EmbeddingCsv.readLabels(Path.of(out, "embedding.csv"), ROWS);
        assertThat(none).isNull();
    }

    @Test
    void theFigureHasTheAskedSizeAndBackground() throws Exception {
        BufferedImage light = drawn("--size", "900x700");
        assertThat(light.getWidth()).isEqualTo(900);
        assertThat(light.getHeight()).isEqualTo(700);
        assertThat(new Color(light.getRGB(2, 2))).isEqualTo(Color.WHITE);
        assertThat(new Color(drawn("--dark").getRGB(2, 2)).getRed()).isLessThan(40);
    }

    @Test
    void namesAndTitleAreTextsOfAnSvg() throws Exception {
        Path names = directory.resolve("names.csv");
        Files.writeString(names, "row,name\n0,Birds by hand\n");
        drawn("--format", "png,svg,pdf", "--names", names.toString(), "--title", "Two kinds");
        String svg = Files.readString(Path.of(out, "map.svg"));
        assertThat(svg).contains("Two kinds").contains("Birds by hand");
        assertThat(Path.of(out, "map.pdf")).isNotEmptyFile();
        drawn("--format", "png,svg", "--names", "none");
        assertThat(Files.readString(Path.of(out, "map.svg"))).doesNotContain("Birds by hand");
    }

    @Test
    void anyColumnColoursTheRows() throws Exception {
        drawn(data, "--color", "mass", "--format", "svg");
        assertThat(Files.readString(Path.of(out, "map.svg"))).contains(">mass<");
        drawn(data, "--color", "kind", "--format", "svg");
        assertThat(Files.readString(Path.of(out, "map.svg"))).contains(">whale<");
    }

    @Test
    void wrongOptionsAreOneLine() throws Exception {
        Path names = directory.resolve("wrong.csv");
        Files.writeString(names, "row,name\n999,x\n");
        assertThat(Run.of("draw", out, "--names", names.toString()).err())
                .contains("line 2: row: found 999, expected 0 to 299");
        assertThat(Run.of("draw", out, "--names", "all").err())
                .contains("expected classes, clusters, none or a CSV file");
        assertThat(Run.of("draw", out, "--size", "10x10").err()).contains("expected 200 to 20000 each");
        assertThat(Run.of("draw", out, "--color", "mass").err()).contains("found no INPUT");
        assertThat(Run.of("draw", out, data, "--color", "price").err())
                .contains("found no column price, expected one of mass, length, kind, about");
    }
}

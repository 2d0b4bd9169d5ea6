package org.gne.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import javax.imageio.ImageIO;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of several methods: what is in them and where. */
class FiguresTest {

    private static final long SEED = 20241125;

    private static final int PANEL_WIDTH = 900;
    private static final int PANEL_HEIGHT = 880;

    @TempDir
    Path directory;

    private static Embedding map(int n, Random random) {
        float[] values = new float[2 * n];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return new Embedding(values, 2);
    }

    private BufferedImage maps(int panels, Labels labels) throws IOException {
        Random random = new Random(SEED);
        List<MapFigure.Panel> list = new ArrayList<>();
        for (int i = 0; i < panels; i++) {
            list.add(new MapFigure.Panel("method " + i, map(600, random)));
        }
        Path file = directory.resolve("maps.png");
        MapFigure.write(file, list, labels);
        return ImageIO.read(file.toFile());
    }

    @Test
    void everyMapHasAPanelWithEveryClassInItsColour() throws IOException {
        Labels labels = new Labels(new Random(SEED).ints(600, 0, 3).toArray(), List.of("a", "b", "c"));
        int[] columns = {1, 2, 3, 2, 3, 3, 3};
        for (int panels = 1; panels <= 7; panels++) {
            BufferedImage image = maps(panels, labels);
            int across = columns[panels - 1];
            int down = (panels + across - 1) / across;
            assertThat(image.getWidth()).isBetween(across * PANEL_WIDTH + 40, across * PANEL_WIDTH + 200);
            assertThat(image.getHeight()).isEqualTo(down * PANEL_HEIGHT);
            for (int i = 0; i < across * down; i++) {
                BufferedImage panel = image.getSubimage(
                        i % across * PANEL_WIDTH, i / across * PANEL_HEIGHT, PANEL_WIDTH, PANEL_HEIGHT);
                for (int label = 0; label < 3; label++) {
                    // Class names are drawn in the ink of their class, without transparency.
                    int found = count(panel, ClassColors.ink(label));
                    assertThat(found > 60)
                            .as("panel %d, class %d: %d", i, label, found)
                            .isEqualTo(i < panels);
                }
            }
            BufferedImage legend =
                    image.getSubimage(across * PANEL_WIDTH, 0, image.getWidth() - across * PANEL_WIDTH, PANEL_HEIGHT);
            for (int label = 0; label < 3; label++) {
                assertThat(count(legend, ClassColors.of(label))).isGreaterThan(200);
            }
        }
    }

    @Test
    void mapsWithoutLabelsHaveNoLegend() throws IOException {
        assertThat(maps(3, null).getWidth()).isEqualTo(3 * PANEL_WIDTH);
    }

    @Test
    void theFigureForNotebooksIsTheFile() throws IOException {
        List<MapFigure.Panel> maps = List.of(new MapFigure.Panel("a", map(50, new Random(5))));
        Path file = directory.resolve("map.png");
        MapFigure.write(file, maps, null);

        String html = MapFigure.html(maps, null);

        assertThat(html).startsWith("<img ").contains("alt=\"A map\"").endsWith("\">");
        String data = html.substring(html.indexOf("base64,") + 7, html.length() - 2);
        assertThat(Base64.getDecoder().decode(data)).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void noMapsAndMapsOfOtherRowsAreRefused() {
        Labels labels = new Labels(new int[3], List.of("a"));
        assertThatThrownBy(() -> MapFigure.write(directory.resolve("m.png"), List.of(), null))
                .hasMessageContaining("found 0");
        assertThatThrownBy(() -> maps(2, labels)).hasMessage("3 labels for 600 points, expected as many");
        assertThat(directory).isEmptyDirectory();
    }

    private BufferedImage losses(LossPlot.Series... series) throws IOException {
        Path file = directory.resolve("losses.png");
        LossPlot.write(file, "losses", List.of(series));
        return ImageIO.read(file.toFile());
    }

    @Test
    void everyLineOfLossesIsDrawn() throws IOException {
        double[] falling = DoubleStream.iterate(0.07, loss -> 0.027 + 0.9 * (loss - 0.027))
                .limit(60)
                .toArray();
        double[] shorter = DoubleStream.of(0.06, 0.05, 0.045, 0.04).toArray();
        BufferedImage image = losses(
                new LossPlot.Series("gne", falling),
                new LossPlot.Series("vae", shorter),
                new LossPlot.Series("one", new double[] {0.05}));
        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(1800, 1000);
        assertThat(count(image, ClassColors.of(0))).isGreaterThan(1000);
        assertThat(count(image, ClassColors.of(1))).isGreaterThan(80);
        assertThat(count(image, ClassColors.ink(2))).isGreaterThan(100);
        // The line falls from the top left to the bottom right.
        assertThat(first(image, ClassColors.of(0), 120)).isLessThan(first(image, ClassColors.of(0), 1400));
    }

    @Test
    void lossesOfAnySizeAreDrawn() throws IOException {
        for (double[] odd : List.of(
                new double[] {0},
                new double[] {-1, 2, 3},
                new double[] {5, 5, 5},
                new double[] {1e-30, 1e30},
                new double[] {0.02900, 0.02901},
                new double[] {Double.NaN, 3, Double.POSITIVE_INFINITY, 2})) {
            BufferedImage image = losses(new LossPlot.Series("odd", odd));
            assertThat(count(image, ClassColors.ink(0)))
                    .as(Arrays.toString(odd))
                    .isGreaterThan(50);
        }
        assertThatThrownBy(() -> losses(new LossPlot.Series("none", new double[] {Double.NaN})))
                .hasMessageContaining("no losses");
    }

    @Test
    void everyGridIsDrawnInItsPlace() throws IOException {
        Schema.Picture picture = new Schema.Picture(10, 10, 1);
        Path file = directory.resolve("grids.png");
        List<GridFigure.Panel> panels = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            float[][] samples = new float[4][100];
            for (float[] sample : samples) {
                Arrays.fill(sample, i * 50);
            }
            panels.add(new GridFigure.Panel("method " + i, samples));
        }
        GridFigure.write(file, panels, 2, picture, 0, 255);
        BufferedImage image = ImageIO.read(file.toFile());
        int side = 1100;
        assertThat(image.getWidth()).isEqualTo(2 * side + 3 * 40);
        assertThat(image.getHeight()).isEqualTo(2 * (side + 70) + 40);
        for (int i = 0; i < 4; i++) {
            int grey = (i + 1) * 50;
            int x = 40 + i % 2 * (side + 40) + side / 2;
            int y = 70 + i / 2 * (side + 70) + side / 2;
            assertThat(new Color(image.getRGB(x, y))).isEqualTo(new Color(grey, grey, grey));
        }
        assertThatThrownBy(() -> GridFigure.write(file, List.of(), 2, picture, 0, 255))
                .hasMessageContaining("no grids");
    }

    @Test
    void theSameFiguresAreTheSameBytes() throws IOException {
        byte[] first = null;
        for (int i = 0; i < 2; i++) {
            maps(2, null);
            byte[] bytes = Files.readAllBytes(directory.resolve("maps.png"));
            assertThat(bytes).isEqualTo(first == null ? bytes : first);
            first = bytes;
        }
    }

    /** The first line from the top with this colour in a column, or the height. */
    private static int first(BufferedImage image, Color color, int x) {
        for (int y = 0; y < image.getHeight(); y++) {
            if ((image.getRGB(x, y) & 0xffffff) == (color.getRGB() & 0xffffff)) {
                return y;
            }
        }
        return image.getHeight();
    }

    private static int count(BufferedImage image, Color color) {
        int count = 0;
        for (int rgb : image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
            count += (rgb & 0xffffff) == (color.getRGB() & 0xffffff) ? 1 : 0;
        }
        return count;
    }
}

package org.gne.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapPictureTest {

    private static final long SEED = 20240611;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 11, 300})
    void everyColourIsSeen(int classes) throws IOException {
        System.out.println("MapPictureTest.everyColourIsSeen seed " + SEED);
        Random random = new Random(SEED);
        int n = 2000;
        float[] map = new float[2 * n];
        for (int i = 0; i < map.length; i++) {
            map[i] = (float) random.nextGaussian();
        }
        int[] labels = random.ints(n, -1, classes).toArray();
        List<String> names =
                IntStream.range(0, classes).mapToObj(i -> "class " + i).toList();
        BufferedImage image = draw(new Embedding(map, 2), new Labels(labels, names), pictures(n, random));
        assertThat(image.getWidth()).isEqualTo(1800);
        assertThat(image.getHeight()).isEqualTo(1600);
        for (int label = 0; label < Math.min(10, classes); label++) {
            // Points let others shine through; borders and marks of the legend do not.
            assertThat(count(image, ClassColors.of(label))).as("class " + label).isGreaterThan(100);
        }
    }

    @Test
    void equalUnitsHaveEqualLengths() {
        MapAxes axes = MapAxes.plane(1800, 1600, new AxisRange(0, 100), new AxisRange(3, 4));
        assertThat(axes.pixelX(1) - axes.pixelX(0)).isCloseTo(axes.pixelY(0) - axes.pixelY(1), within(1e-9));
        assertThat(axes.pixelY(4)).isLessThan(axes.pixelY(3));
    }

    @Test
    void ticksAreRoundAndFew() {
        assertThat(new AxisRange(-2.3, 3.1).ticks(8).stream().map(AxisRange.Tick::text))
                .containsExactly("-2", "-1", "0", "1", "2", "3");
        assertThat(new AxisRange(-0.013, 0.012).ticks(5).stream().map(AxisRange.Tick::text))
                .containsExactly("-0.010", "-0.005", "0.000", "0.005", "0.010");
        Random random = new Random(SEED);
        for (int i = 0; i < 1000; i++) {
            double low = random.nextGaussian() * Math.pow(10, random.nextInt(12) - 6);
            double high = low + Math.abs(low) * (1e-3 + random.nextDouble()) + 1e-9;
            assertThat(new AxisRange(low, high).ticks(10)).hasSizeBetween(3, 11);
        }
    }

    @Test
    void mapsOfOneRowOrOnePlaceOrNoPlaceAreDrawn() throws IOException {
        Random random = new Random(SEED);
        for (float value : new float[] {0, 1e-30f, 12345, -3e38f, Float.NaN, Float.POSITIVE_INFINITY}) {
            for (int n : new int[] {1, 100}) {
                float[] map = new float[2 * n];
                Arrays.fill(map, value);
                draw(new Embedding(map, 2), new Labels(new int[n], List.of("")), pictures(n, random));
            }
        }
        for (int dim = 1; dim <= 4; dim++) {
            draw(new Embedding(new float[0], dim), null, pictures(0, random));
            BufferedImage image = draw(new Embedding(new float[dim], dim), null, pictures(1, random));
            assertThat(image.getHeight()).isEqualTo(dim == 1 ? 800 : 1600);
        }
        float[] far = {-3e38f, -3e38f, 3e38f, 3e38f};
        draw(new Embedding(far, 2), null, pictures(2, random));
    }

    @Test
    void colourPicturesAndLargeAndOddPicturesAreDrawn() throws IOException {
        Random random = new Random(SEED);
        for (Schema.Picture picture : List.of(
                new Schema.Picture(32, 32, 3),
                new Schema.Picture(200, 100, 1),
                new Schema.Picture(1, 90, 3),
                new Schema.Picture(1, 1, 1))) {
            float[] values = new float[20 * picture.width()];
            Arrays.fill(values, random.nextFloat());
            values[3] = Float.NaN;
            float[] map = new float[40];
            for (int i = 0; i < 40; i++) {
                map[i] = random.nextFloat();
            }
            draw(new Embedding(map, 2), null, Samples.ofFloats(values, picture));
        }
    }

    @Test
    void theSameMapIsTheSamePicture() throws IOException {
        Random random = new Random(SEED);
        Samples rows = pictures(300, random);
        float[] map = new float[300];
        for (int i = 0; i < 300; i++) {
            map[i] = random.nextFloat();
        }
        Path file = directory.resolve("map.png");
        MapPicture.write(file, "title\nin two lines", new Embedding(map, 1), null, rows);
        byte[] first = Files.readAllBytes(file);
        MapPicture.write(file, "title\nin two lines", new Embedding(map, 1), null, rows);
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
    }

    @Test
    void otherNumbersOfRowsAreRefused() {
        Path file = directory.resolve("no.png");
        assertThatThrownBy(() ->
                        MapPicture.write(file, "", new Embedding(new float[4], 2), null, pictures(3, new Random(SEED))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("3 rows for 2 points, expected as many");
        assertThat(file).doesNotExist();
    }

    private BufferedImage draw(Embedding embedding, Labels labels, Samples rows) throws IOException {
        Path file = directory.resolve("map.png");
        MapPicture.write(file, "a map", embedding, labels, rows);
        return ImageIO.read(file.toFile());
    }

    private static Samples pictures(int n, Random random) {
        byte[] values = new byte[n * 64];
        random.nextBytes(values);
        return Samples.ofBytes(values, new Schema.Picture(8, 8, 1));
    }

    private static int count(BufferedImage image, Color color) {
        int count = 0;
        for (int rgb : image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
            count += (rgb & 0xffffff) == (color.getRGB() & 0xffffff) ? 1 : 0;
        }
        return count;
    }
}

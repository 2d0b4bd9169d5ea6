package org.gne.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.RowLabels;
import org.gne.data.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels that are numbers, and many classes, in figures. */
class LabelPicturesTest {

    private static final int WIDTH = 1800;

    @TempDir
    Path directory;

    /** Rows from left to right. */
    private static Embedding line(int n) {
        Random random = new Random(4);
        float[] places = new float[2 * n];
        for (int i = 0; i < n; i++) {
            places[2 * i] = i * 10f / n;
            places[2 * i + 1] = 10 * random.nextFloat();
        }
        return new Embedding(places, 2);
    }

    private static double[] increasing(int n) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> 500 + i);
        return values;
    }

    private BufferedImage draw(int n, RowLabels labels) throws IOException {
        Path file = directory.resolve("map.png");
        MapPicture.write(file, "a map", line(n), labels, null);
        return ImageIO.read(file.toFile());
    }

    private static int count(BufferedImage image, int from, int to, Color color) {
        int count = 0;
        for (int x = from; x < to; x++) {
            for (int y = 100; y < image.getHeight() - 80; y++) {
                count += (image.getRGB(x, y) & 0xffffff) == (color.getRGB() & 0xffffff) ? 1 : 0;
            }
        }
        return count;
    }

    /** The mean brightness of what is drawn between two columns of pixels. */
    private static double brightness(BufferedImage image, int from, int to) {
        double sum = 0;
        int n = 0;
        for (int x = from; x < to; x++) {
            for (int y = 120; y < image.getHeight() - 120; y++) {
                Color color = new Color(image.getRGB(x, y));
                double each = 0.2126 * color.getRed() + 0.7152 * color.getGreen() + 0.0722 * color.getBlue();
                boolean drawn = each < 225;
                sum += drawn ? each : 0;
                n += drawn ? 1 : 0;
            }
        }
        return sum / n;
    }

    @Test
    void numbersAreDarkerTheLargerTheyAreBesideABar() throws IOException {
        BufferedImage image = draw(3000, new Target("price", increasing(3000)));
        int end = WIDTH - ColorBar.WIDTH;
        assertThat(brightness(image, 150, 400)).isGreaterThan(brightness(image, 700, 900) + 30);
        assertThat(brightness(image, 700, 900)).isGreaterThan(brightness(image, 1250, 1500) + 30);
        // The bar has the colours of the scale, each over its whole width.
        ColorScale scale = ColorScale.of(increasing(3000));
        for (double share : new double[] {0.25, 0.5, 1}) {
            assertThat(count(image, end, WIDTH, scale.atShare(share)))
                    .as("share " + share)
                    .isGreaterThanOrEqualTo(30);
        }
        assertThat(count(image, 0, WIDTH, ClassLooks.UNKNOWN)).isLessThan(20);
    }

    @Test
    void rowsWithoutALabelAreHollow() throws IOException {
        double[] values = increasing(200);
        Arrays.fill(values, 0, 100, Double.NaN);
        int[] classes = IntStream.range(0, 200).map(i -> i < 100 ? -1 : 0).toArray();
        for (RowLabels labels : List.of(new Target("price", values), new Labels(classes, List.of("a")))) {
            BufferedImage image = draw(200, labels);
            int middle = (96 + WIDTH - 200) / 2;
            long white = pixels(image, 120, middle - 20, 0xffffff);
            long drawn = IntStream.range(120, middle - 20)
                    .mapToLong(x -> IntStream.range(120, 1400)
                            .filter(y -> new Color(image.getRGB(x, y)).getRed() < 0xd8)
                            .count())
                    .sum();
            assertThat(white).isGreaterThan(10 * drawn);
            // A ring of 12 pixels has about 55 pixels, a disc twice as many.
            assertThat(drawn).as("%s", labels.getClass()).isBetween(100 * 15L, 100 * 80L);
        }
    }

    private static long pixels(BufferedImage image, int from, int to, int rgb) {
        return IntStream.range(from, to)
                .mapToLong(x -> IntStream.range(120, 1400)
                        .filter(y -> (image.getRGB(x, y) & 0xffffff) == rgb)
                        .count())
                .sum();
    }

    @Test
    void numbersOfAnyKindAreDrawn() throws IOException {
        double[] none = new double[50];
        Arrays.fill(none, Double.NaN);
        double[] outlier = increasing(50);
        outlier[7] = 1e300;
        for (double[] values : List.of(none, new double[50], outlier)) {
            String name = "a name that is much longer than the bar is wide\nin two lines";
            assertThat(draw(50, new Target(name, values)).getWidth()).isEqualTo(WIDTH);
        }
        Path file = directory.resolve("maps.png");
        MapFigure.write(
                file,
                List.of(new MapFigure.Panel("a", line(50)), new MapFigure.Panel("b", line(50))),
                new Target("price", increasing(50)));
        assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(2 * 900 + ColorBar.WIDTH);
    }

    /** Class i has i + 1 rows. */
    private static Labels many(int classes) {
        int[] all = IntStream.range(0, classes)
                .flatMap(label -> IntStream.generate(() -> label).limit(label + 1))
                .toArray();
        return new Labels(
                all, IntStream.range(0, classes).mapToObj(i -> "c" + i).toList());
    }

    @Test
    void ofManyClassesTheLargestHaveALookEach() {
        ClassLooks looks = ClassLooks.of(many(100));
        assertThat(looks.shown()).hasSize(40).startsWith(99, 98, 97).endsWith(60);
        Set<String> different = new HashSet<>();
        for (int label : looks.shown()) {
            assertThat(looks.isOther(label)).isFalse();
            different.add(looks.color(label) + " " + looks.mark(label));
        }
        assertThat(different).hasSize(40);
        assertThat(looks.isOther(59)).isTrue();
        assertThat(looks.color(59)).isEqualTo(looks.color(0));
        assertThat(IntStream.of(looks.shown()).mapToObj(looks::color)).doesNotContain(looks.color(0));
        assertThat(looks.others()).isEqualTo(60);
        assertThat(looks.otherRows()).isEqualTo(60 * 61 / 2);
        assertThat(looks.otherText()).isEqualTo("other (60 classes, 1,830 rows)");
        assertThat(looks.color(-1)).isNotEqualTo(looks.color(0));
    }

    @Test
    void upTo40ClassesAreDrawnInTheirOrder() {
        ClassLooks looks = ClassLooks.of(many(40));
        assertThat(looks.shown()).isEqualTo(IntStream.range(0, 40).toArray());
        assertThat(looks.otherText()).isEmpty();
        for (int label = 0; label < 40; label++) {
            assertThat(looks.color(label)).isEqualTo(ClassColors.of(label));
            assertThat(looks.mark(label)).isEqualTo(ClassColors.markOf(label));
        }
    }

    @Test
    void classesWithoutRowsTakeNoLook() {
        Labels labels = new Labels(
                new int[] {70, 3, 3, -1},
                IntStream.range(0, 100).mapToObj(i -> "c" + i).toList());
        ClassLooks looks = ClassLooks.of(labels);
        assertThat(looks.shown()).containsExactly(3, 70);
        assertThat(looks.others()).isZero();
    }

    @Test
    void manyClassesAreOneLineOfTheLegend() throws IOException {
        Labels labels = many(100);
        BufferedImage image = draw(labels.size(), labels);
        ClassLooks looks = ClassLooks.of(labels);
        // The legend to the right of the map has the mark of each class and that of the others.
        int legend = WIDTH - 400;
        for (int label : looks.shown()) {
            assertThat(count(image, legend, WIDTH, looks.color(label))).isGreaterThan(100);
        }
        assertThat(count(image, legend, WIDTH, looks.color(0))).isGreaterThan(100);
    }
}

package org.gne.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.gne.analysis.ClassOverlap;
import org.gne.analysis.Regions;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pictures of a map's reading show. */
class AnalysisPicturesTest {

    private static final Embedding MAP = new Embedding(new float[] {0, 0, 4, 0, 0, 4, 4, 4}, 2);

    private static final Labels LABELS = new Labels(new int[] {0, 1, 0, 1}, List.of("left", "right"));

    @TempDir
    Path directory;

    private BufferedImage regions(int[] byDecoder, boolean populated) throws IOException {
        int[] byNeighbors = {0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1};
        boolean[] there = new boolean[16];
        Arrays.fill(there, populated);
        var range = new org.gne.data.MapRange(0, 4);
        Path file = directory.resolve("regions.png");
        RegionsPicture.write(
                file, "title", new Regions(range, range, 4, 4, byNeighbors, byDecoder, there), MAP, LABELS);
        return ImageIO.read(file.toFile());
    }

    private static long count(BufferedImage image, Color color) {
        return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .filter(rgb -> rgb == color.getRGB())
                .count();
    }

    @Test
    void bothClassesHaveTheirHalfAndALineBetween() throws IOException {
        int[] same = {0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1};
        BufferedImage image = regions(same, true);
        // The colours of the first two classes, 60 % of them on white.
        long left = count(image, new Color(0x768bc3));
        long right = count(image, new Color(0xd48966));
        assertThat(left).isGreaterThan(300_000);
        assertThat((double) left / right).isBetween(0.97, 1.03);
        assertThat(count(image, new Color(0x444444))).isGreaterThan(1000);
        long striped = count(image, ClassColors.of(1));
        int[] other = same.clone();
        other[0] = 1;
        // One cell of sixteen in stripes of the other class.
        assertThat(count(regions(other, true), ClassColors.of(1)) - striped).isGreaterThan(20_000);
        assertThat(count(regions(other, false), ClassColors.of(1))).isLessThan(striped + 100);
    }

    @Test
    void errorsAreDarkerTheLargerTheyAre() throws IOException {
        ColorScale scale = new ColorScale(new AxisRange(0, 1));
        double[] brightness = IntStream.rangeClosed(0, 20)
                .mapToObj(i -> scale.of(i / 20.0))
                .mapToDouble(color -> -0.2126 * color.getRed() - 0.7152 * color.getGreen() - 0.0722 * color.getBlue())
                .toArray();
        assertThat(brightness).isSorted();
        assertThat(scale.of(-5)).isEqualTo(scale.of(0));
        assertThat(scale.of(7)).isEqualTo(scale.of(1));
        Path file = directory.resolve("errors.png");
        ErrorPicture.write(file, "title", MAP, LABELS, new float[] {0, 0, 0, 1}, "error");
        assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(1800);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ErrorPicture.write(file, "title", MAP, null, new float[3], "error"))
                .withMessage("3 errors for 4 points, expected as many");
    }

    @Test
    void ofManyClassesThoseThatOverlapMostAreShown() throws IOException {
        int[] sizes = new int[2];
        for (int classes : new int[] {3, 60}) {
            double[][] shares = new double[classes][classes];
            for (int i = 0; i < classes; i++) {
                shares[i][i] = 0.9;
                shares[i][(i + 1) % classes] = 0.1;
            }
            int[] rows = new int[classes];
            Arrays.fill(rows, 5);
            List<String> names =
                    IntStream.range(0, classes).mapToObj(i -> "class " + i).toList();
            Path file = directory.resolve("overlap.png");
            OverlapPicture.write(file, "title", new ClassOverlap(names, rows, shares, shares));
            sizes[classes == 3 ? 0 : 1] = ImageIO.read(file.toFile()).getHeight();
        }
        assertThat(sizes[0]).isBetween(500, 800);
        assertThat(sizes[1]).isBetween(1500, 2000);
    }

    @Test
    void pairsStandSideBySide() throws IOException {
        Schema.Picture picture = new Schema.Picture(1, 1, 1);
        Path file = directory.resolve("pairs.png");
        PairsPicture.write(
                file,
                "title",
                List.of(new PairsPicture.Pair(new float[] {0}, new float[] {0.5f}, "a caption")),
                picture,
                0,
                1);
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getRGB(24 + 75, 90 + 75) & 0xffffff).isZero();
        assertThat(image.getRGB(24 + 225, 90 + 75) & 0xffffff).isEqualTo(0x808080);
    }
}

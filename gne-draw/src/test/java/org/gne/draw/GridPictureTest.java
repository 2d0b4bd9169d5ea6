package org.gne.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.gne.data.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GridPictureTest {

    @TempDir
    Path directory;

    @Test
    void samplesAreTiledFromTheTopLeftByWholeFactors() throws IOException {
        float[][] samples = new float[6][4];
        samples[1] = new float[] {-5, 0, 10, 20};
        samples[3] = new float[] {5, Float.NaN, 0, 0};
        BufferedImage image = draw(samples, 3, new Schema.Picture(2, 2, 1), 0, 10, null);
        // 3 x 2 pixels wide, 300 times.
        assertThat(image.getWidth()).isEqualTo(1800);
        assertThat(image.getHeight()).isEqualTo(1200);
        assertThat(grey(image, 600, 0)).isZero();
        assertThat(grey(image, 600, 300)).isEqualTo(255);
        assertThat(grey(image, 1199, 599)).isEqualTo(255);
        assertThat(grey(image, 1200, 300)).isZero();
        assertThat(grey(image, 0, 600)).isEqualTo(128);
        assertThat(grey(image, 300, 600)).isZero();
    }

    @Test
    void aGridOfDigitsIsAsLargeAsAScreenCanShow() throws IOException {
        BufferedImage image = draw(new float[1024][784], 32, new Schema.Picture(28, 28, 1), 0, 1, null);
        assertThat(image.getWidth()).isEqualTo(1792);
        BufferedImage framed = draw(
                new float[1024][784],
                32,
                new Schema.Picture(28, 28, 1),
                0,
                1,
                new GridPicture.Window(-1.5, 1.5, -1, 1));
        assertThat(framed.getWidth()).isEqualTo(1792 + 112);
    }

    @Test
    void coloursAreColours() throws IOException {
        BufferedImage image = draw(new float[][] {{1, 0, 0.5f}}, 1, new Schema.Picture(1, 1, 3), 0, 1, null);
        assertThat(image.getRGB(7, 7) & 0xffffff).isEqualTo(0xff0080);
    }

    @Test
    void wrongNumbersAreNamed() {
        Schema.Picture picture = new Schema.Picture(1, 2, 1);
        assertThatThrownBy(() -> draw(new float[5][2], 2, picture, 0, 1, null))
                .hasMessage("5 samples in rows of 2, expected whole rows");
        assertThatThrownBy(() -> draw(new float[2][3], 2, picture, 0, 1, null))
                .hasMessage("sample 0 has 3 values, expected 2");
        assertThatThrownBy(() -> draw(new float[2][2], 2, picture, 1, 1, null)).hasMessageContaining("low below high");
        assertThat(directory.resolve("grid.png")).doesNotExist();
    }

    private BufferedImage draw(
            float[][] samples, int columns, Schema.Picture picture, float low, float high, GridPicture.Window window)
            throws IOException {
        Path file = directory.resolve("grid.png");
        GridPicture.write(file, samples, columns, picture, low, high, window);
        return ImageIO.read(file.toFile());
    }

    private static int grey(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xff;
    }
}

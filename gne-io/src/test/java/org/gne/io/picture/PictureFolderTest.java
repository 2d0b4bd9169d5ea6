package org.gne.io.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.gne.data.Dataset;
import org.gne.data.Schema.Picture;
import org.gne.io.InputException;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFolderTest {

    private static final ReadOptions DEFAULTS = ReadOptions.defaults();

    @TempDir
    Path directory;

    @Test
    void picturesOfEveryKindAreReadAsPillowReadsThem() throws Exception {
        Picture shape = new Picture(12, 16, 3);
        Dataset data = Inputs.read(resource("kinds").toString(), DEFAULTS);
        assertThat(data.samples().schema()).isEqualTo(shape);
        assertThat(data.samples().size()).isEqualTo(12);
        assertThat(data.labels()).isNull();
        for (int i = 0; i < 12; i++) {
            String name = Objects.requireNonNull(data.ids()).get(i);
            float[] expected = array(resource("expected.npz"), name, shape);
            float[] row = row(data, i);
            // JPEG leaves the decoder some room.
            float off = name.contains(".jp") ? 4 : name.contains("a.png") ? 1 : 0;
            for (int k = 0; k < row.length; k++) {
                assertThat(row[k]).as(name + " " + k).isCloseTo(expected[k], within(off));
            }
        }
    }

    private static float[] array(Path file, String name, Picture shape) {
        return row(Inputs.read(file.toString(), DEFAULTS.withArray(name).withPicture(shape)), 0);
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(PictureFolderTest.class.getResource(name))
                .toURI());
    }

    private static float[] row(Dataset data, int i) {
        float[] row = new float[data.samples().width()];
        data.samples().read(i, row, 0);
        return row;
    }

    @Test
    void foldersAreClassesAndTheCommonestSizeIsThatOfAll() throws Exception {
        Path folder = resource("sizes");
        Dataset data = Inputs.read(folder.toString(), DEFAULTS);
        assertThat(data.samples().schema()).isEqualTo(new Picture(12, 16, 3));
        assertThat(Objects.requireNonNull(data.labels()).names()).containsExactly("a", "b");
        assertThat(data.labels().classes()).containsExactly(0, 0, 0, 1, 1);
        List<String> ids = List.of(0, 1, 2, 3, 4).stream()
                .map(Objects.requireNonNull(data.ids())::get)
                .toList();
        assertThat(ids).containsExactly("a/1.png", "a/10.png", "a/2.png", "b/1.png", "b/2.png");
        Dataset grey = Inputs.read(folder.resolve("b").toString(), DEFAULTS);
        assertThat(grey.samples().schema()).isEqualTo(new Picture(20, 24, 1));
        assertThat(Inputs.read(folder.toString(), DEFAULTS.withLimit(2))
                        .samples()
                        .size())
                .isEqualTo(2);
    }

    @Test
    void sizesAreChangedAsPillowDoes() throws Exception {
        for (Picture size : List.of(new Picture(8, 5, 1), new Picture(30, 40, 1))) {
            Dataset data = Inputs.read(resource("sizes").toString(), DEFAULTS.withPicture(size));
            assertThat(data.samples().schema()).isEqualTo(size);
            String name = size.height() + "x" + size.columns();
            float[] expected = array(resource("resized.npz"), name, size);
            float[] row = row(data, 4);
            for (int k = 0; k < row.length; k++) {
                assertThat(row[k]).as(name + " " + k).isCloseTo(expected[k], within(1f));
            }
        }
    }

    @Test
    void aBrokenFileIsNamed() throws Exception {
        byte[] good = Files.readAllBytes(resource("sizes/b/2.png"));
        Files.createDirectories(directory.resolve("p/x"));
        Files.write(directory.resolve("p/a.png"), good);
        Path broken = directory.resolve("p/x/b.png");
        byte[] damaged = good.clone();
        damaged[good.length - 30] ^= 1;
        Files.write(broken, damaged);
        refuses(broken, "checksum does not match");
        Files.write(broken, Arrays.copyOf(good, good.length - 20));
        refuses(broken, "the end of the file");
        Files.writeString(broken, "no image");
        refuses(broken, "not an image of a known format");
        Files.write(broken, huge(good));
        refuses(broken, "found 1000000 x 1000000 pixels, expected 1 to");
        Files.delete(broken);
        Files.createSymbolicLink(broken, directory.resolve("nowhere"));
        refuses(broken, "a link without a target");
    }

    private void refuses(Path broken, String message) {
        assertThatThrownBy(() -> Inputs.read(directory.resolve("p").toString(), DEFAULTS))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(broken.toString())
                .hasMessageContaining(message);
    }

    /** A PNG that promises 10^12 pixels in a head with the right checksum. */
    private static byte[] huge(byte[] png) {
        ByteBuffer head = ByteBuffer.wrap(png.clone());
        head.putInt(16, 1_000_000).putInt(20, 1_000_000);
        CRC32 crc = new CRC32();
        crc.update(head.array(), 12, 17);
        head.putInt(29, (int) crc.getValue());
        return head.array();
    }

    @Test
    void everyKindIsRefusedWhereItIsCut() throws Exception {
        try (var files = Files.list(resource("kinds"))) {
            files.forEach(this::cut);
        }
    }

    private void cut(Path file) {
        try {
            byte[] whole = Files.readAllBytes(file);
            Path copy = Files.createDirectories(directory.resolve("cut")).resolve("1-" + file.getFileName());
            for (int part = 0; part < 60; part++) {
                Files.write(copy, Arrays.copyOf(whole, whole.length * part / 64));
                assertThatThrownBy(() -> Inputs.read(copy.getParent().toString(), DEFAULTS))
                        .as(file + " cut at " + part + "/64")
                        .isInstanceOf(InputException.class)
                        .hasMessageStartingWith(copy.toString());
            }
            Files.delete(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void greyIsNotBrightened() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(1, 0, 0, 100);
        ImageIO.write(image, "png", directory.resolve("g.png").toFile());
        for (int channels : List.of(1, 3)) {
            Dataset data = Inputs.read(directory.toString(), DEFAULTS.withPicture(new Picture(1, 2, channels)));
            assertThat(row(data, 0)[channels]).isEqualTo(100);
        }
    }
}

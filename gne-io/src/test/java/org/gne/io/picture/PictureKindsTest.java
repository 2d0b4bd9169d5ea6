package org.gne.io.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.gne.data.Dataset;
import org.gne.data.Schema.Picture;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Turned images, frames on a canvas, and kinds of colours and transparency. Every test writes its own files. */
class PictureKindsTest {

    /** Where the first line and the first column of a stored image are, for the orientations 1 to 8 of EXIF 2.3. */
    private static final String[] SIDES = {
        "top left", "top right", "bottom right", "bottom left", "left top", "right top", "right bottom", "left bottom"
    };

    private static final int HEIGHT = 16;
    private static final int WIDTH = 24;

    @TempDir
    Path directory;

    /** Brightness of the upright image: no symmetry, and smooth, so that JPEG keeps it. */
    private static int upright(int y, int x) {
        return 20 + 9 * y + 3 * x;
    }

    private static int[][] stored(int orientation) {
        String[] sides = SIDES[orientation - 1].split(" ");
        boolean turned = sides[0].equals("left") || sides[0].equals("right");
        int[][] pixels = new int[turned ? WIDTH : HEIGHT][turned ? HEIGHT : WIDTH];
        for (int row = 0; row < pixels.length; row++) {
            for (int column = 0; column < pixels[0].length; column++) {
                int y = turned ? from(sides[1], column) : from(sides[0], row);
                int x = turned ? from(sides[0], row) : from(sides[1], column);
                pixels[row][column] = upright(y, x);
            }
        }
        return pixels;
    }

    /** The position in the upright image, counted from a side. */
    private static int from(String side, int steps) {
        return switch (side) {
            case "bottom" -> HEIGHT - 1 - steps;
            case "right" -> WIDTH - 1 - steps;
            default -> steps;
        };
    }

    @Test
    void imagesAreUpright() throws IOException {
        for (int orientation = 1; orientation <= 8; orientation++) {
            int[][] pixels = stored(orientation);
            Files.write(
                    directory.resolve(orientation + ".tif"),
                    new Tiff(pixels, 1).with(274, orientation).bytes());
            byte[] exif = concat("Exif\0\0".getBytes(StandardCharsets.US_ASCII), tags(orientation));
            byte[] jpeg = encoded(pixels, "jpg");
            Files.write(
                    directory.resolve(orientation + ".jpg"),
                    concat(Arrays.copyOf(jpeg, 2), segment(exif), Arrays.copyOfRange(jpeg, 2, jpeg.length)));
            byte[] png = encoded(pixels, "png");
            // After the header chunk.
            Files.write(
                    directory.resolve(orientation + ".png"),
                    concat(Arrays.copyOf(png, 33), chunk(tags(orientation)), Arrays.copyOfRange(png, 33, png.length)));
        }
        Dataset data = read();
        assertThat(data.samples().schema()).isEqualTo(new Picture(HEIGHT, WIDTH, 1));
        assertThat(data.samples().size()).isEqualTo(24);
        for (int i = 0; i < 24; i++) {
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    assertThat(row(data, i)[y * WIDTH + x]).as(id(data, i)).isCloseTo(upright(y, x), within(3f));
                }
            }
        }
    }

    @Test
    void damagedExifDataIsIgnored() throws IOException {
        byte[] jpeg = encoded(stored(1), "jpg");
        byte[] exif = "Exif\0\0II*\0\377\377\377\377".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(
                directory.resolve("a.jpg"),
                concat(Arrays.copyOf(jpeg, 2), segment(exif), Arrays.copyOfRange(jpeg, 2, jpeg.length)));
        assertThat(row(read(), 0)[0]).isCloseTo(upright(0, 0), within(3f));
    }

    @Test
    void aFrameOfAGifIsOnItsCanvas() throws IOException {
        byte[] gif = encoded(new int[][] {{0, 0, 0}, {0, 0, 0}}, "gif");
        ByteBuffer bytes = ByteBuffer.wrap(gif).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort(6, (short) 6).putShort(8, (short) 5);
        int table = (gif[10] & 0x80) == 0 ? 0 : 3 << ((gif[10] & 7) + 1);
        int at = 13 + table;
        while (gif[at] == 0x21) {
            at += 2;
            while (gif[at] != 0) {
                at += 1 + (gif[at] & 0xff);
            }
            at++;
        }
        bytes.putShort(at + 1, (short) 2).putShort(at + 3, (short) 1);
        Files.write(directory.resolve("a.gif"), gif);
        Dataset data = read();
        assertThat(data.samples().schema()).isEqualTo(new Picture(5, 6, 1));
        for (int y = 0; y < 5; y++) {
            for (int x = 0; x < 6; x++) {
                boolean inside = y >= 1 && y < 3 && x >= 2 && x < 5;
                assertThat(row(data, 0)[y * 6 + x]).isEqualTo(inside ? 0 : 255);
            }
        }
    }

    @Test
    void printColoursAreDecoded() throws IOException {
        // Cyan, magenta, yellow, black: 255 is full ink.
        int[][] inks = {{255, 0, 0, 0, 0, 255, 0, 0}, {0, 0, 255, 0, 0, 0, 0, 255}};
        Files.write(directory.resolve("a.tif"), new Tiff(inks, 4).with(262, 5).bytes());
        assertThat(row(read(), 0)).containsExactly(0, 255, 255, 255, 0, 255, 255, 255, 0, 0, 0, 0);
    }

    @Test
    void onlyTransparencyIsTransparent() throws IOException {
        int[][] pixels = {{100, 60, 20, 128, 100, 60, 20, 255}};
        Tiff tiff = new Tiff(pixels, 4).with(262, 2);
        float[] half = {178, 157, 137};
        Files.write(directory.resolve("a.tif"), tiff.with(338, 2).bytes());
        assertThat(Arrays.copyOf(row(read(), 0), 3)).containsExactly(half, within(1f));
        Files.write(directory.resolve("a.tif"), tiff.with(338, 0).bytes());
        assertThat(row(read(), 0)).containsExactly(100, 60, 20, 100, 60, 20);
        Files.write(directory.resolve("a.tif"), tiff.with(338, 1).bytes());
        assertThat(Arrays.copyOf(row(read(), 0), 3))
                .as("colours that are already multiplied by their share")
                .containsExactly(new float[] {227, 187, 147}, within(2f));
    }

    @Test
    void palettesMayBeTransparent() throws IOException {
        int[][] pixels = {{1, 255, 0, 0, 1, 128}};
        int[] colours = new int[3 * 256];
        colours[1] = 0xffff;
        colours[256 + 1] = 0x8080;
        Files.write(
                directory.resolve("a.tif"),
                new Tiff(pixels, 2).with(262, 3).with(338, 2).with(320, colours).bytes());
        float[] row = row(read(), 0);
        assertThat(Arrays.copyOf(row, 6)).containsExactly(255, 128, 0, 255, 255, 255);
        assertThat(row[8]).isCloseTo(127, within(1f));
    }

    @Test
    void fractionsAreRefused() throws IOException {
        Files.write(
                directory.resolve("a.tif"),
                new Tiff(new int[][] {{1, 2}}, 1).with(339, 3).bytes());
        assertThatThrownBy(this::read).hasMessageContaining("a.tif: found pixels that are fractions or have a sign");
    }

    @Test
    void aDamagedColourProfileIsIgnored() throws IOException {
        byte[] jpeg = encoded(stored(1), "jpg");
        byte[] profile = concat("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1), new byte[200]);
        byte[] marker = segment(profile);
        marker[1] = (byte) 0xe2;
        Files.write(
                directory.resolve("a.jpg"),
                concat(Arrays.copyOf(jpeg, 2), marker, Arrays.copyOfRange(jpeg, 2, jpeg.length)));
        assertThat(row(read(), 0)[5 * WIDTH + 7]).isCloseTo(upright(5, 7), within(3f));
    }

    @Test
    void oneImageIsARow() throws IOException {
        Files.write(directory.resolve("b.png"), encoded(stored(1), "png"));
        Files.write(directory.resolve("c.png"), encoded(stored(1), "png"));
        Dataset data = Inputs.read(directory.resolve("b.png").toString(), ReadOptions.defaults());
        assertThat(data.samples().size()).isEqualTo(1);
        assertThat(id(data, 0)).isEqualTo("b.png");
    }

    @Test
    void whatIsLeftOutOrResizedIsSaid() throws IOException {
        Files.write(directory.resolve("a.png"), encoded(stored(1), "png"));
        Files.write(directory.resolve("b.png"), encoded(stored(1), "png"));
        Files.write(directory.resolve("c.png"), encoded(stored(5), "png"));
        Files.writeString(directory.resolve("notes.txt"), "x");
        assertThat(read().notes())
                .containsExactly(
                        "1 file is left out, which is no image by its ending",
                        "1 image is resized to 16 x 24, the most frequent size (--picture changes it)");
    }

    private Dataset read() {
        return Inputs.read(directory.toString(), ReadOptions.defaults());
    }

    private static String id(Dataset data, int i) {
        return java.util.Objects.requireNonNull(data.ids()).get(i);
    }

    private static float[] row(Dataset data, int i) {
        float[] row = new float[data.samples().width()];
        data.samples().read(i, row, 0);
        return row;
    }

    private static byte[] encoded(int[][] pixels, String format) throws IOException {
        BufferedImage image = new BufferedImage(pixels[0].length, pixels.length, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < pixels.length; y++) {
            image.getRaster().setPixels(0, y, pixels[0].length, 1, pixels[y]);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    private static byte[] tags(int orientation) {
        return new Tiff(new int[][] {{0}}, 1).with(274, orientation).bytes();
    }

    private static byte[] segment(byte[] data) {
        return ByteBuffer.allocate(4 + data.length)
                .putShort((short) 0xffe1)
                .putShort((short) (2 + data.length))
                .put(data)
                .array();
    }

    private static byte[] chunk(byte[] data) {
        byte[] named = concat("eXIf".getBytes(StandardCharsets.US_ASCII), data);
        CRC32 crc = new CRC32();
        crc.update(named);
        return ByteBuffer.allocate(8 + named.length)
                .putInt(data.length)
                .put(named)
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** A TIFF without compression, 8 bits per sample. */
    private static final class Tiff {
        private final int[][] pixels;
        private final Map<Integer, int[]> tags = new TreeMap<>();

        Tiff(int[][] pixels, int samples) {
            this.pixels = pixels;
            int[] bits = new int[samples];
            Arrays.fill(bits, 8);
            with(256, pixels[0].length / samples)
                    .with(257, pixels.length)
                    .with(258, bits)
                    .with(259, 1)
                    .with(262, 1);
            with(277, samples).with(278, pixels.length);
        }

        Tiff with(int tag, int... values) {
            tags.put(tag, values);
            return this;
        }

        byte[] bytes() {
            int count = pixels.length * pixels[0].length;
            with(273, 0).with(279, count);
            int directory = 8;
            int after = directory + 2 + 12 * tags.size() + 4;
            ByteBuffer more = ByteBuffer.allocate(1 << 12).order(ByteOrder.LITTLE_ENDIAN);
            tags.forEach((tag, values) -> {
                if (values.length > 2) {
                    for (int value : values) {
                        more.putShort((short) value);
                    }
                }
            });
            int start = after + more.position();
            with(273, start);
            ByteBuffer out = ByteBuffer.allocate(start + count).order(ByteOrder.LITTLE_ENDIAN);
            out.put(new byte[] {'I', 'I', 42, 0}).putInt(directory).putShort((short) tags.size());
            int[] at = {after};
            tags.forEach((tag, values) -> {
                boolean wide = tag == 273 || tag == 279;
                out.putShort((short) (int) tag).putShort((short) (wide ? 4 : 3)).putInt(values.length);
                if (wide) {
                    out.putInt(values[0]);
                } else if (values.length > 2) {
                    out.putInt(at[0]);
                    at[0] += 2 * values.length;
                } else {
                    out.putShort((short) values[0]).putShort((short) (values.length > 1 ? values[1] : 0));
                }
            });
            out.putInt(0).put(more.array(), 0, more.position());
            for (int[] line : pixels) {
                for (int value : line) {
                    out.put((byte) value);
                }
            }
            return out.array();
        }
    }
}

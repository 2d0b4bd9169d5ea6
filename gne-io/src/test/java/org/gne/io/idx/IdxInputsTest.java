package org.gne.io.idx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.zip.GZIPOutputStream;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.data.StorageOptions;
import org.gne.io.InputException;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxInputsTest {

    @TempDir
    Path directory;

    @Test
    void everyElementTypeIsReadWithItsSign() throws IOException {
        check(0x08, 1, (b, v) -> b.put((byte) (int) v), new int[] {0, 1, 127, 128, 200, 255});
        check(0x09, 1, (b, v) -> b.put((byte) (int) v), new int[] {0, 1, 127, -128, -1, 5});
        check(0x0B, 2, (b, v) -> b.putShort((short) (int) v), new int[] {0, 1, 32767, -32768, -1, 5});
        check(0x0C, 4, ByteBuffer::putInt, new int[] {0, 1, 1 << 24, -(1 << 24), -1, 5});
        check(0x0D, 4, (b, v) -> b.putFloat(v), new int[] {0, 1, 1 << 24, -(1 << 24), -1, 5});
        check(0x0E, 8, (b, v) -> b.putDouble(v), new int[] {0, 1, 1 << 24, -(1 << 24), -1, 5});
    }

    private void check(int type, int bytes, BiConsumer<ByteBuffer, Integer> put, int[] values) throws IOException {
        ByteBuffer data = ByteBuffer.allocate(values.length * bytes);
        for (int value : values) {
            put.accept(data, value);
        }
        byte[] file = idx(type, data.array(), 3, 2);
        for (byte[] content : new byte[][] {file, gzip(file)}) {
            Dataset set = open(content);
            assertThat(set.samples().size()).isEqualTo(3);
            assertThat(set.samples().schema()).isEqualTo(Schema.Columns.numbered(2));
            float[] row = new float[2];
            for (int i = 0; i < 3; i++) {
                set.samples().read(i, row, 0);
                assertThat(row).containsExactly(values[2 * i], values[2 * i + 1]);
            }
        }
    }

    @Test
    void rowsOfAnyMemoryAreTheSameAndTheLimitHoldsForLabelsToo() throws IOException {
        byte[] floats =
                ByteBuffer.allocate(48).putFloat(0, 1.5f).putFloat(44, -7).array();
        byte[] bytes = {1, 2, 3, 4, 5, 6, 7, (byte) 200};
        Path labels = Files.write(directory.resolve("a-labels-idx1"), idx(8, new byte[] {3, 1, 2, 1}, 4));
        for (byte[] content : new byte[][] {idx(8, bytes, 4, 2), idx(0x0D, floats, 4, 3)}) {
            Path file = Files.write(directory.resolve("a-rows-idx"), content);
            ReadOptions options = ReadOptions.defaults().withLabels(labels).withLimit(3);
            Dataset heap = Inputs.read(file.toString(), options);
            Dataset disk = Inputs.read(
                    file.toString(),
                    options.withStorage(StorageOptions.automatic().onDisk().in(directory)));
            assertThat(disk.samples().size()).isEqualTo(3);
            assertThat(Objects.requireNonNull(disk.labels()).size()).isEqualTo(3);
            float[] expected = new float[heap.samples().width()];
            float[] found = expected.clone();
            for (int i = 0; i < 3; i++) {
                heap.samples().read(i, expected, 0);
                disk.samples().read(i, found, 0);
                assertThat(found).isEqualTo(expected);
            }
        }
    }

    @Test
    void axesSayWhatRowsAre() throws IOException {
        assertThat(open(idx(8, new byte[24], 4, 3, 2)).samples().schema()).isEqualTo(new Schema.Picture(3, 2, 1));
        assertThat(open(idx(8, new byte[24], 2, 2, 2, 3)).samples().schema()).isEqualTo(new Schema.Picture(2, 2, 3));
        refuses(idx(8, new byte[24], 3, 2, 2, 2), "2 channels, expected 3");
        refuses(idx(8, new byte[24], 24), "found 1 axis, which is a file of labels, expected 2");
        refuses(idx(8, new byte[24], 3, 2, 2, 2, 1), "byte 3: found 5 axes, expected 1 to 4");
        refuses(new byte[] {0, 0, 8, 0}, "byte 3: found 0 axes");
    }

    @Test
    void whatIsWrongIsNamed() throws IOException {
        refuses(new byte[0], "found 0 bytes");
        refuses(
                "\u0001row,x,y\n".getBytes(StandardCharsets.UTF_8),
                "starts with 01 72 6f 77, which is not a known format, expected ");
        refuses(idx(0x0A, new byte[4], 2, 2), "byte 2: found element type 0a");
        refuses(idx(8, new byte[0], 0, 2), "bytes 4-7: found size 0 of axis 0, expected 1 to 2147483639 rows");
        refuses(idx(8, new byte[0], 2, 0), "bytes 8-11: found size 0 of axis 1");
        refuses(idx(8, new byte[5], 2, 2), "byte 16: found more bytes, expected the end");
        refuses(idx(8, new byte[3], 2, 2), "byte 15: found the end of the file, expected 1 bytes more, 4 in all");
        refuses(gzip(idx(8, new byte[5], 2, 2)), "byte 16: found more bytes");
    }

    @Test
    void lyingHeadersTakeNoMemory() throws IOException {
        refuses(idx(8, new byte[10], -1, 1), "size 4294967295 of axis 0");
        refuses(idx(8, new byte[10], Integer.MAX_VALUE - 10, 1), "found the end of the file");
        refuses(gzip(idx(8, new byte[10], Integer.MAX_VALUE - 10, 1)), "found the end of the file");
        // Rows that would take a gigabyte as floats.
        refuses(idx(9, new byte[10], 1, 1 << 14, 1 << 14), "byte 26: found the end of the file");
        refuses(gzip(idx(9, new byte[10], 3, 1 << 14, 1 << 14)), "805306358 bytes more, 805306368 in all");
        refuses(idx(0x0E, new byte[10], 1 << 30, 1 << 30, 1 << 30), "expected fewer elements");
        refuses(gzip(idx(8, new byte[1 << 21], 1, 1 << 21)), "2097152 columns, expected at most 1048576");
    }

    @Test
    void everyTruncationIsRefused() throws IOException {
        byte[] plain = idx(8, new byte[] {1, 2, 3, 4, 5, 6}, 3, 2);
        for (byte[] whole : new byte[][] {plain, gzip(plain), named(gzip(plain))}) {
            open(whole);
            for (int length = 0; length < whole.length; length++) {
                refuses(Arrays.copyOf(whole, length), "");
            }
            // Bytes after the end belong to nothing; the gzip of Java would not see them.
            for (int more = 1; more < 20; more++) {
                refuses(Arrays.copyOf(whole, whole.length + more), "");
            }
        }
    }

    /** The same with a name and a comment in the gzip header, as the gzip command writes. */
    private static byte[] named(byte[] gzip) {
        byte[] out = new byte[gzip.length + 4];
        System.arraycopy(gzip, 0, out, 0, 10);
        out[3] = 8 | 16;
        out[10] = 'a';
        out[12] = 'b';
        System.arraycopy(gzip, 10, out, 14, gzip.length - 10);
        return out;
    }

    @Test
    void gzipOfSeveralMembersIsRead() throws IOException {
        byte[] plain = idx(8, new byte[] {1, 2, 3, 4, 5, 6}, 3, 2);
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(gzip(Arrays.copyOf(plain, 13)));
        both.write(gzip(Arrays.copyOfRange(plain, 13, plain.length)));
        assertThat(open(both.toByteArray()).samples().size()).isEqualTo(3);
    }

    @Test
    void flippedBitsAreReadOrRefused() throws IOException {
        long seed = 20240608;
        System.out.println("IdxInputsTest.flippedBitsAreReadOrRefused seed " + seed);
        Random random = new Random(seed);
        byte[] noise = new byte[200];
        random.nextBytes(noise);
        byte[] plain = idx(0x0B, noise, 10, 2, 5);
        byte[] packed = gzip(plain);
        for (int i = 0; i < 2000; i++) {
            byte[] flipped = (i % 2 == 0 ? plain : packed).clone();
            int within = i % 4 < 2 ? Math.min(24, flipped.length) : flipped.length;
            flipped[random.nextInt(within)] ^= (byte) (1 << random.nextInt(8));
            try {
                assertThat(open(flipped).samples().size()).isPositive();
            } catch (InputException e) {
                assertThat(e.getMessage()).doesNotContain("\n");
            }
        }
    }

    @Test
    void labelsAreFoundBesideImagesAndCounted() throws IOException {
        Path images = directory.resolve("my-images-idx3-ubyte");
        Path labels = directory.resolve("my-labels-idx1-ubyte.gz");
        Files.write(images, idx(8, new byte[12], 3, 2, 2));
        assertThat(Inputs.open(images.toString(), null).labels()).isNull();
        Files.write(labels, gzip(idx(8, new byte[] {7, 3, 7}, 3)));
        Dataset set = Inputs.open(images.toString(), null);
        assertThat(set.labels().names()).containsExactly("3", "7");
        assertThat(set.labels().classes()).containsExactly(1, 0, 1);

        Path other = Files.write(directory.resolve("other"), idx(8, new byte[] {1, 2}, 2));
        assertThatThrownBy(() -> Inputs.open(images.toString(), other))
                .isInstanceOf(InputException.class)
                .hasMessage(other + ": 2 labels, expected 3, one for each row of " + images);
        assertThatThrownBy(() -> Inputs.open(images.toString(), images)).hasMessageContaining("found 3 axes [3, 2, 2]");
    }

    @Test
    void labelsMayBeAnyNumbers() throws IOException {
        Path rows = Files.write(directory.resolve("rows"), idx(8, new byte[8], 4, 2));
        byte[] numbers = ByteBuffer.allocate(16)
                .putFloat(2.5f)
                .putFloat(Float.NaN)
                .putFloat(-1)
                .putFloat(2.5f)
                .array();
        Path labels = Files.write(directory.resolve("labels"), idx(0x0D, numbers, 4));
        Dataset set = Inputs.open(rows.toString(), labels);
        assertThat(set.labels().names()).containsExactly("-1", "2.5");
        assertThat(set.labels().classes()).containsExactly(1, -1, 0, 1);
    }

    @Test
    void inputsThatAreNoFilesAreNamed() throws Exception {
        assertThatThrownBy(() -> Inputs.open("mnits", null))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("input 'mnits': neither a known name nor a file that exists, expected ")
                .hasMessageContaining("CSV or TSV, ")
                .hasMessageContaining("IDX (plain or gzip)");
        assertThatThrownBy(() -> Inputs.open("", null)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> Inputs.open("a\0\nb", null))
                .isInstanceOf(InputException.class)
                .message()
                .doesNotContain("\n");
        assertThatThrownBy(() -> Inputs.open(directory.toString(), null))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a folder without images");
        Path rows = Files.write(directory.resolve("rows"), idx(0x08, new byte[] {1, 2}, 1, 2));
        Path missing = directory.resolve("missing");
        assertThatThrownBy(() -> Inputs.open(rows.toString(), missing))
                .isInstanceOf(InputException.class)
                .hasMessage(missing + ": there is no such file");
        if (Files.exists(Path.of("/dev/zero"))) {
            assertThatThrownBy(() -> Inputs.open("/dev/zero", null))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("a device or a pipe");
        }
    }

    private Dataset open(byte[] content) throws IOException {
        return Inputs.open(Files.write(directory.resolve("input"), content).toString(), null);
    }

    private void refuses(byte[] content, String message) {
        assertThatThrownBy(() -> open(content))
                .isExactlyInstanceOf(InputException.class)
                .hasMessageContaining(message)
                .hasMessageStartingWith(directory.resolve("input") + ": ")
                .message()
                .doesNotContain("\n");
    }

    private static byte[] idx(int type, byte[] data, int... sizes) {
        ByteBuffer file = ByteBuffer.allocate(4 + 4 * sizes.length + data.length);
        file.put((byte) 0).put((byte) 0).put((byte) type).put((byte) sizes.length);
        for (int size : sizes) {
            file.putInt(size);
        }
        return file.put(data).array();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }
}

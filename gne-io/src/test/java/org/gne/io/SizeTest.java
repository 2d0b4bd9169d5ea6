package org.gne.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.gne.data.Dataset;
import org.gne.io.array.NpyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Inputs much larger than they look, much wider than usual, or with very long texts: rows, or one line that says why not. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class SizeTest {

    private static final ReadOptions DEFAULTS = ReadOptions.defaults();

    /** Unpacked bytes of a bomb: a thousand times what the file has. */
    private static final int BLOCKS = 20;

    @TempDir
    Path directory;

    private Path bomb(String name, byte[] head, int filling) throws IOException {
        Path file = directory.resolve(name);
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) filling);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(head);
            for (int i = 0; i < BLOCKS; i++) {
                out.write(block);
            }
        }
        assertThat(Files.size(file)).isLessThan(1 << 18);
        return file;
    }

    private static void refuses(Path file, String message) {
        assertThatThrownBy(() -> Inputs.read(file.toString(), DEFAULTS))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(message)
                .message()
                .doesNotContain("\n")
                .hasSizeLessThan(700);
    }

    @Test
    void gzipThatUnpacksToMuchMoreIsRefused() throws IOException {
        byte[] table = "a,b\n1,".getBytes(StandardCharsets.UTF_8);
        refuses(bomb("zeros.csv.gz", new byte[0], 0), "after line 0");
        refuses(bomb("lines.csv.gz", new byte[0], '\n'), "found no line");
        refuses(bomb("fields.csv.gz", new byte[0], ','), "1048576 fields");
        refuses(bomb("field.csv.gz", table, 'x'), "after line 1");
        refuses(
                bomb(
                        "quoted.csv.gz",
                        (new String(table, StandardCharsets.UTF_8) + '"').getBytes(StandardCharsets.UTF_8),
                        'x'),
                "after line 1");
        byte[] small = ByteBuffer.allocate(16)
                .putInt(0x803)
                .putInt(2)
                .putInt(2)
                .putInt(2)
                .array();
        refuses(bomb("small-idx3-ubyte.gz", small, 0), "byte 24: found more bytes");
        byte[] large = ByteBuffer.allocate(16)
                .putInt(0x803)
                .putInt(1 << 21)
                .putInt(28)
                .putInt(28)
                .array();
        refuses(bomb("large-idx3-ubyte.gz", large, 0), "");
    }

    @Test
    void aHundredThousandColumnsAreRead() throws IOException {
        int width = 100_000;
        Path npy = directory.resolve("wide.npy");
        NpyFile.write(npy, 3, width, (row, out) -> {
            for (int j = 0; j < width; j++) {
                out[j] = row + j;
            }
        });
        StringBuilder csv = new StringBuilder();
        for (int line = 0; line < 4; line++) {
            for (int j = 0; j < width; j++) {
                csv.append(j == 0 ? "" : ",").append(line == 0 ? "c" + j : "" + (line - 1 + j));
            }
            csv.append('\n');
        }
        for (Path file : new Path[] {npy, Files.writeString(directory.resolve("wide.csv"), csv)}) {
            Dataset data = Inputs.read(file.toString(), DEFAULTS);
            assertThat(data.samples().size()).isEqualTo(3);
            float[] row = new float[width];
            data.samples().read(2, row, 0);
            assertThat(row[width - 1]).isEqualTo(width + 1);
        }
    }

    @Test
    void moreColumnsThanAnyTableHasAreRefused() throws IOException {
        Path npy = directory.resolve("wider.npy");
        NpyFile.write(npy, 1, (1 << 20) + 1, (row, out) -> {});
        refuses(npy, "found 1048577 columns, expected at most 1048576");
    }

    @Test
    void longTextsAreReadAndEndlessOnesRefused() throws IOException {
        String word = "n".repeat(1_000_000);
        Dataset data = Inputs.read(
                Files.writeString(directory.resolve("long.csv"), "a," + word + "\n1," + word + "\n3,m\n")
                        .toString(),
                DEFAULTS);
        assertThat(data.samples().width()).isEqualTo(3);
        Path endless = directory.resolve("endless.csv");
        refuses(Files.writeString(endless, "a,b\n1," + word.repeat(3) + "\n"), "after line 1");
    }
}

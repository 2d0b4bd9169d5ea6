package org.gne.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class PackedFilesTest {

    private static final List<String> KINDS = List.of("gz", "zst", "bz2", "xz");

    @TempDir
    Path directory;

    @Test
    void packedFilesAreReadAsWhatIsInThem() throws IOException {
        for (String kind : KINDS) {
            for (String name : List.of("t.csv." + kind, "t." + kind)) {
                Path file = Files.write(directory.resolve(name), packed(kind, "a\tb\n1\t2\n3\t5\n"));
                assertThat(Inputs.read(file.toString(), ReadOptions.defaults())
                                .samples()
                                .size())
                        .as(name)
                        .isEqualTo(2);
            }
        }
    }

    @Test
    void damageIsTold() throws IOException {
        for (String kind : KINDS) {
            byte[] whole = packed(kind, "a,b\n1,2\n3,5\n");
            Path file = directory.resolve("t.csv." + kind);
            for (int length = 1; length < whole.length; length++) {
                Files.write(file, Arrays.copyOf(whole, length));
                assertThatThrownBy(() -> Inputs.read(file.toString(), ReadOptions.defaults()))
                        .as(kind + " " + length)
                        .isInstanceOf(InputException.class)
                        .hasMessageContaining("t.csv." + kind);
            }
        }
    }

    private static byte[] packed(String kind, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = packer(kind, bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static OutputStream packer(String kind, OutputStream out) throws IOException {
        return switch (kind) {
            case "gz" -> new GZIPOutputStream(out);
            case "zst" -> new ZstdOutputStream(out).setChecksum(true);
            case "bz2" -> new BZip2CompressorOutputStream(out);
            default -> new XZOutputStream(out, new LZMA2Options(1));
        };
    }
}

package org.gne.io.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.data.StorageOptions;
import org.gne.io.InputException;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

    private static final byte[] TABLE = text("a,b\n1,2\n3,4\n");

    @TempDir
    Path directory;

    @TempDir
    Path scratch;

    @AfterEach
    void unpackedFilesAreDeleted() throws IOException {
        try (Stream<Path> left = Files.list(scratch)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void imagesAreReadAsFromAFolder() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("pets/cat/1.png", image(10));
        files.put("pets/dog/1.png", image(200));
        files.put("__MACOSX/pets/cat/._1.png", text("x"));
        files.put("pets/notes.md", text("x"));
        for (Path file : List.of(zip("a.zip", files), tar("a.tar.gz", files, true), tar("unnamed", files, false))) {
            Dataset data = read(file, null);
            assertThat(data.samples().schema()).isEqualTo(new Schema.Picture(2, 3, 1));
            assertThat(data.name()).isEqualTo(file.toString());
            assertThat(Objects.requireNonNull(data.labels()).names()).containsExactly("cat", "dog");
            assertThat(Objects.requireNonNull(data.ids()).get(1)).isEqualTo("dog/1.png");
            float[] row = new float[6];
            data.samples().read(1, row, 0);
            assertThat(row[0]).isEqualTo(200);
        }
    }

    @Test
    void oneTableIsReadBesideOtherFiles() throws IOException {
        Path file =
                zip("a.zip", Map.of("d/a.csv", TABLE, "d/README.txt", text("read me\n"), "d/a.names", text("iris\n")));
        Dataset data = read(file, null);
        assertThat(data.samples().size()).isEqualTo(2);
        assertThat(data.notes())
                .contains("d/a.csv is read; 2 other files of the archive left out (--array NAME reads another one)");
        try (Table table = Objects.requireNonNull(Inputs.table(file.toString(), options(null)))) {
            assertThat(table.columns()).hasSize(2);
        }
    }

    @Test
    void tablesWithTheSameColumnsAreOneTable() throws IOException {
        Dataset data = read(zip("a.zip", Map.of("a.csv", TABLE, "b.csv", TABLE, "LICENSE", text("free\n"))), null);
        assertThat(data.samples().size()).isEqualTo(4);
        Path other = zip("b.zip", Map.of("a.csv", TABLE, "b.csv", text("a,c\n1,2\n")));
        refuses(other, "b.zip/b.csv: found the column 'c', expected 'b' as in " + directory.resolve("b.zip/a.csv"));
        assertThat(read(other, "b.csv").samples().size()).isEqualTo(1);
        refuses(zip("c.zip", Map.of("a.npy", text("x"), "b.csv", TABLE)), "found 2 files with data (");
    }

    @Test
    void namesThatLeadOutAreRefused() throws IOException {
        for (String name : List.of("../a.csv", "/a.csv", "d/../../a.csv", "..\\a.csv", "C:\\a.csv")) {
            refuses(zip("a.zip", Map.of(name, TABLE)), "expected names below the archive");
        }
        refuses(tar("a.tar", Map.of("d/../../a.csv", TABLE), false), "expected names below the archive");
        refuses(zip("a.zip", Map.of("a.csv", TABLE, "./a.csv", TABLE)), "twice");
    }

    @Test
    void archivesThatCannotBeReadAreRefused() throws IOException {
        refuses(zip("a.zip", Map.of("a.pdf", text("%PDF-1.4 \1"))), "without images or tables: found a.pdf");
        refuses(zip("a.zip", Map.of(".a.csv", TABLE)), "is an archive without files");
        byte[] inner = Files.readAllBytes(zip("i.zip", Map.of("a.csv", TABLE)));
        refuses(zip("a.zip", Map.of("i.zip", inner)), "a.zip/i.zip: is an archive in an archive");
        byte[] tar = Files.readAllBytes(tar("a.tar", Map.of("a.csv", TABLE, "b.csv", TABLE), false));
        refuses(Files.write(directory.resolve("cut.tar"), Arrays.copyOf(tar, 1024)), "ends early");
        refuses(Files.write(directory.resolve("cut.zip"), Arrays.copyOf(inner, inner.length - 9)), "damaged archive");
    }

    @Test
    void anArchiveThatUnpacksToMuchMoreIsRefused() throws IOException {
        Path bomb = directory.resolve("bomb.zip");
        byte[] block = new byte[1 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("a.csv"));
            for (int i = 0; i < 1100; i++) {
                zip.write(block);
            }
        }
        refuses(bomb, "expected at most ");
    }

    private void refuses(Path file, String message) {
        assertThatThrownBy(() -> read(file, null))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(message);
    }

    private Dataset read(Path file, @Nullable String member) {
        return Inputs.read(file.toString(), options(member));
    }

    private ReadOptions options(@Nullable String member) {
        return ReadOptions.defaults()
                .withArray(member)
                .withStorage(StorageOptions.automatic().in(scratch));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] image(int grey) throws IOException {
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(0, 0, 0, grey);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private Path zip(String name, Map<String, byte[]> files) throws IOException {
        Path path = directory.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return path;
    }

    private Path tar(String name, Map<String, byte[]> files, boolean packed) throws IOException {
        Path path = directory.resolve(name);
        OutputStream out = Files.newOutputStream(path);
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(packed ? new GZIPOutputStream(out) : out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey(), true);
                entry.setSize(file.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        }
        return path;
    }
}

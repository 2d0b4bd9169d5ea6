package org.gne.io;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.gne.data.Schema;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every reader against files that are cut, changed, or no files. */
class DamageTest {

    private static final ReadOptions DEFAULTS = ReadOptions.defaults();

    private static final String PICTURES = ".*\\.(png|jpe?g|gif|bmp|tif)";

    @TempDir
    Path directory;

    /** Name, content, options, whether a cut is always seen, whether no damage goes unseen. */
    static Stream<Arguments> files() throws IOException {
        byte[] idx = ByteBuffer.allocate(4 + 12 + 60 * 9)
                .putInt(0x803)
                .putInt(60)
                .putInt(3)
                .putInt(3)
                .put(new byte[60 * 9])
                .array();
        byte[] csv = resource("table/pandas.csv");
        ReadOptions picture = DEFAULTS.withPicture(new Schema.Picture(2, 3, 3));
        return Stream.of(
                arguments("a-idx3-ubyte", idx, DEFAULTS, true, false),
                arguments("a-idx3-ubyte.gz", gzip(idx), DEFAULTS, true, true),
                arguments("a.csv", csv, DEFAULTS, false, false),
                arguments("a.tsv.gz", resource("table/pandas.tsv.gz"), DEFAULTS, true, true),
                arguments("a.npy", resource("array/float32.npy"), DEFAULTS, true, false),
                arguments("a.npy.gz", gzip(resource("array/float32.npy")), DEFAULTS, true, true),
                arguments("f.npy", resource("array/pictures.npy"), picture, true, false),
                arguments("a.npz", resource("array/numpy.npz"), DEFAULTS.withArray(">f8_F"), true, true),
                arguments("a.h5ad", resource("hdf/csr.h5ad"), DEFAULTS, true, false),
                arguments("c.h5ad", resource("hdf/csc.h5ad"), DEFAULTS, true, false),
                arguments("a.loom", resource("hdf/cells.loom"), DEFAULTS, true, false),
                arguments("a.h5", resource("hdf/arrays.h5"), DEFAULTS.withArray("train/x"), true, false),
                arguments("a.mat", resource("matlab/plain.mat"), DEFAULTS.withArray("X"), false, false),
                arguments("p.mat", resource("matlab/packed.mat"), DEFAULTS.withArray("X"), false, false),
                arguments("a.xlsx", resource("excel/openpyxl.xlsx"), DEFAULTS, true, true),
                arguments("a.safetensors", safeTensors(), DEFAULTS.withArray("x"), true, false),
                arguments("rgb.png", resource("picture/kinds/rgb.png"), DEFAULTS, true, true),
                arguments("palette.png", resource("picture/kinds/palette.png"), DEFAULTS, true, true),
                arguments("rgb.jpeg", resource("picture/kinds/rgb.jpeg"), DEFAULTS, true, false),
                arguments("rgb.gif", resource("picture/kinds/rgb.gif"), DEFAULTS, false, false),
                arguments("rgb.bmp", resource("picture/kinds/rgb.bmp"), DEFAULTS, true, false),
                arguments("rgb.tif", resource("picture/kinds/rgb.tif"), DEFAULTS, true, false));
    }

    static Stream<Arguments> noPictures() throws IOException {
        return files().filter(file -> !((String) file.get()[0]).matches(PICTURES));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(DamageTest.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        }
    }

    private static byte[] safeTensors() {
        byte[] header =
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[8,4],\"data_offsets\":[0,128]}}".getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + header.length + 128)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .array();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void damageIsToldInOneLine(String name, byte[] whole, ReadOptions options, boolean cutsSeen, boolean checked)
            throws IOException {
        Damage damage = damage(name, whole, options, checked);
        damage.truncate(cutsSeen);
        damage.flip(300, 11);
    }

    @Tag("slow")
    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void muchDamageIsToldInOneLine(String name, byte[] whole, ReadOptions options, boolean cutsSeen, boolean checked)
            throws IOException {
        damage(name, whole, options, checked).flip(10_000, 12);
    }

    /** Pictures are alone in a folder. */
    private Damage damage(String name, byte[] whole, ReadOptions options, boolean checked) throws IOException {
        if (!name.matches(PICTURES)) {
            return new Damage(directory.resolve(name), directory.resolve(name), whole, options, checked);
        }
        Path folder = Files.createDirectory(directory.resolve("pictures"));
        return new Damage(folder.resolve(name), folder, whole, options, checked);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noPictures")
    @Timeout(value = 1, unit = TimeUnit.MINUTES)
    void whatIsNoFileOrAnotherKindIsToldInOneLine(
            String name, byte[] whole, ReadOptions options, boolean cutsSeen, boolean checked)
            throws IOException, InterruptedException {
        Path file = directory.resolve(name);
        refuses(file);
        Files.createDirectory(file);
        refuses(file);
        Files.delete(file);
        Files.createSymbolicLink(file, directory.resolve("nowhere"));
        refuses(file);
        Files.delete(file);
        Process mkfifo = new ProcessBuilder("mkfifo", file.toString()).start();
        if (mkfifo.waitFor() == 0) {
            refuses(file);
            Files.delete(file);
        }
        Files.write(file, new byte[0]);
        refuses(file);
        if (!name.contains("sv")) {
            Files.write(file, "x,y\n1,2\n".getBytes(StandardCharsets.UTF_8));
            refuses(file);
        }
        Files.write(file, new byte[4096]);
        refuses(file);
    }

    private static void refuses(Path file) {
        assertThatThrownBy(() -> Inputs.read(file.toString(), DEFAULTS))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(file.toString());
    }
}

package org.gne.io.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gne.data.Column;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.io.ColumnChoice;
import org.gne.io.InputException;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class NumpyTest {

    private static final ReadOptions DEFAULTS = ReadOptions.defaults();

    @TempDir
    Path directory;

    @Test
    void everyTypeAndOrderThatNumpyWroteIsRead() throws IOException {
        Path file = resource("numpy.npz");
        for (String type : List.of("b1", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8")) {
            for (String order : type.endsWith("1") ? List.of("<") : List.of("<", ">")) {
                for (String axes : List.of("_C", "_F")) {
                    String name = order + type + axes;
                    Dataset data = Inputs.read(file.toString(), DEFAULTS.withArray(name));
                    assertThat(data.samples().size()).isEqualTo(5);
                    assertThat(data.samples().width()).isEqualTo(3);
                    for (int i = 0; i < 5; i++) {
                        float[] row = row(data, i);
                        for (int j = 0; j < 3; j++) {
                            assertThat(row[j]).as(name + " " + i + " " + j).isEqualTo(expected(type, 3 * i + j));
                        }
                    }
                }
            }
        }
        assertThat(((Schema.Columns) Inputs.read(file.toString(), DEFAULTS.withArray("<b1_C"))
                                .samples()
                                .schema())
                        .columns()
                        .get(2))
                .isEqualTo(Column.bool("2"));
    }

    private static float expected(String type, int k) {
        float sign = k % 2 == 1 ? -1 : 1;
        return switch (type.charAt(0)) {
            case 'b' -> k % 2;
            case 'i' -> k * sign;
            case 'u' -> k;
            default -> k * 0.25f * sign;
        };
    }

    private Path resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(NumpyTest.class.getResourceAsStream(name))) {
            return Files.write(directory.resolve(name), in.readAllBytes());
        }
    }

    private static float[] row(Dataset data, int i) {
        float[] row = new float[data.samples().width()];
        data.samples().read(i, row, 0);
        return row;
    }

    @Test
    void labelsAndIdsAreOtherArraysOfTheFile() throws IOException {
        ReadOptions options = DEFAULTS.withArray("<f4_C");
        Dataset data = Inputs.read(
                resource("numpy.npz").toString(),
                options.withColumns(ColumnChoice.ALL.withLabel("number").withId("text")));
        assertThat(Objects.requireNonNull(data.labels()).names()).containsExactly("-1", "9", "10");
        assertThat(data.labels().classes()).containsExactly(0, 2, 1, 2, 1);
        assertThat(Objects.requireNonNull(data.ids()).get(1)).isEqualTo("a\u00e9\ud83d\ude00");
        Dataset texts = Inputs.read(
                resource("numpy.npz").toString(),
                options.withColumns(ColumnChoice.ALL.withLabel("text").withId("bytes"))
                        .withLimit(3));
        assertThat(Objects.requireNonNull(texts.labels()).classes()).containsExactly(1, 0, -1);
        assertThat(Objects.requireNonNull(texts.ids()).get(1)).isEqualTo("yy");
    }

    @Test
    void anArrayIsChosenWhereThereAreSeveral() throws IOException {
        String file = resource("numpy.npz").toString();
        assertThatThrownBy(() -> Inputs.read(file, DEFAULTS))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("found 45 arrays for the rows (<b1_C, <b1_F,")
                .hasMessageContaining("and 33 more), expected to be told which, such as --array <b1_C");
        assertThatThrownBy(() -> Inputs.read(file, DEFAULTS.withArray("x")))
                .hasMessageContaining("--array: no array 'x', expected one of <b1_C");
        assertThatThrownBy(() -> Inputs.read(file, DEFAULTS.withArray("text")))
                .hasMessageContaining("array 'text': the header: found texts, expected numbers");
        Path one = zip("one.npz", "x.npy", npy("{'descr': '|u1', 'fortran_order': False, 'shape': (2, 2), }", 4));
        assertThat(Inputs.read(one.toString(), DEFAULTS).samples().width()).isEqualTo(2);
    }

    @Test
    void arraysOfThreeOrFourAxesAreImages() throws IOException {
        Dataset grey = open(npy("{'descr': '|u1', 'fortran_order': False, 'shape': (2, 3, 4), }", 24), DEFAULTS);
        assertThat(grey.samples().schema()).isEqualTo(new Schema.Picture(3, 4, 1));
        assertThat(row(grey, 1)[5]).isEqualTo(17);
        assertThat(grey.notes())
                .containsExactly("each row is read as an image of 3 x 4, as the axes are (--picture changes it)");
        Dataset first = open(npy("{'descr': '|u1', 'fortran_order': False, 'shape': (1, 3, 1, 2), }", 6), DEFAULTS);
        assertThat(first.samples().schema()).isEqualTo(new Schema.Picture(1, 2, 3));
        assertThat(row(first, 0)).containsExactly(0, 2, 4, 1, 3, 5);
        assertThatThrownBy(() ->
                        open(npy("{'descr': '|u1', 'fortran_order': False, 'shape': (1, 2, 2, 2), }", 8), DEFAULTS))
                .hasMessageContaining("found 4 axes [1, 2, 2, 2], expected 2 (rows of columns)")
                .hasMessageContaining("--picture 2x2x2");
    }

    @Test
    void arraysAreTheImagesThatAreAskedFor() throws IOException {
        String file = resource("pictures.npy").toString();
        Schema.Picture picture = new Schema.Picture(2, 3, 3);
        assertThat(Inputs.read(file, DEFAULTS).samples().schema()).isEqualTo(picture);
        Dataset data = Inputs.read(file, DEFAULTS.withPicture(picture));
        assertThat(data.samples().schema()).isEqualTo(picture);
        for (int i = 0; i < 4; i++) {
            float[] row = row(data, i);
            for (int k = 0; k < 18; k++) {
                int y = k / 9;
                int x = k / 3 % 3;
                assertThat(row[k]).isEqualTo(54 * i + 27 * y + 9 * x + k % 3);
            }
        }
        assertThatThrownBy(() -> Inputs.read(file, DEFAULTS.withPicture(new Schema.Picture(3, 3, 1))))
                .hasMessageContaining("rows of [2, 3, 3], expected images of 3 x 3 x 1");
    }

    @Test
    void channelsMayComeFirst() throws IOException {
        byte[] file = npy("{'descr': '|u1', 'fortran_order': False, 'shape': (1, 3, 1, 2), }", 6);
        Dataset data = open(file, DEFAULTS.withPicture(new Schema.Picture(1, 2, 3)));
        assertThat(row(data, 0)).containsExactly(0, 2, 4, 1, 3, 5);
    }

    @Test
    void rowsOfAnyMemoryAreTheSame() throws IOException {
        for (String header : List.of("False", "True")) {
            byte[] file = npy("{'descr': '|u1', 'fortran_order': " + header + ", 'shape': (5000, 50), }", 250_000);
            Dataset heap = open(file, DEFAULTS);
            Dataset disk =
                    open(file, DEFAULTS.withStorage(DEFAULTS.storage().onDisk().in(directory)));
            for (int i = 0; i < 5000; i++) {
                float[] row = row(heap, i);
                assertThat(row(disk, i)).isEqualTo(row);
                int at = header.equals("True") ? 7 * 5000 + i : 50 * i + 7;
                assertThat(row[7]).isEqualTo(at & 0xff);
            }
        }
        assertThat(Files.list(directory).filter(file -> !file.toString().endsWith(".npy")))
                .isEmpty();
    }

    @Test
    void whatIsWrongIsNamed() throws IOException {
        refuses("{'descr': '|O', 'fortran_order': False, 'shape': (2,), }", "descr: found '|O' (Python objects)");
        refuses("{'descr': '<c8', 'fortran_order': False, 'shape': (2,), }", "(complex numbers), expected booleans");
        refuses("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (2,), }", "(records)");
        refuses("{'descr': '<f16', 'fortran_order': False, 'shape': (2,), }", "found '<f16'");
        refuses("{'descr': '<f4', 'fortran_order': False, 'shape': (-2,), }", "shape: found (-2,)");
        refuses("{'descr': '<f4', 'fortran_order': False, 'shape': (), }", "found a single number, no axes");
        refuses("{'descr': '<f4', 'fortran_order': False, 'shape': (0, 4), }", "shape [0, 4], expected 1 to");
        refuses("{'descr': '<f4', 'fortran_order': 1, 'shape': (1, 4), }", "expected descr, fortran_order and shape");
        refuses("{'descr': '<f4', 'shape': (1, 4), }", "entries [");
        refuses("{'descr': '<f4', 'descr': '<f4', 'shape': (1, 4), }", "expected descr, fortran_order and shape");
        refuses("__import__('os')", "found '__import__('os')', expected a dictionary");
        refuses("{'descr': '|u1', 'fortran_order': False, 'shape': (3, 3), }", "the end of the data, expected more, 9");
        refuses("{'descr': '|u1', 'fortran_order': False, 'shape': (3, 1), }", "more bytes, expected the end");
        refuses(
                "{'descr': '|b1', 'fortran_order': False, 'shape': (2, 2), }",
                "row 1, value 0: found 2, expected 0 or 1");
        ByteBuffer big = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(0, -1e300);
        byte[] file = npy("{'descr': '<f8', 'fortran_order': False, 'shape': (1, 1), }", big.array());
        assertThatThrownBy(() -> open(file, DEFAULTS)).hasMessageContaining("row 0, value 0: found -1.0E300, expected");
    }

    @Test
    void lyingHeadersTakeNoMemory() throws IOException {
        String end = "the end of the data";
        refuses("{'descr': '<f8', 'fortran_order': False, 'shape': (2000000000, 100), }", "MB");
        refuses("{'descr': '<f4', 'fortran_order': False, 'shape': (100000, 1000), }", end);
        refuses("{'descr': '<f4', 'fortran_order': True, 'shape': (100000, 1000), }", end);
        refuses("{'descr': '<f8', 'fortran_order': False, 'shape': (999999999999999999, 99), }", "fewer elements");
        refuses("{'descr': '<f8', 'fortran_order': False, 'shape': (1, 99999999999), }", "columns, expected at most");
        refuses("{'descr': '<U99999999', 'fortran_order': False, 'shape': (2,), }", "descr: found");
    }

    @Test
    @Timeout(60)
    void longHeadersTakeNoTime() throws IOException {
        String spaces = " ".repeat(65_000);
        for (int i = 0; i < 40; i++) {
            refuses("{'descr': '|u1', 'fortran_order': False, 'shape': (2" + spaces + "2), }", "whole numbers");
        }
        byte[] file = npy("{'descr': '|u1', 'fortran_order': False, 'shape': (2," + spaces + "2 ), }", 4);
        assertThat(row(open(file, DEFAULTS), 1)).containsExactly(2, 3);
    }

    @Test
    void whatUnpacksToMoreThanItSaysIsRefused() throws IOException {
        byte[] small = npy("{'descr': '|u1', 'fortran_order': False, 'shape': (2, 2), }", new byte[100_000_000]);
        Path bomb = zip("bomb.npz", "x.npy", small);
        assertThat(Files.size(bomb)).isLessThan(200_000);
        assertThatThrownBy(() -> Inputs.read(bomb.toString(), DEFAULTS))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("more bytes, expected the end, after the shape [2, 2]");
    }

    @Test
    void aZipWhoseCommentIsNoTextIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            ZipEntry entry = new ZipEntry("x.npy");
            entry.setComment("Q");
            zip.putNextEntry(entry);
        }
        String bytes = out.toString(StandardCharsets.ISO_8859_1).replace("x.npyQ", "x.npy\u00ff");
        Path file = Files.write(directory.resolve("c.npz"), bytes.getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Inputs.read(file.toString(), DEFAULTS))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file + ": ");
    }

    private void refuses(String header, String message) throws IOException {
        byte[] file = npy(header, 4);
        assertThatThrownBy(() -> open(file, DEFAULTS))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message)
                .hasMessageStartingWith(directory.toString());
    }

    private Dataset open(byte[] content, ReadOptions options) throws IOException {
        return Inputs.read(Files.write(directory.resolve("a.npy"), content).toString(), options);
    }

    /** Elements are bytes that count. */
    private static byte[] npy(String header, int length) {
        byte[] data = new byte[length];
        for (int i = 0; i < length; i++) {
            data[i] = (byte) i;
        }
        return npy(header, data);
    }

    private static byte[] npy(String header, byte[] data) {
        byte[] text = header.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(10 + text.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) text.length)
                .put(text)
                .put(data)
                .array();
    }

    private Path zip(String name, String entry, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
        }
        return Files.write(directory.resolve(name), out.toByteArray());
    }

    @Test
    void whatIsWrittenIsWhatNumpyWrites() throws IOException {
        Path file = directory.resolve("written.npy");
        NpyFile.write(file, 4, 3, (row, out) -> {
            for (int j = 0; j < 3; j++) {
                out[j] = (float) (row / 7.0 - j);
            }
        });
        assertThat(Files.readAllBytes(file)).isEqualTo(Files.readAllBytes(resource("float32.npy")));
    }
}

package org.gne.io.array;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiFunction;
import org.gne.data.Column;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrayColumnsTest {

    private static final int ROWS = 500;

    private static final ReadOptions DEFAULTS = ReadOptions.defaults();

    @TempDir
    Path directory;

    /** Times in seconds over two months, small numbers, ordinary numbers. */
    private static double value(int row, int column) {
        return switch (column) {
            case 0 -> 1_700_000_000 + 10_007.0 * row;
            case 1 -> (1 + row % 17) * 1e-300;
            default -> 0.25 * (row % 40);
        };
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void doublesKeepTheirDigits(boolean columnMajor) throws IOException {
        Dataset data = Inputs.read(doubles("a.npy", columnMajor).toString(), DEFAULTS);
        float[] row = new float[3];
        for (int i = 0; i < ROWS; i++) {
            data.samples().read(i, row, 0);
            assertThat(columns(data).columns().get(0).value(row[0])).isEqualTo(value(i, 0));
            assertThat(columns(data).columns().get(1).value(row[1]) * 1e300)
                    .isBetween(value(i, 1) * 1e300 * 0.99999, value(i, 1) * 1e300 * 1.00001);
            assertThat(row[2]).isEqualTo((float) value(i, 2));
        }
        assertThat(columns(data).columns().get(2)).isEqualTo(Column.number("2"));
    }

    @Test
    void longWholeNumbersAreExact() throws IOException {
        ByteBuffer longs = elements(false, (i, j) -> (long) 1_700_000_000_000L + 86_400L * i + j);
        Dataset data = Inputs.read(npy("l.npy", "<i8", false, longs).toString(), DEFAULTS);
        float[] row = new float[3];
        data.samples().read(499, row, 0);
        assertThat(columns(data).columns().get(1).value(row[1])).isEqualTo(1_700_000_000_000.0 + 86_400L * 499 + 1);
    }

    /** New rows are stored as those of the model, whatever rows they are and whatever type they have. */
    @Test
    void rowsForAModelHaveTheOriginsOfTheModel() throws IOException {
        Schema.Columns model = columns(Inputs.read(doubles("a.npy", false).toString(), DEFAULTS));
        ByteBuffer zeros = ByteBuffer.allocate(3);
        Path bytes = npy("b.npy", "|u1", 1, false, zeros);
        Dataset data = Inputs.read(bytes.toString(), DEFAULTS.withSchema(model));
        float[] row = new float[3];
        data.samples().read(0, row, 0);
        assertThat(columns(data)).isEqualTo(model);
        assertThat(model.columns().get(0).value(row[0])).isBetween(-100.0, 100.0);
        assertThat(row[2]).isZero();
    }

    @Test
    void onlyTheRowsThatAreReadDecide() throws IOException {
        ByteBuffer longs = elements(false, (i, j) -> i < 10 ? (long) i : 1_700_000_000_000L + i);
        Dataset data = Inputs.read(npy("l.npy", "<i8", false, longs).toString(), DEFAULTS.withLimit(10));
        assertThat(columns(data).columns()).allMatch(column -> column.origin() == 0);
    }

    private static Schema.Columns columns(Dataset data) {
        return (Schema.Columns) data.samples().schema();
    }

    private Path doubles(String name, boolean columnMajor) throws IOException {
        return npy(name, "<f8", columnMajor, elements(columnMajor, (i, j) -> Double.doubleToRawLongBits(value(i, j))));
    }

    private static ByteBuffer elements(boolean columnMajor, BiFunction<Integer, Integer, Long> bits) {
        ByteBuffer data = ByteBuffer.allocate(ROWS * 3 * 8).order(ByteOrder.LITTLE_ENDIAN);
        for (int e = 0; e < ROWS * 3; e++) {
            data.putLong(columnMajor ? bits.apply(e % ROWS, e / ROWS) : bits.apply(e / 3, e % 3));
        }
        return data;
    }

    private Path npy(String name, String type, boolean columnMajor, ByteBuffer data) throws IOException {
        return npy(name, type, ROWS, columnMajor, data);
    }

    private Path npy(String name, String type, int rows, boolean columnMajor, ByteBuffer data) throws IOException {
        byte[] text = ("{'descr': '" + type + "', 'fortran_order': " + (columnMajor ? "True" : "False") + ", 'shape': ("
                        + rows + ", 3), }\n")
                .getBytes(StandardCharsets.US_ASCII);
        ByteBuffer file =
                ByteBuffer.allocate(10 + text.length + data.capacity()).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) text.length);
        return Files.write(
                directory.resolve(name), file.put(text).put(data.array()).array());
    }
}

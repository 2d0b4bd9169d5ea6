package org.gne.io.matlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.gne.data.Column;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.io.ColumnChoice;
import org.gne.io.InputException;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of {@code matlab_goldens.py}. */
class MatTest {

    private static final ReadOptions X = ReadOptions.defaults().withArray("X");

    @TempDir
    Path directory;

    @Test
    void matricesAreRowsWithLabelsAndIds() throws IOException {
        for (String name : List.of("plain.mat", "packed.mat")) {
            for (String ending : List.of("", ".unknown")) {
                Path file = Files.write(directory.resolve(name + ending), resource(name));
                Dataset data = Inputs.read(
                        file.toString(),
                        X.withColumns(ColumnChoice.ALL.withLabel("y").withId("z")));
                assertThat(data.samples().size()).isEqualTo(12);
                for (int i = 0; i < 12; i++) {
                    assertThat(row(data, i)).containsExactly(i / 4.0, i / 4.0 + 1, i / 4.0 + 2);
                }
                assertThat(Objects.requireNonNull(data.labels()).names()).containsExactly("0", "1", "2");
                assertThat(data.labels().classes()).startsWith(0, 1, 2, 0);
                assertThat(Objects.requireNonNull(data.ids()).get(11)).isEqualTo("nöte 11");
                Dataset whole = Inputs.read(file.toString(), X.withArray("W"));
                assertThat(row(whole, 11)).containsExactly(1100, 1101, 1102);
                Dataset flags = Inputs.read(file.toString(), X.withArray("flags"));
                assertThat(row(flags, 1)).containsExactly(0, 0, 0);
            }
        }
    }

    @Test
    void whatCannotBeReadIsRefusedWithAWayOut() throws IOException {
        byte[] plain = resource("plain.mat");
        refuses(plain, ReadOptions.defaults(), "found 8 arrays for the rows (X, W, y, z, flags, images, S, C)");
        refuses(plain, X.withArray("images"), "found 3 axes, expected 2 (in MATLAB, reshape makes rows");
        refuses(plain, X.withArray("S"), "is sparse, expected a full matrix of real numbers (in MATLAB: full(S))");
        refuses(plain, X.withArray("C"), "is complex, expected a full matrix");
        refuses(plain, X.withArray("s"), "no array 's'");
        byte[] newer = "MATLAB 7.3 MAT-file, Platform: GLNXA64".getBytes(StandardCharsets.US_ASCII);
        refuses(Arrays.copyOf(newer, 600), X, "version 7.3, expected version 7 (in MATLAB: save(..., '-v7'))");
        refuses(new byte[200], X, "is no MATLAB file of version 5 to 7");
        refuses(Arrays.copyOf(plain, 300), X, "ends early");
    }

    private void refuses(byte[] content, ReadOptions options, String message) throws IOException {
        Path file = Files.write(directory.resolve("a.mat"), content);
        assertThatThrownBy(() -> Inputs.read(file.toString(), options))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(message);
    }

    private static double[] row(Dataset data, int row) {
        float[] values = new float[data.samples().width()];
        data.samples().read(row, values, 0);
        List<Column> columns = ((Schema.Columns) data.samples().schema()).columns();
        double[] numbers = new double[values.length];
        for (int j = 0; j < values.length; j++) {
            numbers[j] = columns.get(j).origin() + columns.get(j).unit() * values[j];
        }
        return numbers;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(MatTest.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        }
    }
}

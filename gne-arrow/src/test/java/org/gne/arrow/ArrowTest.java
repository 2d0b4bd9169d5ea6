package org.gne.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.gne.data.Column;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.io.ColumnChoice;
import org.gne.io.InputException;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of {@code arrow_goldens.py}. */
class ArrowTest {

    private static final ReadOptions DEFAULTS = ReadOptions.defaults();

    @TempDir
    Path directory;

    @Test
    void columnsHaveTheTypesOfArrow() throws IOException {
        for (String name : List.of("lz4.feather", "zstd.feather", "uncompressed.feather", "stream.arrows")) {
            for (String ending : List.of("", ".unknown")) {
                Path file = Files.write(directory.resolve(name + ending), resource(name));
                ColumnChoice choice = ColumnChoice.ALL.withId("name").withLabel("colour");
                assertRows(Inputs.read(file.toString(), DEFAULTS.withColumns(choice)));
            }
        }
    }

    private static void assertRows(Dataset data) {
        assertThat(data.samples().size()).isEqualTo(40);
        List<Column> columns = ((Schema.Columns) data.samples().schema()).columns();
        assertThat(columns).extracting(Column::name).containsExactly("x", "half", "flag", "day", "time", "price");
        assertThat(columns.get(3).kind()).isEqualTo(Column.Kind.DATE);
        assertThat(columns.get(4).kind()).isEqualTo(Column.Kind.TIME);
        float[] row = new float[columns.size()];
        for (int i = 0; i < 40; i++) {
            data.samples().read(i, row, 0);
            if (i % 9 == 8) {
                assertThat(row[0]).isNaN();
            } else {
                assertThat(row[0]).isEqualTo((float) (i / 7.0 - 2));
            }
            assertThat(row[1]).isEqualTo(i * 0.5f);
            assertThat(row[2]).isEqualTo(i % 3 == 0 ? 1 : 0);
            double day = LocalDate.of(2020, 1, 31).toEpochDay();
            assertThat(columns.get(3).origin() + row[3]).isEqualTo(day + i);
            assertThat(columns.get(4).origin() + columns.get(4).unit() * row[4])
                    .isCloseTo((day * 24 + 12 + i) * 3600, within(1.0));
            assertThat(row[5]).isEqualTo(i / 4f);
        }
        assertThat(Objects.requireNonNull(data.labels()).names()).containsExactly("blue", "green", "red");
        assertThat(data.labels().classes()[10]).isEqualTo(-1);
        assertThat(Objects.requireNonNull(data.ids()).get(39)).isEqualTo("näme 39");
    }

    @Test
    void whatCannotBeReadIsRefusedInOneLine() throws IOException {
        refuses(
                "list.arrow",
                resource("list.arrow"),
                "row 2, column 'a': found a list of 1 numbers, expected a list of 2 numbers");
        refuses("old.feather", new byte[] {'F', 'E', 'A', '1', 0, 0}, "Feather version 1, expected version 2");
        refuses("text.arrow", new byte[] {'a', ',', 'b', '\n'}, "is damaged Arrow data");
        Path packed = directory.resolve("packed.arrow.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(resource("lz4.feather"));
        }
        assertThatThrownBy(() -> Inputs.read(packed.toString(), DEFAULTS)).hasMessageContaining("is packed as gzip");
    }

    @Test
    void damageIsToldInOneLine() throws IOException {
        Random random = new Random(3);
        for (String name : List.of("lz4.feather", "zstd.feather", "uncompressed.feather", "stream.arrows")) {
            byte[] whole = resource(name);
            for (int time = 0; time < 300; time++) {
                byte[] damaged = time < 64 ? Arrays.copyOf(whole, whole.length * time / 64) : whole.clone();
                for (int i = 0; i < 1 + time % 5 && time >= 64; i++) {
                    damaged[random.nextInt(whole.length)] ^= (byte) (1 + random.nextInt(255));
                }
                Path file = Files.write(directory.resolve(name), damaged);
                try {
                    assertThat(Inputs.read(file.toString(), DEFAULTS).samples().size())
                            .isPositive();
                } catch (InputException e) {
                    assertThat(e).hasMessageStartingWith(file.toString());
                    assertThat(e.getMessage())
                            .doesNotContainPattern("\\p{Cntrl}")
                            .hasSizeLessThan(1000);
                }
            }
        }
    }

    private void refuses(String name, byte[] content, String message) throws IOException {
        Path file = Files.write(directory.resolve(name), content);
        assertThatThrownBy(() -> Inputs.read(file.toString(), DEFAULTS))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(message);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ArrowTest.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        }
    }
}

package org.gne.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesTest {

    private static final int ROWS = 40;

    @TempDir
    static Path scratch;

    static Stream<Samples> kinds() throws IOException {
        // 130: more than a cache line of floats and of bytes, and no whole number of either.
        Samples bytes = Samples.ofBytes(bytes(130), Schema.Columns.numbered(130));
        Samples floats = Samples.ofFloats(floats(130), Schema.Columns.numbered(130));
        float[] offset = new float[130];
        float[] factor = new float[130];
        for (int j = 0; j < 130; j++) {
            offset[j] = j % 7;
            factor[j] = 1 + j % 3;
        }
        Scaling perColumn = new Scaling(ScalingKind.STANDARDIZE, offset, factor);
        return Stream.of(
                bytes,
                floats,
                bytes.scaled(Scaling.unit(0, 255)),
                bytes.scaled(perColumn),
                floats.scaled(perColumn),
                floats.limit(ROWS - 1),
                floats.rows(new int[] {3, 39, 0, 3}),
                bytes.rows(7, i -> 5 * i).scaled(Scaling.unit(0, 255)),
                bytes.scaled(perColumn).rows(new int[] {8, 1}).limit(1),
                stored(RowStore.Element.BYTE, Long.MAX_VALUE),
                stored(RowStore.Element.BYTE, 0),
                stored(RowStore.Element.FLOAT, Long.MAX_VALUE),
                stored(RowStore.Element.FLOAT, 0),
                Samples.ofFloats(floats(9000), Schema.Columns.numbered(9000)),
                Samples.ofBytes(bytes(9000), Schema.Columns.numbered(9000)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void rowsReadAtOnceAreThoseReadOneByOne(Samples samples) {
        int[] rows = new Random(1).ints(25, 0, samples.size()).toArray();
        int count = 23;
        int width = samples.width();
        float[] out = new float[count * width + 1];
        out[count * width] = 7;
        samples.read(rows, count, out);
        float[] expected = new float[count * width + 1];
        for (int i = 0; i < count; i++) {
            samples.read(rows[i], expected, i * width);
        }
        expected[count * width] = 7;
        assertThat(out).containsExactly(expected);
    }

    @Test
    void aLimitHoldsForRowsReadAtOnce() {
        Samples few = Samples.ofFloats(floats(3), Schema.Columns.numbered(3)).limit(2);
        assertThatThrownBy(() -> few.read(new int[] {0, 2}, 2, new float[6]))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void chosenRowsAreThoseOfTheSourceScaledOrNot() {
        Samples all = Samples.ofBytes(bytes(130), Schema.Columns.numbered(130));
        Scaling scaling = Scaling.unit(0, 255);
        int[] chosen = {39, 2, 2, 17};
        Samples some = all.rows(chosen);
        assertThat(some.size()).isEqualTo(4);
        assertThat(some.schema()).isEqualTo(all.schema());
        for (int i = 0; i < chosen.length; i++) {
            assertThat(row(some, i)).containsExactly(row(all, chosen[i]));
            assertThat(row(some.scaled(scaling), i)).containsExactly(row(all.scaled(scaling), chosen[i]));
            assertThat(row(all.scaled(scaling).rows(chosen), i)).containsExactly(row(all.scaled(scaling), chosen[i]));
        }
    }

    @Test
    void aRowThatWasNotChosenCannotBeRead() {
        Samples some = Samples.ofFloats(floats(3), Schema.Columns.numbered(3)).rows(2, i -> i);
        assertThatThrownBy(() -> some.read(2, new float[3], 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static float[] row(Samples samples, int row) {
        float[] out = new float[samples.width()];
        samples.read(row, out, 0);
        return out;
    }

    private static Samples stored(RowStore.Element element, long heapBytes) throws IOException {
        try (RowStore store = new RowStore(element, 130, new StorageOptions(heapBytes, scratch))) {
            for (int i = 0; i < ROWS; i++) {
                if (element == RowStore.Element.BYTE) {
                    store.add(bytes(130), i * 130);
                } else {
                    float[] row = new float[130];
                    System.arraycopy(floats(130), i * 130, row, 0, 130);
                    store.add(row);
                }
            }
            return store.finish(Schema.Columns.numbered(130));
        }
    }

    private static byte[] bytes(int width) {
        byte[] values = new byte[ROWS * width];
        new Random(width).nextBytes(values);
        return values;
    }

    private static float[] floats(int width) {
        float[] values = new float[ROWS * width];
        Random random = new Random(width);
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        return values;
    }
}

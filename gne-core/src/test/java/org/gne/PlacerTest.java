package org.gne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.gne.data.Column;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.place.Placed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacerTest {

    private static final int WIDTH = 9;

    private static final float[][] ALL = Clusters.rows(340, WIDTH);

    private static final float[][] NEW = withGaps(Arrays.copyOfRange(ALL, 200, 340));

    private static final GneModel TABLE = fit(Samples.of(Arrays.copyOf(ALL, 200)), 2);

    private static GneModel fit(Samples rows, int dim) {
        return Gne.fit(
                rows,
                GneOptions.of(Preset.FAST)
                        .withHidden(8)
                        .withBlocks(1)
                        .withDim(dim)
                        .withEpochs(3));
    }

    private static float[][] withGaps(float[][] rows) {
        for (int i = 0; i < rows.length; i += 3) {
            rows[i][i % WIDTH] = Float.NaN;
        }
        Arrays.fill(rows[7], Float.NaN);
        return rows;
    }

    /** Bytes, a category and a yes or no: other heads, whose rows are compared in another form. */
    private static Samples mixed(int from, int to) {
        Schema.Columns schema = new Schema.Columns(List.of(
                new Column("size", Column.Kind.NUMBER, List.of()),
                new Column("kind", Column.Kind.CATEGORY, List.of("a", "b", "c")),
                new Column("whole", Column.Kind.BOOLEAN, List.of())));
        float[] cells = new float[3 * (to - from)];
        for (int i = 0; i < to - from; i++) {
            cells[3 * i] = ALL[from + i][0];
            cells[3 * i + 1] = (from + i) % 7 == 0 ? Float.NaN : (from + i) % 3;
            cells[3 * i + 2] = (from + i) % 2;
        }
        return Samples.ofCells(Samples.ofFloats(cells, Schema.Columns.numbered(3)), schema);
    }

    private static float[] row(Samples rows, int i) {
        float[] row = new float[rows.width()];
        rows.read(i, row, 0);
        return row;
    }

    private static void assertSameOneByOne(Placer placer, Samples rows, Placed expected) {
        float[] place = new float[placer.dim()];
        for (int i = 0; i < rows.size(); i++) {
            float error = placer.place(row(rows, i), place);
            assertThat(place).as("row %d", i).isEqualTo(expected.embedding().point(i));
            assertThat(Float.floatToIntBits(error))
                    .as("error of row %d", i)
                    .isEqualTo(Float.floatToIntBits(expected.errors()[i]));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void oneRowHasTheBitsOfItsBatch(int dim) {
        GneModel model = dim == 2 ? TABLE : fit(Samples.of(Arrays.copyOf(ALL, 200)), dim);
        assertSameOneByOne(model.placer(), Samples.of(NEW), model.place(Samples.of(NEW), 2));
    }

    @Test
    void oneRowOfATableWithAllKindsOfColumnsHasTheBitsOfItsBatch() {
        GneModel model = fit(mixed(0, 200), 2);
        Samples rows = mixed(200, 300);
        assertSameOneByOne(model.placer(), rows, model.place(rows, 2));
    }

    @Test
    void batchesHaveTheBitsOfTheModel() {
        Placer placer = TABLE.placer();
        Placed expected = TABLE.place(Samples.of(NEW), 2);
        for (int round = 0; round < 2; round++) {
            Placed found = placer.place(NEW);
            assertThat(found.embedding().sha256())
                    .isEqualTo(expected.embedding().sha256());
            assertThat(found.errors()).isEqualTo(expected.errors());
            assertThat(found.explainedError()).isEqualTo(placer.explainedError());
        }
        assertThat(TABLE.place(NEW).embedding().sha256())
                .isEqualTo(expected.embedding().sha256());
    }

    @Test
    void severalThreadsCanUseOnePlacer() throws Exception {
        Placer placer = TABLE.placer();
        Placed expected = TABLE.place(Samples.of(NEW), 2);
        Callable<float[]> work = () -> {
            float[] places = new float[2 * NEW.length];
            for (int i = 0; i < NEW.length; i++) {
                System.arraycopy(placer.place(NEW[i]), 0, places, 2 * i, 2);
            }
            return places;
        };
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (var result :
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> work).toList())) {
                assertThat(result.get()).isEqualTo(expected.embedding().values());
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void theRowOfTheCallerDoesNotChange() {
        float[] row = NEW[1].clone();
        TABLE.placer().place(row);
        assertThat(row).isEqualTo(NEW[1]);
    }

    @Test
    void wrongRowsAreRejected() {
        Placer placer = TABLE.placer();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> placer.place(new float[3]))
                .withMessage("a row of 3 values, expected 9 as the model has");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> placer.place(NEW[1], new float[3]))
                .withMessageContaining("expected 9 and 2");
        float[] infinite = NEW[1].clone();
        infinite[4] = Float.NEGATIVE_INFINITY;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> placer.place(infinite))
                .withMessageContaining("column 4")
                .withMessageContaining("-Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> placer.place(new float[0][]))
                .withMessageContaining("no rows");
    }

    @Test
    void toStringSaysWhatThePlacerIs() {
        assertThat(TABLE.placer()).hasToString("Placer of rows of 9 values on a map of dimension 2");
    }
}

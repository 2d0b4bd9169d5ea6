package org.gne.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableSamplesTest {

    private static final Schema.Columns SCHEMA = new Schema.Columns(List.of(
            Column.category("colour", List.of("red", "green", "blue")),
            Column.number("size"),
            Column.bool("ripe"),
            Column.category("only", List.of("one")),
            Column.category("kind", List.of("a", "b"))));

    private static Samples rows(float... cells) {
        return Samples.ofCells(Samples.ofFloats(cells, Schema.Columns.numbered(5)), SCHEMA);
    }

    @Test
    void categoriesBecomeANumberEach() {
        Samples samples = rows(2, 5.5f, 1, 0, 0, 0, -1, 0, 0, 1);
        assertThat(SCHEMA.names())
                .containsExactly(
                        "colour=red", "colour=green", "colour=blue", "size", "ripe", "only=one", "kind=a", "kind=b");
        assertThat(samples.width()).isEqualTo(8);
        float[] row = new float[10];
        samples.read(0, row, 1);
        assertThat(row).containsExactly(0, 0, 0, 1, 5.5f, 1, 1, 1, 0, 0);
        samples.read(1, row, 1);
        assertThat(row).containsExactly(0, 1, 0, 0, -1, 0, 1, 0, 1, 0);
    }

    @Test
    void aMissingValueIsMissingInAllOfItsNumbers() {
        float[] row = new float[8];
        rows(Float.NaN, 1, Float.NaN, 0, Float.NaN).read(0, row, 0);
        assertThat(row).containsExactly(Float.NaN, Float.NaN, Float.NaN, 1, Float.NaN, 1, Float.NaN, Float.NaN);
    }

    @Test
    void aColumnOfCategoriesVariesAsMuchAsOneOfNumbers() {
        float[] cells = new float[5 * 1000];
        for (int i = 0; i < 1000; i++) {
            // One in a hundred is blue.
            cells[5 * i] = i % 100 == 0 ? 2 : i % 2;
            cells[5 * i + 1] = i;
            cells[5 * i + 2] = i % 3 == 0 ? 1 : 0;
            cells[5 * i + 4] = i % 2;
        }
        Samples samples = rows(cells);
        Samples scaled = samples.scaled(Scaling.of(ScalingKind.STANDARDIZE, Survey.of(samples), samples.schema()));
        double[] square = new double[8];
        double[] mean = new double[8];
        float[] row = new float[8];
        for (int i = 0; i < 1000; i++) {
            scaled.read(i, row, 0);
            for (int j = 0; j < 8; j++) {
                mean[j] += row[j] / 1000;
                square[j] += (double) row[j] * row[j] / 1000;
            }
        }
        assertThat(square[0] + square[1] + square[2]).isCloseTo(1, within(1e-4));
        assertThat(square[3]).isCloseTo(1, within(1e-4));
        assertThat(square[4]).isCloseTo(1, within(1e-4));
        assertThat(square[5]).isZero();
        assertThat(square[6] + square[7]).isCloseTo(1, within(1e-4));
        assertThat(mean).containsExactly(new double[8], within(1e-5));
        assertThat(square[2]).isLessThan(0.05);
    }

    @Test
    void wrongColumnsAreRefused() {
        assertThatThrownBy(() -> Column.category("a", List.of())).hasMessageContaining("column a");
        assertThatThrownBy(() -> Column.category("a", List.of("x", "x"))).hasMessageContaining("twice");
        assertThatThrownBy(() -> Samples.ofCells(Samples.ofFloats(new float[4], Schema.Columns.numbered(4)), SCHEMA))
                .hasMessageContaining("4 cells for 5 columns");
    }
}

package org.gne.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    @ParameterizedTest
    @EnumSource
    void booleansAndCategoriesStayZeroAndOneUnderAnyScaling(ScalingKind kind) {
        float[] cells = new float[5 * 1000];
        for (int i = 0; i < 1000; i++) {
            cells[5 * i] = i % 100 == 0 ? 2 : i % 2;
            cells[5 * i + 1] = i + 300;
            cells[5 * i + 2] = i % 3 == 0 ? 1 : 0;
            cells[5 * i + 4] = i % 2;
        }
        Samples samples = rows(cells);
        Samples scaled = samples.scaled(Scaling.of(kind, Survey.of(samples), samples.schema()));
        float[] raw = new float[8];
        float[] row = new float[8];
        double[] sums = new double[2];
        for (int i = 0; i < 1000; i++) {
            samples.read(i, raw, 0);
            scaled.read(i, row, 0);
            sums[0] += row[3] / 1000;
            sums[1] += row[3] * row[3] / 1000;
            raw[3] = row[3];
            assertThat(row).isEqualTo(raw);
        }
        double mean = kind == ScalingKind.NONE ? 799.5 : kind == ScalingKind.UNIT ? 0.5 : 0;
        assertThat(sums[0]).isCloseTo(mean, within(1e-3));
        if (kind == ScalingKind.STANDARDIZE) {
            assertThat(sums[1]).isCloseTo(1, within(1e-4));
        }
    }

    @ParameterizedTest
    @EnumSource
    void countsStayCountsHoweverLarge(ScalingKind kind) {
        Schema.Columns schema =
                new Schema.Columns(List.of(Column.number("size"), new Column("visits", Column.Kind.COUNT, List.of())));
        float[] rows = new float[200];
        for (int i = 0; i < 100; i++) {
            rows[2 * i] = 10 + i;
            rows[2 * i + 1] = i * i;
        }
        Samples samples = Samples.ofFloats(rows, schema);
        Scaling scaling = Scaling.of(kind, Survey.of(samples), schema);
        float[] row = new float[2];
        for (int i = 0; i < 100; i++) {
            samples.scaled(scaling).read(i, row, 0);
            assertThat(row[1]).isEqualTo(i * i);
            scaling.undo(row, 0, 2);
            assertThat(row[0]).isCloseTo(10 + i, within(1e-4f));
            assertThat(row[1]).isEqualTo(i * i);
        }
    }

    @Test
    void wrongColumnsAreRefused() {
        assertThatThrownBy(() -> Column.category("a", List.of())).hasMessageContaining("column a");
        assertThatThrownBy(() -> Column.category("a", List.of("x", "x"))).hasMessageContaining("twice");
        assertThatThrownBy(() -> Samples.ofCells(Samples.ofFloats(new float[4], Schema.Columns.numbered(4)), SCHEMA))
                .hasMessageContaining("4 cells for 5 columns");
    }
}

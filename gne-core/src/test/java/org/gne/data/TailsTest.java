package org.gne.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.junit.jupiter.api.Test;

class TailsTest {

    private static Samples skewed(int columns) {
        float[] values = new float[200 * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.exp((i / columns) / 20.0);
        }
        return Samples.ofFloats(values, Schema.Columns.numbered(columns));
    }

    @Test
    void aTableOfOneColumnIsScaledThereAndBackLikeAWiderOne() {
        for (int columns : List.of(1, 2)) {
            Scaling scaling = Scaling.suiting(skewed(columns));
            assertThat(scaling.tails()).isNotNull();
            assertThat(scaling.tails().logarithmic(0)).isTrue();
            float[] row = {1.5f, 1.5f};
            scaling.apply(row, 0, columns);
            assertThat(row[0]).isBetween(-2f, 0f);
            scaling.undo(row, 0, columns);
            assertThat(row[0]).isCloseTo(1.5f, offset(1e-5f));
        }
    }
}

package org.gne.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MapRangeTest {

    /** Row i lies at (i, -i). */
    private static Embedding line(int rows) {
        float[] values = new float[2 * rows];
        for (int i = 0; i < rows; i++) {
            values[2 * i] = i;
            values[2 * i + 1] = -i;
        }
        return new Embedding(values, 2);
    }

    @Test
    void theWholeRangeReachesFromTheLowestToTheHighestCoordinate() {
        assertThat(MapRange.whole(line(10_001), 0)).isEqualTo(new MapRange(0, 10_000));
        assertThat(MapRange.whole(line(10_001), 1)).isEqualTo(new MapRange(-10_000, 0));
    }

    @Test
    void rowsWithoutCoordinatesAreOutsideOfTheWholeRange() {
        float[] some = {Float.NaN, 3, Float.POSITIVE_INFINITY, -1, Float.NEGATIVE_INFINITY};
        assertThat(MapRange.whole(new Embedding(some, 1), 0)).isEqualTo(new MapRange(-1, 3));
        assertThat(MapRange.whole(new Embedding(new float[] {Float.NaN}, 1), 0)).isEqualTo(new MapRange(0, 0));
    }

    @Test
    void theRangeOfAMapLeavesOutOneRowOfAThousandAtEitherEnd() {
        assertThat(MapRange.of(line(10_001), 0)).isEqualTo(new MapRange(10, 9_990));
        assertThat(MapRange.of(line(10_001), 1)).isEqualTo(new MapRange(-9_990, -10));
    }

    @Test
    void aCentralRangeCanBeReadFromSomeOfTheRows() {
        assertThat(MapRange.central(line(10_000), 0, 0.1, 101)).isEqualTo(new MapRange(990, 8_910));
    }
}

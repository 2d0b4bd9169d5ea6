package org.gne.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.junit.jupiter.api.Test;

class DensePathTest {

    /** Rows along a horseshoe: from (0, 0) up, across at the height of 10, and down to (10, 0). */
    private static Embedding horseshoe() {
        float[] values = new float[2 * 301];
        for (int row = 0; row <= 300; row++) {
            float at = row % 100 / 10f;
            values[2 * row] = row < 100 ? 0 : row < 200 ? at : 10;
            values[2 * row + 1] = row < 100 ? at : row < 200 ? 10 : 10 - (row == 300 ? 10 : at);
        }
        return new Embedding(values, 2);
    }

    private static boolean[] right(DensePath ways, float height) {
        float[][] centres = ways.centres();
        boolean[] wanted = new boolean[centres.length];
        for (int cell = 0; cell < wanted.length; cell++) {
            wanted[cell] = centres[cell][0] > 9.8f && centres[cell][1] < height;
        }
        return wanted;
    }

    @Test
    void aWayGoesWhereRowsLie() {
        DensePath ways = DensePath.over(horseshoe());
        float[][] path = ways.find(new float[] {0, 0}, right(ways, 0.5f));
        assertThat(path[0]).containsExactly(0, 0);
        assertThat(path[path.length - 1][0]).isGreaterThan(9.8f);
        for (float[] at : path) {
            // Through the gap it would be a third of the length.
            assertThat(Math.min(Math.min(at[0], 10 - at[0]), 10 - at[1])).isLessThan(0.4f);
        }
        assertThat(path.length).isGreaterThan(200);
        assertThat(ways.find(new float[] {0, 0}, new boolean[ways.centres().length]))
                .isEmpty();
    }

    @Test
    void neighbouringPointsOfAWayAreNeighbouringCells() {
        DensePath ways = DensePath.over(horseshoe());
        float[][] path = ways.find(new float[] {0.02f, 0.02f}, right(ways, 9));
        for (int i = 2; i < path.length; i++) {
            assertThat(Math.hypot(path[i][0] - path[i - 1][0], path[i][1] - path[i - 1][1]))
                    .isBetween(0.1, 0.16);
        }
    }

    @Test
    void cellsOfAClassAreThoseAroundItsRows() {
        Embedding map = horseshoe();
        int[] classes = new int[map.size()];
        for (int row = 0; row < classes.length; row++) {
            classes[row] = row < 150 ? 0 : 1;
        }
        DensePath ways = DensePath.over(map);
        boolean[] second = ways.cellsOf(map, new Labels(classes, List.of("left", "right")), 1);
        float[][] centres = ways.centres();
        for (int cell = 0; cell < second.length; cell++) {
            if (Math.abs(centres[cell][0] - 5) > 0.5) {
                assertThat(second[cell]).isEqualTo(centres[cell][0] > 5);
            }
        }
    }

    @Test
    void wrongArgumentsAreNamed() {
        assertThatThrownBy(() -> DensePath.over(new Embedding(new float[6], 3)))
                .hasMessage("ways over a map: found 3 dimensions, expected 2");
        assertThatThrownBy(() -> DensePath.over(horseshoe()).find(new float[2], new boolean[3]))
                .hasMessageStartingWith("goals: found 3, expected one for each of ");
        assertThat(DensePath.over(new Embedding(new float[] {1, 2}, 2)).find(new float[] {1, 2}, new boolean[1]))
                .isEmpty();
    }
}

package org.gne.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Random;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;
import org.junit.jupiter.api.Test;

/** Measures of rows of which many are equal, so that many distances are equal. */
class EqualRowsTest {

    private static final int ROWS = 600;
    private static final int K = 12;

    private final Random random = new Random(8);

    /** Each of 49 places on a lattice occurs about 12 times, in random order. */
    private final float[][] lattice = lattice();

    private float[][] lattice() {
        float[][] rows = new float[ROWS][2];
        for (float[] row : rows) {
            row[0] = random.nextInt(7);
            row[1] = random.nextInt(7);
        }
        return rows;
    }

    @Test
    void aMapOfEqualRowsAtOnePointIsPerfect() {
        assertThat(preservation(lattice, lattice)).isEqualTo(new Preservation(1, 1));
    }

    /** A fit gives every row coordinates of its own, also equal rows. */
    @Test
    void aMapWithEqualRowsSideBySideIsPerfect() {
        float[][] map = new float[ROWS][];
        for (int i = 0; i < ROWS; i++) {
            map[i] = new float[] {lattice[i][0] + 0.01f * random.nextFloat(), lattice[i][1] + 0.01f * random.nextFloat()
            };
        }
        assertThat(preservation(lattice, map)).isEqualTo(new Preservation(1, 1));
    }

    @Test
    void aMapWithAllRowsAtOnePointIsAsBadAsARandomOne() {
        float[][] rows = new float[ROWS][4];
        float[][] shuffled = new float[ROWS][2];
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < 4; j++) {
                rows[i][j] = random.nextFloat();
            }
            shuffled[i][0] = random.nextFloat();
            shuffled[i][1] = random.nextFloat();
        }
        Preservation atOnePoint = preservation(rows, new float[ROWS][2]);
        Preservation byChance = preservation(rows, shuffled);
        assertThat(atOnePoint.trustworthiness()).isCloseTo(byChance.trustworthiness(), offset(0.02));
        assertThat(atOnePoint.continuity()).isCloseTo(byChance.continuity(), offset(0.02));
        assertThat(byChance.continuity()).isLessThan(0.6);
    }

    @Test
    void theOrderOfTheRowsDoesNotMatter() {
        float[][] rows = new float[ROWS][3];
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < 3; j++) {
                rows[i][j] = random.nextInt(3);
            }
        }
        Preservation found = preservation(rows, lattice);
        Preservation reversed = preservation(reversed(rows), reversed(lattice));
        assertThat(reversed.trustworthiness()).isCloseTo(found.trustworthiness(), offset(1e-12));
        assertThat(reversed.continuity()).isCloseTo(found.continuity(), offset(1e-12));
        assertThat(found.trustworthiness()).isLessThan(0.7);
    }

    /** Sorted by class, as tables often are: without care, all rows at one point have neighbours of the first class. */
    @Test
    void classesOfRowsAtOnePointAreHitByTheirShares() {
        float[][] map = new float[ROWS][2];
        int[] classes = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            classes[i] = i < ROWS / 10 ? 0 : 1;
        }
        assertThat(hit(map, classes)).isCloseTo(0.1 * 59 / 599 + 0.9 * 539 / 599, offset(1e-9));
    }

    @Test
    void theNeighborhoodHitDoesNotDependOnTheOrderOfTheRows() {
        int[] classes = new int[ROWS];
        int[] reversed = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            classes[i] = random.nextInt(3);
            reversed[ROWS - 1 - i] = classes[i];
        }
        assertThat(hit(reversed(lattice), reversed)).isCloseTo(hit(lattice, classes), offset(1e-12));
    }

    private static float[][] reversed(float[][] rows) {
        float[][] reversed = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            reversed[i] = rows[rows.length - 1 - i];
        }
        return reversed;
    }

    private static Preservation preservation(float[][] rows, float[][] map) {
        try (Parallel parallel = new Parallel(2)) {
            return Preservation.of(Samples.of(rows), embedding(map), K, 1, parallel);
        }
    }

    private static Embedding embedding(float[][] map) {
        float[] values = new float[2 * map.length];
        for (int i = 0; i < map.length; i++) {
            System.arraycopy(map[i], 0, values, 2 * i, 2);
        }
        return new Embedding(values, 2);
    }

    private static double hit(float[][] map, int[] classes) {
        try (Parallel parallel = new Parallel(2)) {
            return NeighborhoodHit.of(embedding(map), new Labels(classes, List.of("a", "b", "c")), K, parallel);
        }
    }
}

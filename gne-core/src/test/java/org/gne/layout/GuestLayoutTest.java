package org.gne.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.gne.data.Embedding;
import org.gne.data.MapRange;
import org.gne.kernel.Parallel;
import org.gne.neighbor.NeighborGraph;
import org.gne.neighbor.NeighborSearch;
import org.junit.jupiter.api.Test;

class GuestLayoutTest {

    private static final int HOSTS = 300;

    private static final int GUESTS = 100;

    /** Hosts around (0, 0, 0, 0) and (3, 0, 0, 0), guests around a third centre. */
    private static NeighborGraph graph(Parallel parallel) {
        Random random = new Random(5);
        float[] rows = new float[4 * (HOSTS + GUESTS)];
        for (int i = 0; i < rows.length; i++) {
            int row = i / 4;
            float centre = i % 4 == 0 && row < HOSTS ? 3 * (row % 2) : i % 4 == 3 && row >= HOSTS ? 4 : 0;
            rows[i] = centre + 0.3f * (float) random.nextGaussian();
        }
        return NeighborSearch.over(new Embedding(rows, 4), 1, parallel).graph(15, parallel);
    }

    @Test
    void aNewKindOfRowsGathersBesideTheOldOnesWhichStay() {
        Random random = new Random(6);
        float[] start = new float[2 * (HOSTS + GUESTS)];
        for (int i = 0; i < start.length; i++) {
            int row = i / 2;
            start[i] = (row < HOSTS && i % 2 == 0 ? 2 * (row % 2) : 0) + 0.3f * (float) random.nextGaussian();
        }
        try (Parallel parallel = new Parallel(2)) {
            Embedding map = GuestLayout.of(graph(parallel), new Embedding(start, 2), HOSTS, 75, parallel);
            assertThat(Arrays.copyOf(map.values(), 2 * HOSTS)).isEqualTo(Arrays.copyOf(start, 2 * HOSTS));
            Embedding hosts = new Embedding(Arrays.copyOf(start, 2 * HOSTS), 2);
            Embedding guests = new Embedding(Arrays.copyOfRange(map.values(), 2 * HOSTS, start.length), 2);
            for (int axis = 0; axis < 2; axis++) {
                MapRange of = MapRange.whole(hosts, axis);
                MapRange found = MapRange.whole(guests, axis);
                // No farther out than the grids before a decoder reach.
                assertThat(found.low()).isGreaterThan(of.low() - 0.1 * of.length());
                assertThat(found.high()).isLessThan(of.high() + 0.1 * of.length());
            }
            NeighborGraph near = NeighborSearch.over(map, 1, parallel).graph(5, parallel);
            int own = 0;
            for (int e = 5 * HOSTS; e < near.neighbors().length; e++) {
                own += near.neighbors()[e] >= HOSTS ? 1 : 0;
            }
            assertThat(own).isGreaterThan(5 * GUESTS * 95 / 100);
        }
    }
}

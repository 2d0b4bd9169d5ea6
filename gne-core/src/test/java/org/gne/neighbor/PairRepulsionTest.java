package org.gne.neighbor;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.gne.kernel.Parallel;
import org.junit.jupiter.api.Test;

class PairRepulsionTest {

    /** Worked by hand: w = 1/2 for the pair at distance 1. */
    @Test
    void twoPointsPushEachOtherApart() {
        float[] y = {0, 0, 1, 0};
        float[] force = new float[4];
        try (Parallel parallel = new Parallel(2)) {
            Repulsion repulsion = Repulsion.among(2, parallel);
            repulsion.setPoints(y, parallel);
            assertThat(repulsion.forces(y, force, parallel)).isEqualTo(1);
            assertThat(force).containsExactly(-0.25f, 0, 0.25f, 0);
            Repulsion.Probe probe = repulsion.probe();
            probe.look(0.5f, 0);
            assertThat(probe.potential()).isCloseTo(1.6f, Offset.offset(1e-6f));
            assertThat(probe.forceX()).isZero();
        }
    }

    /** Pairs and grid answer the same, so that a map does not change its nature where one takes over. */
    @Test
    void gridAndPairsAgree() {
        int n = 1_000;
        float[] y = new float[2 * n];
        for (int i = 0; i < y.length; i++) {
            y[i] = (float) (10 * Math.sin(i * 1.7) + 5 * Math.cos(i * i * 0.3));
        }
        float[] pairs = new float[2 * n];
        float[] grid = new float[2 * n];
        try (Parallel parallel = new Parallel(2)) {
            Repulsion exact = new PairRepulsion();
            exact.setPoints(y, parallel);
            double expected = exact.forces(y, pairs, parallel);
            Repulsion approximate = new GridRepulsion(parallel);
            approximate.setPoints(y, parallel);
            assertThat(approximate.forces(y, grid, parallel) / expected).isCloseTo(1, Offset.offset(1e-3));
        }
        double error = 0;
        double whole = 0;
        for (int i = 0; i < y.length; i++) {
            error += (grid[i] - pairs[i]) * (grid[i] - pairs[i]);
            whole += pairs[i] * pairs[i];
        }
        assertThat(Math.sqrt(error / whole)).isLessThan(0.03);
    }
}

package org.gne.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.stream.IntStream;
import org.gne.data.Embedding;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.gne.loop.Batch;
import org.gne.loop.Schedule;
import org.gne.neighbor.NeighborGraph;
import org.gne.neighbor.NeighborSearch;
import org.junit.jupiter.api.Test;

class NeighborForcesTest {

    private static final int N = 60;

    private static final int K = 4;

    private static final double RADIUS = 0.4;

    private static final double REPULSION = 0.7;

    private static final double VARIANCE = 0.05;

    private static final Embedding MAP = map();

    private static Embedding map() {
        float[] values = new float[2 * N];
        CounterRandom random = CounterRandom.of(9, "map");
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.gaussian(i);
        }
        return new Embedding(values, 2);
    }

    private static NeighborOptions options(double repulsion) {
        Schedule pull = Schedule.linear(20, 10);
        return new NeighborOptions(2, K, 1, pull, repulsion, RADIUS, Schedule.constant(1), Schedule.constant(K), 0);
    }

    private static float[] gradient(NeighborGraph graph, double repulsion, Parallel parallel) {
        NeighborForces forces =
                new NeighborForces(graph, Landmarks.of(graph.size()), options(repulsion), VARIANCE, 2, parallel);
        Batch batch = new Batch(3, 0, IntStream.range(0, N).toArray(), 0, N, 0.5);
        forces.begin(batch, MAP);
        float[] gradient = new float[2 * N];
        for (int row = 0; row < N; row++) {
            forces.addTo(gradient, row, MAP.values(), 1f / N, 0);
        }
        return gradient;
    }

    /** The sums of the definition, one pair after another in double precision. */
    private static double[] expected(NeighborGraph graph, double repulsion) {
        double weight = 2 * 15 * VARIANCE / N;
        double[] sums = new double[2 * N];
        double normalizer = 0;
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                double dx = (MAP.get(i, 0) - MAP.get(j, 0)) / RADIUS;
                double dy = (MAP.get(i, 1) - MAP.get(j, 1)) / RADIUS;
                double w = 1 / (1 + dx * dx + dy * dy);
                if (i != j) {
                    normalizer += w;
                    sums[2 * i] += w * w * dx;
                    sums[2 * i + 1] += w * w * dy;
                }
            }
        }
        for (int c = 0; c < sums.length; c++) {
            sums[c] *= -weight * repulsion * N / normalizer;
        }
        for (int i = 0; i < N; i++) {
            for (int e = i * K; e < (i + 1) * K; e++) {
                int j = graph.neighbors()[e];
                double dx = (MAP.get(i, 0) - MAP.get(j, 0)) / RADIUS;
                double dy = (MAP.get(i, 1) - MAP.get(j, 1)) / RADIUS;
                double w = 1 / (1 + dx * dx + dy * dy);
                sums[2 * i] += weight * w * dx / K;
                sums[2 * i + 1] += weight * w * dy / K;
            }
        }
        return sums;
    }

    @Test
    void forcesAreThoseOfTheDefinition() {
        try (Parallel parallel = new Parallel(1)) {
            NeighborGraph graph = NeighborSearch.over(MAP, 1, parallel).graph(K, parallel);
            for (double repulsion : new double[] {0, REPULSION}) {
                float[] found = gradient(graph, repulsion, parallel);
                double[] expected = expected(graph, repulsion);
                for (int c = 0; c < found.length; c++) {
                    assertThat((double) found[c]).isCloseTo(expected[c], offset(1e-7));
                }
            }
        }
    }
}

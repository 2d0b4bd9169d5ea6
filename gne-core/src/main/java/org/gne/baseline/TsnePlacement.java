package org.gne.baseline;

import org.gne.data.Embedding;
import org.gne.data.PrincipalComponents;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;
import org.gne.neighbor.NeighborGraph;
import org.gne.neighbor.NeighborSearch;
import org.gne.neighbor.Perplexity;
import org.gne.neighbor.Repulsion;

/**
 * Places new rows on a finished t-SNE map, as openTSNE does (Policar et al. 2023): a row starts between its nearest old
 * rows, is attracted by them and repelled by all old rows. New rows do not influence each other.
 */
public final class TsnePlacement {

    private static final double PERPLEXITY = 5;

    private static final int ITERATIONS = 250;

    private static final float RATE = 0.1f;

    private static final float MOMENTUM = 0.8f;

    private static final float LONGEST_STEP = 0.25f;

    private final PrincipalComponents components;
    private final NeighborSearch search;
    private final Embedding map;

    TsnePlacement(PrincipalComponents components, NeighborSearch search, Embedding map) {
        this.components = components;
        this.search = search;
        this.map = map;
    }

    Embedding place(Samples samples, Parallel parallel) {
        Rows.check(samples, components.mean().length);
        int n = samples.size();
        int k = Math.min(map.size(), (int) (3 * PERPLEXITY));
        NeighborGraph graph = search.nearest(components.projectAll(samples, parallel), k, parallel);
        Repulsion field = Repulsion.among(map.size(), parallel);
        field.setPoints(map.values(), parallel);
        float[] places = new float[2 * n];
        int chunk = 64;
        parallel.run((n + chunk - 1) / chunk, (task, worker) -> {
            Perplexity calibration = new Perplexity(Math.min(PERPLEXITY, k), k);
            Repulsion.Probe probe = field.probe();
            float[] weights = new float[k];
            for (int i = task * chunk; i < Math.min(n, (task + 1) * chunk); i++) {
                calibration.conditional(graph.distances(), i * k, weights, 0);
                place(graph.neighbors(), i * k, weights, probe, places, 2 * i);
            }
        });
        return new Embedding(places, 2);
    }

    private void place(int[] neighbors, int from, float[] weights, Repulsion.Probe probe, float[] places, int at) {
        float[] y = map.values();
        float x0 = 0;
        float y0 = 0;
        for (int j = 0; j < weights.length; j++) {
            x0 += weights[j] * y[2 * neighbors[from + j]];
            y0 += weights[j] * y[2 * neighbors[from + j] + 1];
        }
        float moveX = 0;
        float moveY = 0;
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            probe.look(x0, y0);
            float normalizer = Math.max(probe.potential(), Float.MIN_NORMAL);
            float gradientX = -probe.forceX() / normalizer;
            float gradientY = -probe.forceY() / normalizer;
            for (int j = 0; j < weights.length; j++) {
                float dx = x0 - y[2 * neighbors[from + j]];
                float dy = y0 - y[2 * neighbors[from + j] + 1];
                float pull = weights[j] / (1 + dx * dx + dy * dy);
                gradientX += pull * dx;
                gradientY += pull * dy;
            }
            moveX = limited(MOMENTUM * moveX - RATE * gradientX);
            moveY = limited(MOMENTUM * moveY - RATE * gradientY);
            x0 += moveX;
            y0 += moveY;
        }
        places[at] = x0;
        places[at + 1] = y0;
    }

    private static float limited(float step) {
        return Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step));
    }
}

package org.gne.layout;

import org.gne.data.Embedding;
import org.gne.kernel.Parallel;
import org.gne.loop.Batch;
import org.gne.neighbor.NeighborGraph;
import org.gne.neighbor.Repulsion;
import org.jspecify.annotations.Nullable;

/**
 * The forces between neighbours, which are added to the gradient of the coordinates: those of t-SNE (van der Maaten and
 * Hinton 2008, equation 5) between points {@code y = z / radius}, with {@code w = 1 / (1 + |y_i - y_j|^2)}: the mean
 * over a row's neighbours of {@code w (y_i - y_j)}, less the repulsion {@code n w^2 (y_i - y_j)} over all rows, divided
 * by the sum of w. Distant neighbours attract only a little, so that a row with neighbours in two regions goes to one
 * of them.
 *
 * <p>The repulsion is a field that is computed once per epoch. Points do not move within a batch, so that forces do not
 * depend on the order of the rows.
 *
 * @hidden internal
 */
public final class NeighborForces {

    private final NeighborGraph graph;
    private final Landmarks landmarks;
    private final NeighborOptions options;
    private final double variance;
    private final int dim;
    private final Parallel parallel;
    private final @Nullable Repulsion repulsion;
    /** Whether the repulsion is that of a field for all parts, which does not follow the rows. */
    private final boolean given;

    private final Repulsion.@Nullable Probe[] probes;
    private final float inverse;
    private float[] scaled = new float[0];
    private float pull;
    private float push;
    private int epoch = -1;

    /**
     * @param graph the neighbours of the first rows of the map, among all its rows
     * @param landmarks the rows that repel all rows of the map
     * @param variance the unit of the weights
     * @param dim the number of dimensions of the map
     */
    public NeighborForces(
            NeighborGraph graph,
            Landmarks landmarks,
            NeighborOptions options,
            double variance,
            int dim,
            Parallel parallel) {
        this(graph, landmarks, options, variance, dim, null, parallel);
    }

    /**
     * @param field the repulsion during all batches, or null to compute it in each epoch from the landmarks
     */
    public NeighborForces(
            NeighborGraph graph,
            Landmarks landmarks,
            NeighborOptions options,
            double variance,
            int dim,
            @Nullable RepulsionField field,
            Parallel parallel) {
        this.graph = graph;
        this.landmarks = landmarks;
        this.options = options;
        this.variance = variance;
        this.dim = dim;
        this.parallel = parallel;
        given = field != null;
        repulsion = field != null
                ? field.repulsion()
                : dim == 2 && options.repulsion() > 0 ? Repulsion.among(landmarks.count(), parallel) : null;
        push = field == null ? 0 : field.push();
        probes = new Repulsion.Probe[parallel.threads()];
        inverse = (float) (1 / options.radius());
    }

    /** Called before the first row of a batch. */
    void begin(Batch batch, Embedding map) {
        pull = (float) (options.weight() * options.pull().at(batch.progress()) * variance);
        if (repulsion != null && !given && batch.epoch() != epoch) {
            takeUp(repulsion, map.values());
        }
        epoch = batch.epoch();
    }

    private void takeUp(Repulsion field, float[] values) {
        int count = landmarks.count();
        scaled = scaled.length == 2 * count ? scaled : new float[2 * count];
        for (int i = 0; i < count; i++) {
            int at = 2 * landmarks.row(i);
            scaled[2 * i] = values[at] * inverse;
            scaled[2 * i + 1] = values[at + 1] * inverse;
        }
        push = RepulsionField.push(field, scaled, options, parallel);
    }

    /**
     * Adds the forces on a row to its gradient.
     *
     * @param scale the scale of the loss: one over the rows of the batch
     * @param worker the index of scratch that no other thread uses at the same time
     */
    void addTo(float[] gradient, int row, float[] map, float scale, int worker) {
        int at = row * dim;
        float attraction = pull * scale / graph.k();
        if (dim == 2) {
            attract(gradient, row, map, attraction);
        } else {
            attractAlong(gradient, row, map, attraction);
        }
        if (repulsion != null) {
            Repulsion.Probe probe = probes[worker] == null ? repulsion.probe() : probes[worker];
            probes[worker] = probe;
            probe.look(map[at] * inverse, map[at + 1] * inverse);
            float weight = pull * scale * push;
            gradient[at] -= weight * probe.forceX();
            gradient[at + 1] -= weight * probe.forceY();
        }
    }

    /** In two dimensions the sums stay in registers. */
    private void attract(float[] gradient, int row, float[] map, float attraction) {
        float x = map[2 * row];
        float y = map[2 * row + 1];
        float sumX = gradient[2 * row];
        float sumY = gradient[2 * row + 1];
        int k = graph.k();
        int[] neighbors = graph.neighbors();
        for (int e = row * k; e < (row + 1) * k; e++) {
            int other = 2 * neighbors[e];
            float dx = (x - map[other]) * inverse;
            float dy = (y - map[other + 1]) * inverse;
            float weight = attraction / (1 + Math.fma(dy, dy, dx * dx));
            sumX += weight * dx;
            sumY += weight * dy;
        }
        gradient[2 * row] = sumX;
        gradient[2 * row + 1] = sumY;
    }

    private void attractAlong(float[] gradient, int row, float[] map, float attraction) {
        int k = graph.k();
        int at = row * dim;
        for (int e = row * k; e < (row + 1) * k; e++) {
            int other = graph.neighbors()[e] * dim;
            float square = 0;
            for (int axis = 0; axis < dim; axis++) {
                float d = (map[at + axis] - map[other + axis]) * inverse;
                square = Math.fma(d, d, square);
            }
            float weight = attraction / (1 + square);
            for (int axis = 0; axis < dim; axis++) {
                gradient[at + axis] += weight * ((map[at + axis] - map[other + axis]) * inverse);
            }
        }
    }
}

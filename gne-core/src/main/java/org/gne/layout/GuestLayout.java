package org.gne.layout;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.gne.data.Embedding;
import org.gne.data.MapRange;
import org.gne.kernel.Parallel;
import org.gne.neighbor.Affinities;
import org.gne.neighbor.Attraction;
import org.gne.neighbor.NeighborGraph;
import org.gne.neighbor.Repulsion;
import org.gne.neighbor.TsneDescent;

/**
 * First coordinates of new rows (guests) on a map whose old rows (hosts) stay where they are: a short t-SNE in which only the guests
 * move, as in the transform of openTSNE (Policar et al. 2024). It differs in two ways. Guests attract each other too, so that a new
 * kind of rows gathers. And hosts repel a guest the more, the more of its neighbours are guests, so that a new kind gathers where the
 * map is empty, and not on top of the old rows.
 *
 * @hidden internal
 */
public final class GuestLayout {

    /** The exaggeration of the attraction, as at the end of {@link NeighborLayout}. */
    private static final double EXAGGERATION = 4;

    private static final double NEIGHBORS = 1.5;

    /** How many times more than usual the hosts repel a guest that has only guests as neighbours. */
    private static final double STRANGE = 3;

    private static final float LONGEST_STEP = 2;

    /**
     * How far beyond the hosts guests may go, relative to the range of the hosts. The grids before a decoder reach about as far; beyond,
     * their features change less and less.
     */
    private static final float ROOM = 0.08f;

    /** The range in which the unit of the forces is searched, in deviations of the map, and the steps of this search. */
    private static final double SHORTEST = 1;

    private static final double LONGEST = 200;

    private static final int BISECTIONS = 10;

    private static final int CHUNK = 512;

    private final Affinities affinities;
    private final int hosts;
    private final int rows;
    private final float[] strange;
    private final Parallel parallel;
    private final float[] y;
    private final float[] attract;
    /** Where guests may go, along both axes. */
    private final float[] low = new float[2];

    private final float[] high = new float[2];

    private GuestLayout(NeighborGraph graph, float[] y, int hosts, Parallel parallel) {
        rows = graph.size();
        this.hosts = hosts;
        this.y = y;
        this.parallel = parallel;
        affinities = Affinities.of(graph, Math.max(1, graph.k() / NEIGHBORS), parallel);
        attract = new float[y.length];
        strange = strange(graph, hosts);
    }

    /**
     * How strange the guests are: the share of guests among their neighbours beyond what chance gives, 0 to 1, averaged with that of
     * their neighbours.
     *
     * @param graph the neighbours of all rows, hosts first
     * @param hosts the number of hosts
     * @return {@code [guests]}
     */
    public static float[] strange(NeighborGraph graph, int hosts) {
        int k = graph.k();
        int guests = graph.size() - hosts;
        double chance = (double) guests / graph.size();
        float[] own = new float[guests];
        for (int i = 0; i < guests; i++) {
            int count = 0;
            for (int e = (hosts + i) * k; e < (hosts + i + 1) * k; e++) {
                count += graph.neighbors()[e] >= hosts ? 1 : 0;
            }
            own[i] = (float) Math.max(0, ((double) count / k - chance) / Math.max(1e-9, 1 - chance));
        }
        float[] smooth = new float[guests];
        for (int i = 0; i < guests; i++) {
            float sum = own[i];
            for (int e = (hosts + i) * k; e < (hosts + i + 1) * k; e++) {
                int other = graph.neighbors()[e];
                sum += other >= hosts ? own[other - hosts] : 0;
            }
            smooth[i] = sum / (k + 1);
        }
        return smooth;
    }

    /**
     * Lays out the guests in 2 dimensions.
     *
     * @param graph the neighbours of all rows, hosts first
     * @param start {@code [rows, 2]}: the coordinates of the hosts, and those with which the guests start; not changed
     * @param hosts the number of hosts, at least 1
     * @return the same with other coordinates of the guests
     */
    public static Embedding of(NeighborGraph graph, Embedding start, int hosts, int iterations, Parallel parallel) {
        float[] y = start.values().clone();
        new GuestLayout(graph, y, hosts, parallel).run(iterations);
        System.arraycopy(start.values(), 0, y, 0, 2 * hosts);
        return new Embedding(y, 2);
    }

    private void run(int iterations) {
        float unit = (float) unit();
        for (int i = 0; i < y.length; i++) {
            y[i] *= unit;
        }
        float[] hostPoints = Arrays.copyOf(y, 2 * hosts);
        for (int axis = 0; axis < 2; axis++) {
            MapRange range = MapRange.whole(new Embedding(hostPoints, 2), axis);
            low[axis] = (float) (range.low() - ROOM * range.length());
            high[axis] = (float) (range.high() + ROOM * range.length());
        }
        Repulsion field = Repulsion.among(hosts, parallel);
        field.setPoints(hostPoints, parallel);
        double amongHosts = field.forces(hostPoints, new float[2 * hosts], parallel);
        int guests = rows - hosts;
        Repulsion own = Repulsion.among(guests, parallel);
        float[] update = new float[2 * guests];
        float[] gains = new float[2 * guests];
        Arrays.fill(gains, 1);
        float rate = (float) (rows / EXAGGERATION);
        for (int i = 0; i < iterations; i++) {
            float momentum = i < iterations / 2 ? TsneDescent.EARLY_MOMENTUM : TsneDescent.MOMENTUM;
            step(field, amongHosts, own, update, gains, rate, momentum);
        }
        for (int i = 0; i < y.length; i++) {
            y[i] /= unit;
        }
    }

    private void step(
            Repulsion field,
            double amongHosts,
            Repulsion own,
            float[] update,
            float[] gains,
            float rate,
            float momentum) {
        int guests = rows - hosts;
        Attraction.forces(affinities, y, attract, parallel);
        float[] points = Arrays.copyOfRange(y, 2 * hosts, 2 * rows);
        float[] repel = new float[2 * guests];
        own.setPoints(points, parallel);
        double amongGuests = own.forces(points, repel, parallel);
        int tasks = (guests + CHUNK - 1) / CHUNK;
        double[] potentials = new double[tasks];
        float[] fromHosts = new float[2 * guests];
        parallel.run(tasks, (task, worker) -> {
            Repulsion.Probe probe = field.probe();
            double sum = 0;
            for (int i = task * CHUNK; i < Math.min(guests, (task + 1) * CHUNK); i++) {
                probe.look(points[2 * i], points[2 * i + 1]);
                sum += probe.potential();
                fromHosts[2 * i] = probe.forceX();
                fromHosts[2 * i + 1] = probe.forceY();
            }
            potentials[task] = sum;
        });
        float normalizer = (float)
                (amongHosts + amongGuests + 2 * DoubleStream.of(potentials).sum());
        float factor = (float) EXAGGERATION;
        for (int at = 0; at < 2 * guests; at++) {
            float more = 1 + (float) STRANGE * strange[at / 2];
            float gradient = factor * attract[2 * hosts + at] - (repel[at] + more * fromHosts[at]) / normalizer;
            boolean turned = gradient * update[at] >= 0;
            gains[at] = Math.max(0.01f, turned ? gains[at] * 0.8f : gains[at] + 0.2f);
            float step = momentum * update[at] - rate * gains[at] * gradient;
            update[at] = Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step));
            float to = y[2 * hosts + at] + update[at];
            float within = Math.max(low[at % 2], Math.min(high[at % 2], to));
            update[at] = within == to ? update[at] : 0;
            y[2 * hosts + at] = within;
        }
    }

    /**
     * The factor of the coordinates at which attraction and repulsion of the hosts are in balance: their virial, the sum of point
     * times force, is 0. With a smaller one the map would expand.
     */
    private double unit() {
        double low = StrictMath.log(SHORTEST);
        double high = StrictMath.log(LONGEST);
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (virial(StrictMath.exp(middle)) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return StrictMath.exp((low + high) / 2);
    }

    /** Above 0 if attraction outweighs repulsion at a factor of the coordinates. */
    private double virial(double factor) {
        float[] points = new float[2 * hosts];
        for (int i = 0; i < points.length; i++) {
            points[i] = (float) (factor * y[i]);
        }
        Repulsion field = Repulsion.among(hosts, parallel);
        field.setPoints(points, parallel);
        float[] force = new float[points.length];
        double normalizer = field.forces(points, force, parallel);
        double repulsion = 0;
        for (int i = 0; i < points.length; i++) {
            repulsion += (double) points[i] * force[i] / normalizer;
        }
        double attraction = 0;
        double whole = 0;
        for (int i = 0; i < hosts; i++) {
            for (int e = affinities.starts()[i]; e < affinities.starts()[i + 1]; e++) {
                int j = affinities.columns()[e];
                if (j >= hosts) {
                    continue;
                }
                double dx = points[2 * i] - points[2 * j];
                double dy = points[2 * i + 1] - points[2 * j + 1];
                double p = affinities.values()[e];
                whole += p;
                // Each pair is met twice, so half of it counts.
                attraction += p * (dx * dx + dy * dy) / (1 + dx * dx + dy * dy) / 2;
            }
        }
        return EXAGGERATION * attraction / Math.max(whole, Double.MIN_NORMAL) - repulsion;
    }
}

package org.gne.layout;

import java.util.Arrays;
import org.gne.data.Embedding;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Kernel;
import org.gne.kernel.Kernels;
import org.gne.loop.Batch;
import org.gne.loop.CodeSource;
import org.gne.loop.Tile;
import org.gne.nn.AdamState;
import org.jspecify.annotations.Nullable;

/**
 * The codes of GNE: free coordinates for each row, plus noise. Adam moves them by the gradient of the loss and the
 * forces between neighbours. The noise of a row depends on the seed, the epoch and the row, but not on its batch or
 * thread.
 *
 * @hidden internal
 */
public final class FreeCoordinates implements CodeSource {

    /** The number of coordinates of a task. */
    private static final int CHUNK = 1 << 14;

    private static final int ROWS = 256;

    private final Kernel kernel = Kernels.active();
    private final CoordinateOptions options;
    private final @Nullable NeighborForces neighbors;
    private final @Nullable Springs springs;
    private final CounterRandom random;
    private final int dim;
    private final float[] values;
    private final float[] gradient;
    private final float[] first;
    private final float[] second;

    private CounterRandom noise;
    private float deviation;
    private Kernel.AdamStep step;

    /**
     * @param start the initial coordinates, changed in place
     * @param neighbors the forces between neighbours, or null for none
     */
    public FreeCoordinates(Embedding start, CoordinateOptions options, @Nullable NeighborForces neighbors, long seed) {
        this(start, options, neighbors, null, seed);
    }

    /**
     * @param start the initial coordinates, changed in place
     * @param neighbors the forces between neighbours, or null for none
     * @param springs what holds rows where they are, or to each other, or null for nothing
     */
    public FreeCoordinates(
            Embedding start,
            CoordinateOptions options,
            @Nullable NeighborForces neighbors,
            @Nullable Springs springs,
            long seed) {
        this.options = options;
        this.neighbors = neighbors;
        this.springs = springs;
        random = CounterRandom.of(seed, "noise");
        dim = start.dim();
        values = start.values();
        gradient = new float[values.length];
        first = new float[values.length];
        second = new float[values.length];
        noise = random;
        step = options.adam().step(0, 1);
    }

    /** What holds rows where they are or to each other, or null. */
    public @Nullable Springs springs() {
        return springs;
    }

    /**
     * Moves a row to other coordinates and resets its momentum, which is no longer valid.
     *
     * @param point {@code [dim]}
     */
    public void move(int row, float[] point) {
        for (int axis = 0; axis < dim; axis++) {
            values[row * dim + axis] = point[axis];
            first[row * dim + axis] = 0;
        }
    }

    @Override
    public void begin(Batch batch) {
        noise = random.at(batch.epoch());
        deviation = (float) options.noise().at(batch.progress());
        boolean dense = options.update() == CoordinateOptions.Update.DENSE;
        long t = dense ? batch.step() + 1 : batch.epoch() + 1;
        step = options.adam().step(options.rate().at(batch.progress()), t);
        if (neighbors != null) {
            neighbors.begin(batch, embedding());
        }
    }

    @Override
    public void encode(Batch batch, Tile tile, int worker) {
        float[] input = tile.decoder().input();
        for (int i = 0; i < tile.size(); i++) {
            int at = tile.row(i) * dim;
            for (int axis = 0; axis < dim; axis++) {
                float value = values[at + axis];
                input[i * dim + axis] = deviation > 0
                        ? Math.fma(deviation, noise.gaussian((long) tile.row(i) * dim + axis), value)
                        : value;
            }
        }
    }

    @Override
    public void backward(Batch batch, Tile tile, int shard, int worker) {
        float[] slope = tile.decoder().inputGradient();
        for (int i = 0; i < tile.size(); i++) {
            System.arraycopy(slope, i * dim, gradient, tile.row(i) * dim, dim);
            if (neighbors != null) {
                neighbors.addTo(gradient, tile.row(i), values, 1f / batch.rows(), worker);
            }
            if (springs != null) {
                springs.addTo(gradient, tile.row(i), values, 1f / batch.rows());
            }
        }
    }

    @Override
    public void place(Tile tile, int worker) {
        for (int i = 0; i < tile.size(); i++) {
            System.arraycopy(values, tile.row(i) * dim, tile.decoder().input(), i * dim, dim);
        }
    }

    @Override
    public Embedding embedding() {
        return new Embedding(values, dim);
    }

    @Override
    public AdamState state() {
        return new AdamState(values, first, second);
    }

    @Override
    public long operations() {
        return 0;
    }

    @Override
    public int tasks(Batch batch) {
        return options.update() == CoordinateOptions.Update.DENSE
                ? (values.length + CHUNK - 1) / CHUNK
                : (batch.rows() + ROWS - 1) / ROWS;
    }

    @Override
    public void run(Batch batch, int task) {
        if (options.update() == CoordinateOptions.Update.DENSE) {
            int from = task * CHUNK;
            int n = Math.min(CHUNK, values.length - from);
            kernel.adam(n, values, first, second, from, gradient, from, step);
            Arrays.fill(gradient, from, from + n, 0);
            return;
        }
        int end = Math.min(batch.rows(), (task + 1) * ROWS);
        for (int i = task * ROWS; i < end; i++) {
            int at = batch.order()[batch.from() + i] * dim;
            kernel.adam(dim, values, first, second, at, gradient, at, step);
        }
    }
}

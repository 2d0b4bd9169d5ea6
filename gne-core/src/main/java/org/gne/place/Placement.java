package org.gne.place;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.gne.nn.ResidualMlp;
import org.gne.nn.Workspace;
import org.gne.search.DecodedCells;
import org.gne.search.GlobalSearch;
import org.gne.search.MapGrid;
import org.jspecify.annotations.Nullable;

/**
 * Places new rows on a finished map: finds the coordinates at which the decoder, which does not change, reconstructs
 * each row best.
 *
 * <p>Each row is compared with the decoder's samples all over the map ({@link DecodedCells}: a grid, or above three
 * dimensions the coordinates of a fixed choice of training rows). From the best cells that lie apart, damped
 * Gauss-Newton descends to the nearest minimum ({@link GaussNewton}); the lowest minimum gives the coordinates. They
 * depend on the row and the model only, bit for bit: not on the other rows, their order, or the threads.
 *
 * @hidden internal
 */
public final class Placement {

    /** The number of rows between two calls of the listener. */
    private static final int CHUNK = 4096;

    /** At most this many decoded values are kept, so maps of very wide rows have fewer cells. */
    private static final long MOST_VALUES = 1L << 25;

    private final ResidualMlp decoder;
    private final Embedding map;
    private final PlacementOptions options;
    private final DecodedCells cells;
    private final Box box;
    private final @Nullable RowDistance distance;
    private final float[] cellCosts;
    private final float[] centre;
    private final ScratchPool<PlacementSearch> tiles;
    private final ScratchPool<PlacementSearch> rows;

    /** Decodes the map; the error alone decides where a row is placed. */
    public Placement(ResidualMlp decoder, Embedding map, PlacementOptions options, Parallel parallel) {
        this(decoder, map, options, 0, parallel);
    }

    /**
     * Decodes the map.
     *
     * @param map the coordinates of the training rows
     * @param away the weight of {@link RowDistance}, in units of the error of a row: a row is placed away from all
     *     training rows only if that lowers its error. 0 turns this off. Above three dimensions it is always off
     * @throws IllegalArgumentException if map and decoder differ in dimension, or there are no training rows
     */
    public Placement(ResidualMlp decoder, Embedding map, PlacementOptions options, double away, Parallel parallel) {
        if (map.dim() != decoder.in() || map.size() == 0) {
            throw new IllegalArgumentException("found a map of " + map.size() + " rows in dimension " + map.dim()
                    + " for a decoder of " + decoder.in() + ", expected the same dimension and at least 1 row");
        }
        this.decoder = decoder;
        this.map = map;
        this.options = options;
        int most = (int) Math.max(1, Math.min(options.cells(), MOST_VALUES / decoder.out()));
        MapGrid places = map.dim() <= GlobalSearch.MOST_DIMENSIONS ? MapGrid.centred(map, most) : someRows(map, most);
        cells = DecodedCells.of(places, decoder, parallel);
        box = Box.around(map);
        distance = away > 0 && map.dim() <= GlobalSearch.MOST_DIMENSIONS
                ? new RowDistance(map, box, away, parallel)
                : null;
        cellCosts = cellCosts();
        centre = centre(map);
        tiles = new ScratchPool<>(() -> search(Workspace.TILE));
        rows = new ScratchPool<>(() -> search(1));
    }

    private PlacementSearch search(int capacity) {
        return new PlacementSearch(decoder, cells, cellCosts, box, distance, centre, options, capacity);
    }

    private float[] cellCosts() {
        float[] costs = new float[distance == null ? 0 : cells.grid().count()];
        for (int i = 0; i < costs.length; i++) {
            costs[i] = Objects.requireNonNull(distance).cost(cells.grid().places(), i * map.dim());
        }
        return costs;
    }

    private static MapGrid someRows(Embedding map, int most) {
        int[] order = CounterRandom.of(1, "placement").permutation(map.size());
        int[] some = Arrays.copyOf(order, Math.min(most, map.size()));
        return new MapGrid(map.rows(some).values(), map.dim());
    }

    private static float[] centre(Embedding map) {
        double[] sum = new double[map.dim()];
        for (int i = 0; i < map.values().length; i++) {
            sum[i % map.dim()] += map.values()[i];
        }
        float[] centre = new float[map.dim()];
        for (int axis = 0; axis < centre.length; axis++) {
            centre[axis] = (float) (sum[axis] / map.size());
        }
        return centre;
    }

    /**
     * Places rows. A row without known values goes to the centre of the map.
     *
     * @param samples the scaled rows; NaN for a missing value, which is ignored
     * @param listener receives the number of finished rows, on the calling thread
     * @throws IllegalArgumentException if rows and decoder differ in width, a value is infinite, or a category is known
     *     in part
     * @throws CancellationException if the calling thread is interrupted
     */
    public Placed place(Samples samples, Parallel parallel, IntConsumer listener) {
        if (samples.width() != decoder.out()) {
            throw new IllegalArgumentException(
                    "rows of " + samples.width() + " values, expected " + decoder.out() + " as the model has");
        }
        samples.requireNoInfinity();
        requireWholeCategories(samples);
        int dim = map.dim();
        float[] places = new float[Math.multiplyExact(samples.size(), dim)];
        float[] errors = new float[samples.size()];
        PlacementSearch[] searches = new PlacementSearch[parallel.threads()];
        for (int chunk = 0; chunk < samples.size(); chunk += CHUNK) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted after " + chunk + " rows of " + samples.size());
            }
            int first = chunk;
            int end = Math.min(samples.size(), chunk + CHUNK);
            parallel.run((end - first + Workspace.TILE - 1) / Workspace.TILE, (tile, worker) -> {
                if (searches[worker] == null) {
                    searches[worker] = tiles.take();
                }
                int from = first + tile * Workspace.TILE;
                searches[worker].tile(samples, from, Math.min(end, from + Workspace.TILE), places, errors);
            });
            listener.accept(end);
        }
        for (PlacementSearch search : searches) {
            if (search != null) {
                tiles.give(search);
            }
        }
        return new Placed(new Embedding(places, dim), errors);
    }

    private void requireWholeCategories(Samples samples) {
        if (decoder.heads().stretches().stream()
                .noneMatch(stretch -> stretch.head().joint())) {
            return;
        }
        float[] row = new float[samples.width()];
        for (int i = 0; i < samples.size(); i++) {
            samples.read(i, row, 0);
            decoder.heads().requireWholeCategories(i, row);
        }
    }

    /**
     * Places one row, in the same way and with the same bits as among others. Several threads may do so at once. Apart
     * from the first calls it allocates next to nothing.
     *
     * @param row {@code [width]}, in the units of the data, without infinite values; NaN for a missing value
     * @param scaling converts it to scaled units
     * @param place {@code [dim]}, receives the coordinates
     * @return the error of the row, as of {@link Placed#errors}
     * @throws IllegalArgumentException if row or place do not match the decoder, or a category is known in part
     */
    public float place(float[] row, Scaling scaling, float[] place) {
        if (row.length != decoder.out() || place.length != map.dim()) {
            throw new IllegalArgumentException("a row of " + row.length + " values and coordinates of dimension "
                    + place.length + ", expected " + decoder.out() + " and " + map.dim() + " as the model has");
        }
        decoder.heads().requireWholeCategories(0, row);
        PlacementSearch search = rows.take();
        float error = search.row(row, scaling, place);
        rows.give(search);
        return error;
    }
}

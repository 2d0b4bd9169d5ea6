package org.gne.analysis;

import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.MapRange;
import org.gne.data.PrincipalComponents;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;
import org.gne.mixture.MapMixture;
import org.gne.nn.Decoder;
import org.gne.nn.Workspace;

/**
 * The decision regions of a 2-D map: the class of each of its cells, found in two ways. By neighbours: the vote of the
 * 15 rows nearest to the cell on the map. By the decoder: the vote of the 15 rows that are, in the data, nearest to the
 * sample generated at the cell. Where the two differ, map and decoder do not agree.
 *
 * <p>The work does not grow with the number of rows: at most 20,000 rows vote on the map, and 10,000 in the data, on 32
 * principal components.
 *
 * @param x the range of the first axis, from the left edge of the cells to the right
 * @param y the range of the second axis, from the bottom edge of the cells to the top
 * @param columns the number of columns of cells
 * @param lines the number of lines of cells
 * @param byNeighbors the class of each cell by its neighbours on the map, line by line from the top left
 * @param byDecoder the class of each cell by the decoder's sample
 * @param populated whether rows lie around each cell (not {@link MapMixture#isSparse})
 */
public record Regions(
        MapRange x, MapRange y, int columns, int lines, int[] byNeighbors, int[] byDecoder, boolean[] populated) {

    private static final int VOTERS_ON_MAP = 20_000;
    private static final int VOTERS_IN_DATA = 10_000;
    private static final int COMPONENTS = 32;

    /**
     * Finds the regions.
     *
     * @param samples the scaled rows
     * @param map their coordinates, in 2 dimensions
     * @param labels their classes; at least one must be known
     * @param mixture the mixture of the map
     * @param cells the number of cells along the longer side, at least 1
     * @throws IllegalArgumentException if the map does not have 2 dimensions, the numbers of rows differ, or no class
     *     is known
     */
    public static Regions of(
            Samples samples,
            Embedding map,
            Decoder decoder,
            Labels labels,
            MapMixture mixture,
            int cells,
            long seed,
            Parallel parallel) {
        if (map.dim() != 2) {
            throw new IllegalArgumentException("regions need a map of 2 dimensions, found " + map.dim());
        }
        if (samples.size() != map.size() || labels.size() != map.size()) {
            throw new IllegalArgumentException(samples.size() + " rows and " + labels.size() + " labels for "
                    + map.size() + " points, expected as many");
        }
        MapRange x = range(map, 0);
        MapRange y = range(map, 1);
        double longer = Math.max(x.length(), y.length());
        int columns = Math.max(1, (int) Math.ceil((x.length()) / longer * cells));
        int lines = Math.max(1, (int) Math.ceil((y.length()) / longer * cells));
        Embedding places = places(x, y, columns, lines);

        Voters onMap = Voters.of(labels, VOTERS_ON_MAP, seed);
        if (onMap.rows().length == 0) {
            throw new IllegalArgumentException("regions need classes, found no row of a known class");
        }
        int[] byNeighbors = onMap.classesOf(onMap.places(map), places, seed, parallel);

        Voters inData = Voters.of(labels, VOTERS_IN_DATA, seed);
        PrincipalComponents axes = PrincipalComponents.fit(samples, COMPONENTS, seed, parallel);
        Embedding rows = axes.projectAll(samples.rows(inData.rows()), parallel);
        int[] byDecoder = inData.classesOf(rows, decoded(places, decoder, axes, parallel), seed, parallel);

        double[] densities = mixture.logDensities(places, parallel);
        boolean[] populated = new boolean[densities.length];
        for (int cell = 0; cell < populated.length; cell++) {
            populated[cell] = densities[cell] >= mixture.threshold();
        }
        return new Regions(x, y, columns, lines, byNeighbors, byDecoder, populated);
    }

    private static MapRange range(Embedding map, int axis) {
        MapRange rows = MapRange.whole(map, axis);
        // Even if all rows have the same coordinates, cells are needed.
        double room = rows.length() > 0 ? 0 : 1e-3 * Math.max(1, Math.abs(rows.high()));
        return new MapRange(rows.low() - room, rows.high() + room);
    }

    private static Embedding places(MapRange x, MapRange y, int columns, int lines) {
        float[] places = new float[columns * lines * 2];
        for (int cell = 0; cell < columns * lines; cell++) {
            places[2 * cell] = (float) x.centre(cell % columns, columns);
            places[2 * cell + 1] = (float) y.centre(lines - 1 - cell / columns, lines);
        }
        return new Embedding(places, 2);
    }

    /** The samples at some points, projected on the axes. */
    private static Embedding decoded(Embedding places, Decoder decoder, PrincipalComponents axes, Parallel parallel) {
        int count = axes.count();
        float[] along = new float[places.size() * count];
        Decoder.Pass[] passes = new Decoder.Pass[parallel.threads()];
        int tiles = (places.size() + Workspace.TILE - 1) / Workspace.TILE;
        parallel.run(tiles, (tile, worker) -> {
            if (passes[worker] == null) {
                passes[worker] = decoder.pass();
            }
            Decoder.Pass own = passes[worker];
            int from = tile * Workspace.TILE;
            int n = Math.min(Workspace.TILE, places.size() - from);
            System.arraycopy(places.values(), from * 2, own.input(), 0, n * 2);
            own.run(n);
            float[] projected = new float[n * count];
            axes.project(n, own.output(), projected);
            System.arraycopy(projected, 0, along, from * count, n * count);
        });
        return new Embedding(along, count);
    }

    /** The share of the populated cells where neighbours and decoder agree, or NaN if no cell is populated. */
    public double agreement() {
        int cells = 0;
        int same = 0;
        for (int cell = 0; cell < populated.length; cell++) {
            cells += populated[cell] ? 1 : 0;
            same += populated[cell] && byNeighbors[cell] == byDecoder[cell] ? 1 : 0;
        }
        return (double) same / cells;
    }
}

package org.gne.search;

import java.util.Arrays;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Kernel;
import org.gne.kernel.Kernels;
import org.gne.layout.Springs;
import org.gne.nn.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * The work of one thread in a {@link GlobalSearch}: tile after tile of rows. The best cell is searched on principal
 * components, group after group of cells, beginning with the group nearest to the rows' neighbours. The search ends
 * when the distance of the other groups alone costs more than the best cells found. Whether a row moves to the best
 * cell is decided on all columns.
 */
final class TileSearch {

    /** The number of groups that are scored before their best cells are taken. */
    private static final int GROUPS = 8;

    private static final int CELLS = GROUPS * CellGroups.SIZE;

    /** A margin, so that rounding cannot exclude a cell. */
    private static final double MARGIN = 1.002;

    private final Kernel kernel = Kernels.active();
    private final GlobalSearch.Setting setting;
    private final DecodedCells cells;
    private final @Nullable NeighborCentres centres;
    private final @Nullable Springs springs;
    private final CellGroups groups;
    private final float spread;
    private final CounterRandom scatter;
    private final float[] point;
    private final int dim;
    private final int width;
    private final int sources;
    private final int depth;
    private final Workspace scratch;
    private final int[] rows = new int[Workspace.TILE];
    private final float[] targets;
    private final float[] losses;
    private final float[] left;
    private final double[] constant = new double[Workspace.TILE];
    private final float[] scores = new float[Workspace.TILE * CELLS];
    private final float[] half = new float[CELLS];
    private final float[] lowest = new float[Workspace.TILE];
    private final int[] best = new int[Workspace.TILE];
    private final float[] now = new float[Workspace.TILE];
    private final float[] boxLow;
    private final float[] boxHigh;
    private final long[] order;

    /**
     * @param centres the centres of the rows' neighbours, or null to ignore them
     * @param groups the groups of the cells, for the weight of the neighbours
     * @param spread the share of a cell over which moved rows are scattered
     * @param scatter chooses the point of a cell to which a row is moved
     */
    TileSearch(
            GlobalSearch.Setting setting,
            DecodedCells cells,
            @Nullable NeighborCentres centres,
            CellGroups groups,
            float spread,
            CounterRandom scatter) {
        this.setting = setting;
        this.cells = cells;
        this.centres = centres;
        springs = setting.coordinates().springs();
        this.groups = groups;
        this.spread = spread;
        this.scatter = scatter;
        dim = cells.grid().dim();
        point = new float[dim];
        width = setting.samples().width();
        sources = setting.decoder().heads().sources();
        depth = groups.depth();
        scratch = new Workspace(setting.decoder().shape());
        targets = new float[Workspace.TILE * width];
        losses = new float[width];
        left = new float[Workspace.TILE * depth];
        boxLow = new float[dim];
        boxHigh = new float[dim];
        order = new long[groups.count()];
    }

    /** Searches for the rows {@code from} to {@code to - 1} of an order. */
    GlobalSearch.Outcome run(int[] all, int from, int to) {
        int n = to - from;
        System.arraycopy(all, from, rows, 0, n);
        setting.samples().read(rows, n, targets);
        project(n);
        int scored = findBest(n);
        double perRow = 2.0 * depth * scored
                + setting.decoder().shape().forwardOperations()
                + (setting.projected() == null ? 2.0 * setting.components().count() * width : 0);
        return move(n, perRow * n);
    }

    /** Projects the rows on the components, and computes the half of their cost that is the same for all cells. */
    private void project(int n) {
        int components = setting.components().count();
        float[] reduced =
                setting.projected() == null ? projected(n) : setting.projected().values();
        for (int i = 0; i < n; i++) {
            int source = (setting.projected() == null ? i : rows[i]) * components;
            double square = 0;
            for (int k = 0; k < components; k++) {
                float value = reduced[source + k];
                left[i * depth + k] = -value;
                square += (double) value * value;
            }
            for (int axis = 0; axis < dim; axis++) {
                float centre = centres == null ? 0 : centres.places()[rows[i] * dim + axis];
                float weight = centres == null ? 0 : centres.weight();
                left[i * depth + components + axis] = -weight * centre;
                square += (double) weight * centre * centre;
            }
            constant[i] = square / 2;
        }
    }

    private float[] projected(int n) {
        float[] whole = Arrays.copyOf(targets, n * width);
        setting.decoder().heads().represent(n, whole, 0, true);
        setting.components().fillMissing(n, whole);
        float[] reduced = new float[n * setting.components().count()];
        setting.components().project(n, whole, reduced);
        return reduced;
    }

    /**
     * Finds the best cell of each row.
     *
     * @return the number of cells that were compared
     */
    private int findBest(int n) {
        begin(n);
        for (int group = 0; group < groups.count(); group++) {
            float apart = centres == null ? 0 : (float) groups.squaredDistance(group, boxLow, boxHigh);
            // Distances are not negative, so their bits have the same order.
            order[group] = (long) Float.floatToRawIntBits(apart) << 32 | group;
        }
        Arrays.sort(order);
        int[] block = new int[GROUPS];
        int next = 0;
        while (next < order.length) {
            double reach = reach(n);
            int size = 0;
            while (size < GROUPS && next < order.length && distance(order[next]) <= reach) {
                block[size++] = (int) order[next++];
            }
            if (size == 0) {
                break;
            }
            score(n, block, size);
        }
        return next * CellGroups.SIZE;
    }

    private static float distance(long key) {
        return Float.intBitsToFloat((int) (key >>> 32));
    }

    /**
     * Starts with the centre of each row's neighbours, and the better of two cells: the one nearest to this centre, and
     * the one nearest to the row.
     */
    private void begin(int n) {
        Arrays.fill(lowest, Float.POSITIVE_INFINITY);
        Arrays.fill(best, 0);
        Arrays.fill(boxLow, Float.POSITIVE_INFINITY);
        Arrays.fill(boxHigh, Float.NEGATIVE_INFINITY);
        if (centres == null) {
            return;
        }
        MapGrid grid = cells.grid();
        float[] map = setting.coordinates().embedding().values();
        for (int i = 0; i < n; i++) {
            int place = rows[i] * dim;
            for (int axis = 0; axis < dim; axis++) {
                float centre = centres.places()[place + axis];
                boxLow[axis] = Math.min(boxLow[axis], centre);
                boxHigh[axis] = Math.max(boxHigh[axis], centre);
            }
            known(i, grid.nearest(centres.places(), place));
            known(i, grid.nearest(map, place));
        }
    }

    private void known(int i, int cell) {
        float score = groups.score(cell, left, i * depth);
        if (score < lowest[i]) {
            lowest[i] = score;
            best[i] = cell;
        }
    }

    /** The squared distance beyond which no cell can be better than the best known one, for any of the rows. */
    private double reach(int n) {
        if (centres == null || centres.weight() == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double most = 0;
        for (int i = 0; i < n; i++) {
            most = Math.max(most, constant[i] + lowest[i]);
        }
        return MARGIN * 2 * most / centres.weight();
    }

    private void score(int n, int[] block, int size) {
        int columns = size * CellGroups.SIZE;
        for (int g = 0; g < size; g++) {
            System.arraycopy(groups.half(), block[g] * CellGroups.SIZE, half, g * CellGroups.SIZE, CellGroups.SIZE);
        }
        for (int i = 0; i < n; i++) {
            System.arraycopy(half, 0, scores, i * CELLS, columns);
        }
        for (int g = 0; g < size; g++) {
            int column = block[g] * CellGroups.SIZE * depth;
            kernel.multiplyAdd(
                    n,
                    CellGroups.SIZE,
                    depth,
                    left,
                    0,
                    depth,
                    1,
                    groups.columns(),
                    column,
                    CellGroups.SIZE,
                    scores,
                    g * CellGroups.SIZE,
                    CELLS);
        }
        for (int i = 0; i < n; i++) {
            int least = kernel.argMin(columns, scores, i * CELLS);
            if (scores[i * CELLS + least] < lowest[i]) {
                lowest[i] = scores[i * CELLS + least];
                best[i] = groups.cell(block[least / CellGroups.SIZE], least % CellGroups.SIZE);
            }
        }
    }

    /** Moves the rows whose best cell is better than their own coordinates. */
    private GlobalSearch.Outcome move(int n, double operations) {
        float[] map = setting.coordinates().embedding().values();
        for (int i = 0; i < n; i++) {
            System.arraycopy(map, rows[i] * dim, scratch.input(), i * dim, dim);
        }
        setting.decoder().forward(n, scratch);
        for (int i = 0; i < n; i++) {
            now[i] = cost(i, scratch.output(), i, scratch.input(), i);
        }
        float[] places = cells.grid().places();
        if (!cells.whole()) {
            for (int i = 0; i < n; i++) {
                System.arraycopy(places, best[i] * dim, scratch.input(), i * dim, dim);
            }
            setting.decoder().forward(n, scratch);
        }
        int moved = 0;
        double sum = 0;
        double gain = 0;
        for (int i = 0; i < n; i++) {
            float then = cells.whole()
                    ? cost(i, cells.samples(), best[i], places, best[i])
                    : cost(i, scratch.output(), i, places, best[i]);
            sum += now[i];
            if (then < now[i]) {
                gain += now[i] - then;
                cells.grid().scatter(best[i], spread, scatter, rows[i], point);
                setting.coordinates().move(rows[i], point);
                moved++;
            }
        }
        return new GlobalSearch.Outcome(moved, sum, gain, operations);
    }

    /**
     * The cost of a row of the tile at a point.
     *
     * @param sample which of the decoded samples is that of the point
     * @param place which of the places is the point
     */
    private float cost(int i, float[] decoded, int sample, float[] places, int place) {
        float error = setting.decoder().heads().cost(kernel, targets, i * width, decoded, sample * width, losses);
        float cost = centres == null ? error : error + centres.cost(rows[i], places, place * dim, dim);
        return springs == null ? cost : cost + springs.cost(rows[i], places, place * dim, sources);
    }
}

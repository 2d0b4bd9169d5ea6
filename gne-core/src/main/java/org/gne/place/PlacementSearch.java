package org.gne.place;

import java.util.Arrays;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.nn.Heads;
import org.gne.nn.ResidualMlp;
import org.gne.nn.Workspace;
import org.gne.search.CellScores;
import org.gne.search.DecodedCells;
import org.gne.search.MapGrid;
import org.jspecify.annotations.Nullable;

/** The work of one thread in a {@link Placement}, and its scratch. The coordinates of a row do not depend on the others. */
final class PlacementSearch {

    private final Heads heads;
    private final ResidualMlp decoder;
    private final MapGrid grid;
    private final CellScores cells;
    private final float[] cellCosts;
    private final float[] centre;
    private final int trials;
    private final int steps;
    private final int width;
    private final int dim;
    private final int count;
    private final boolean deviances;
    private final CellMinima minima;
    private final GaussNewton descents;
    private final GaussNewton.Problems starts;
    private final GaussNewton.Problems finals;
    private final Workspace pass;
    private final double[] perColumn;
    private final float[] rows;
    private final float[] compared;
    private final int[] order;
    private final int[] best;
    private final float[] scores;
    private final float[] errorOfOne = new float[1];
    private int whole;

    /**
     * @param cellCosts {@code [cells]}: what each cell costs beside the error, or an empty array for nothing
     * @param distance what a point costs beside the error of the row there, or null for nothing
     * @param centre where rows without known values go
     * @param capacity the largest number of rows at a time
     */
    PlacementSearch(
            ResidualMlp decoder,
            DecodedCells cells,
            float[] cellCosts,
            Box box,
            @Nullable RowDistance distance,
            float[] centre,
            PlacementOptions options,
            int capacity) {
        this.decoder = decoder;
        heads = decoder.heads();
        grid = cells.grid();
        this.cells = new CellScores(cells, capacity);
        this.cellCosts = cellCosts;
        this.centre = centre;
        trials = options.trials();
        steps = options.steps();
        width = decoder.out();
        dim = decoder.in();
        count = grid.count();
        deviances = !heads.plain() || distance != null;
        minima = new CellMinima(grid.sides(), count, options.starts());
        descents = new GaussNewton(decoder, box, distance, Math.min(Workspace.TILE, capacity * options.starts()));
        starts = new GaussNewton.Problems(capacity * options.starts(), dim);
        finals = new GaussNewton.Problems(capacity, dim);
        pass = new Workspace(decoder.shape(), capacity);
        perColumn = new double[width];
        rows = new float[capacity * width];
        compared = heads.euclidean() ? rows : new float[capacity * width];
        order = new int[capacity];
        best = new int[capacity];
        scores = new float[capacity * count];
    }

    /**
     * Places one row.
     *
     * @param row {@code [width]}, in the units of the data
     * @param scaling converts it to scaled units
     * @param place {@code [dim]}, receives the coordinates
     * @return the error
     */
    float row(float[] row, Scaling scaling, float[] place) {
        System.arraycopy(row, 0, rows, 0, width);
        if (!scaling.isIdentity()) {
            scaling.apply(rows, 0, width);
        }
        order[0] = 0;
        whole = known(0) == heads.sources() ? 1 : 0;
        search(1, place, errorOfOne);
        return errorOfOne[0];
    }

    /** Places the rows {@code from} to {@code to - 1}; their coordinates and errors go to these indices. */
    void tile(Samples samples, int from, int to, float[] places, float[] errors) {
        load(samples, from, to - from);
        search(to - from, places, errors);
    }

    private void search(int n, float[] places, float[] errors) {
        if (compared != rows) {
            System.arraycopy(rows, 0, compared, 0, n * width);
            heads.represent(n, compared, 0, true);
        }
        cells.score(whole, compared, scores);
        if (whole < n) {
            cells.scoreKnown(whole, n - whole, compared, scores);
        }
        for (int i = 0; i < n && cellCosts.length > 0; i++) {
            for (int cell = 0; cell < count; cell++) {
                scores[i * count + cell] += cellCosts[cell];
            }
        }
        starts.clear();
        for (int i = 0; i < n; i++) {
            int found = minima.find(scores, i * count);
            for (int k = 0; k < found; k++) {
                starts.add(i, grid.places(), minima.cell(k));
            }
        }
        descents.run(starts, rows, whole < n, trials);
        takeBest(n);
        descents.run(finals, rows, whole < n, steps);
        for (int i = 0; i < finals.count; i++) {
            int slot = finals.row[i];
            int known = known(slot);
            boolean nothing = known == 0;
            System.arraycopy(nothing ? centre : finals.places, nothing ? 0 : i * dim, places, order[slot] * dim, dim);
            errors[order[slot]] = finals.errors[i] / known;
        }
        if (deviances) {
            deviances(n, places, errors);
        }
    }

    /**
     * Replaces losses by deviances: neither the part of a loss that is the same at every point nor the distance from
     * other rows belongs to the error of a row.
     */
    private void deviances(int n, float[] places, float[] errors) {
        for (int slot = 0; slot < n; slot++) {
            System.arraycopy(places, order[slot] * dim, pass.input(), slot * dim, dim);
        }
        decoder.forward(n, pass);
        for (int slot = 0; slot < n; slot++) {
            double deviance = heads.deviance(rows, slot * width, pass.output(), slot * width, perColumn);
            errors[order[slot]] = (float) (deviance / known(slot));
        }
    }

    /** Reads rows and puts complete rows before those with missing values, because they are compared in different ways. */
    private void load(Samples samples, int from, int n) {
        whole = 0;
        int behind = n;
        for (int i = 0; i < n; i++) {
            samples.read(from + i, rows, whole * width);
            if (known(whole) == heads.sources()) {
                order[whole++] = from + i;
            } else {
                behind--;
                System.arraycopy(rows, whole * width, rows, behind * width, width);
                order[behind] = from + i;
            }
        }
    }

    private int known(int slot) {
        return heads.known(rows, slot * width);
    }

    /** Of the descents of each row, the one with the lowest error goes on; the first one if several are equal. */
    private void takeBest(int n) {
        Arrays.fill(best, 0, n, -1);
        for (int i = 0; i < starts.count; i++) {
            int row = starts.row[i];
            best[row] = best[row] < 0 || starts.errors[i] < starts.errors[best[row]] ? i : best[row];
        }
        finals.clear();
        for (int row = 0; row < n; row++) {
            finals.take(starts, best[row]);
        }
    }
}

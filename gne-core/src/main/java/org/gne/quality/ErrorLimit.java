package org.gne.quality;

import java.util.Arrays;
import org.gne.data.Embedding;
import org.gne.data.PrincipalComponents;
import org.gne.data.Samples;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.gne.nn.Heads;
import org.gne.nn.ResidualMlp;
import org.gne.nn.Workspace;
import org.gne.search.CellScores;
import org.gne.search.DecodedCells;
import org.gne.search.MapGrid;

/**
 * The largest error of a row that the map explains. It is the larger of two numbers: the 99.5 % quantile of the training rows'
 * errors, and the 95 % quantile of the errors that training rows would have at the coordinates of the most similar other
 * training row.
 *
 * <p>The second number decides if there are few rows. Then the decoder has learnt every training row at its own coordinates, and
 * its errors say little about new rows. With many rows both numbers are about the same, so the second one is left out.
 *
 * @hidden internal
 */
public final class ErrorLimit {

    /** The share of the training rows whose own error is within the limit. */
    public static final double OWN = 0.995;

    private static final double OTHERS = 0.95;

    /** Up to this number of training rows, the coordinates of other rows are tried. */
    public static final int MOST_ROWS = PrincipalComponents.MOST_ROWS;

    /** At most this many rows are tried elsewhere, a fixed choice. */
    private static final int TRIED = 512;

    /** At most this many decoded values are kept, so of very wide rows fewer are tried. */
    private static final long MOST_VALUES = 1L << 25;

    private ErrorLimit() {}

    /** The limit from the errors of the training rows alone; NaN if there are none. */
    public static double of(float[] errors) {
        return ReconstructionError.quantile(errors, OWN);
    }

    /**
     * The limit.
     *
     * @param samples the scaled training rows; NaN for a missing value
     * @param map their coordinates
     * @param errors their errors: {@link ReconstructionError#perRow}
     */
    public static double of(Samples samples, Embedding map, ResidualMlp decoder, float[] errors, Parallel parallel) {
        double own = of(errors);
        if (map.size() < 2 || map.size() > MOST_ROWS) {
            return own;
        }
        double others = ReconstructionError.quantile(elsewhere(samples, map, decoder, parallel), OTHERS);
        return Double.isNaN(others) ? own : Math.max(own, others);
    }

    /** The errors of some rows, each at the coordinates of the other row whose sample is most similar to it. */
    private static float[] elsewhere(Samples samples, Embedding map, ResidualMlp decoder, Parallel parallel) {
        int[] order = CounterRandom.of(1, "error limit").permutation(map.size());
        int count = (int) Math.max(2, Math.min(map.size(), MOST_VALUES / decoder.out()));
        Embedding others = map.rows(Arrays.copyOf(order, Math.min(count, map.size())));
        DecodedCells cells = DecodedCells.of(new MapGrid(others.values(), map.dim()), decoder, parallel);
        float[] errors = new float[Math.min(TRIED, others.size())];
        int tiles = (errors.length + Workspace.TILE - 1) / Workspace.TILE;
        parallel.run(tiles, (tile, worker) -> {
            int from = tile * Workspace.TILE;
            int n = Math.min(Workspace.TILE, errors.length - from);
            elsewhere(samples, order, from, n, decoder.heads(), cells, errors);
        });
        return errors;
    }

    private static void elsewhere(
            Samples samples, int[] order, int from, int n, Heads heads, DecodedCells cells, float[] errors) {
        int width = heads.width();
        int count = cells.grid().count();
        float[] rows = new float[n * width];
        for (int i = 0; i < n; i++) {
            samples.read(order[from + i], rows, i * width);
        }
        float[] compared = rows.clone();
        heads.represent(n, compared, 0, true);
        float[] scores = new float[n * count];
        new CellScores(cells, n).scoreKnown(0, n, compared, scores);
        double[] perColumn = new double[width];
        for (int i = 0; i < n; i++) {
            int best = from + i == 0 ? 1 : 0;
            for (int cell = 0; cell < count; cell++) {
                if (cell != from + i && scores[i * count + cell] < scores[i * count + best]) {
                    best = cell;
                }
            }
            double deviance = heads.deviance(rows, i * width, cells.samples(), best * width, perColumn);
            errors[from + i] = (float) (deviance / heads.known(rows, i * width));
        }
    }
}

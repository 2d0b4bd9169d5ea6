package org.gne;

import java.util.List;
import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;
import org.gne.nn.Decoder;
import org.gne.nn.HeadKinds;
import org.gne.nn.Heads;
import org.gne.nn.MlpShape;
import org.gne.nn.ResidualMlp;
import org.gne.nn.Stretch;
import org.gne.nn.Workspace;

/**
 * The dispersions of counts around what the decoder generates. Before training only the dispersion around the mean of all
 * rows is known: it holds the differences between the rows that the map explains, and those of their totals.
 *
 * <p>By the method of moments: the squared deviation from a mean m is {@code m + m^2 / r} on average, so {@code 1 / r} is
 * the sum of {@code (x - m)^2 - m}, divided by that of {@code m^2}.
 */
final class Dispersions {

    /** With these dispersions a distribution is nearly Poisson's, or nearly all of its values are zeros. */
    private static final double MOST = 1e6;

    private static final double LEAST = 1e-3;

    /** The number of parts of the rows, each with its own sums. */
    private static final int PARTS = 16;

    private Dispersions() {}

    /**
     * The decoder with these dispersions; the same decoder if it has no counts.
     *
     * @param map the coordinates of the rows
     * @param scaled the rows: all rows, or some that stand for all
     */
    static ResidualMlp of(ResidualMlp decoder, Embedding map, Samples scaled, Parallel parallel) {
        Heads heads = decoder.heads();
        if (heads.stretches().stream().noneMatch(Dispersions::counted)) {
            return decoder;
        }
        double[][] sums = sums(scaled, map, decoder, parallel);
        List<Stretch> stretches = heads.stretches().stream()
                .map(stretch -> counted(stretch) ? with(stretch, sums) : stretch)
                .toList();
        MlpShape shape = decoder.shape();
        MlpShape fitted = new MlpShape(shape.encoding(), shape.hidden(), shape.blocks(), new Heads(stretches));
        return new ResidualMlp(fitted, decoder.parameters());
    }

    private static boolean counted(Stretch stretch) {
        return stretch.head() == HeadKinds.COUNT;
    }

    private static Stretch with(Stretch stretch, double[][] sums) {
        float[] dispersion = new float[stretch.width()];
        for (int j = 0; j < dispersion.length; j++) {
            double excess = sums[0][stretch.from() + j];
            double squares = sums[1][stretch.from() + j];
            double r = excess > 0 ? squares / excess : MOST;
            dispersion[j] = (float) Math.max(LEAST, Math.min(MOST, r));
        }
        return Stretch.counts(stretch.from(), stretch.weights(), stretch.scales(), dispersion, stretch.usual());
    }

    /** The sums of {@code (x - m)^2 - m} and of {@code m^2} of each column, over its known values. */
    private static double[][] sums(Samples rows, Embedding map, Decoder decoder, Parallel parallel) {
        int width = rows.width();
        int dim = map.dim();
        int tiles = (rows.size() + Workspace.TILE - 1) / Workspace.TILE;
        int parts = Math.min(PARTS, tiles);
        double[][][] ofParts = new double[parts][2][width];
        parallel.run(parts, (part, worker) -> {
            Decoder.Pass pass = decoder.pass();
            float[] row = new float[width];
            int end = Math.min(rows.size(), (int) ((long) tiles * (part + 1) / parts) * Workspace.TILE);
            for (int from = (int) ((long) tiles * part / parts) * Workspace.TILE; from < end; from += Workspace.TILE) {
                int n = Math.min(Workspace.TILE, end - from);
                System.arraycopy(map.values(), from * dim, pass.input(), 0, n * dim);
                pass.run(n);
                for (int i = 0; i < n; i++) {
                    rows.read(from + i, row, 0);
                    add(decoder.heads(), row, pass.output(), i * width, ofParts[part]);
                }
            }
        });
        double[][] sums = new double[2][width];
        for (double[][] part : ofParts) {
            for (int k = 0; k < 2; k++) {
                for (int j = 0; j < width; j++) {
                    sums[k][j] += part[k][j];
                }
            }
        }
        return sums;
    }

    private static void add(Heads heads, float[] row, float[] mean, int m0, double[][] sums) {
        float[] exposures = heads.exposures(1, row);
        int counts = 0;
        for (Stretch stretch : heads.stretches()) {
            if (!counted(stretch)) {
                continue;
            }
            double exposure = exposures[counts++];
            for (int j = stretch.from(); j < stretch.to(); j++) {
                if (!Float.isNaN(row[j])) {
                    double m = exposure * mean[m0 + j];
                    sums[0][j] += (row[j] - m) * (row[j] - m) - m;
                    sums[1][j] += m * m;
                }
            }
        }
    }
}

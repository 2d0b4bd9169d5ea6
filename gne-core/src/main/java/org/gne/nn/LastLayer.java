package org.gne.nn;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.gne.data.Embedding;
import org.gne.data.EvenRows;
import org.gne.data.PrincipalComponents;
import org.gne.data.Samples;
import org.gne.kernel.Kernel;
import org.gne.kernel.Kernels;
import org.gne.kernel.Parallel;

/**
 * The last layer of a trained decoder for columns of real numbers, by least squares. With all other layers and the coordinates as
 * they are, these columns are linear in the weights of the last layer, so that the best weights are known: training with
 * noise and small batches stays some percent away from them. Coordinates and other heads do not change.
 *
 * <p>The change of the weights is a ridge regression (Hoerl and Kennard 1970) of what is left of the rows: {@code (H'H + a I) D = H'(X -
 * Y)}, with H the output of the last block and a column of ones, X the rows, and Y what the decoder generates. For a missing value what
 * is left is 0; that is a step of expectation and maximisation (Dempster et al. 1977), which lowers the error of the known values too.
 *
 * @hidden internal
 */
public final class LastLayer {

    /** The penalty, relative to the mean of the diagonal of H'H. With less, maps of a few dozen rows learn them by heart. */
    private static final double RIDGE = 1e-3;

    /** Of more rows, so many stand for all, evenly spread: those that stand for all of a Spark job too. */
    private static final int MOST_ROWS = PrincipalComponents.MOST_ROWS;

    /** The number of rows whose products are summed as floats, and the number of their values that are in memory. */
    private static final int CHUNK = 64 * Workspace.TILE;

    private static final int CHUNK_VALUES = 1 << 22;

    /** The number of columns of a task. */
    private static final int COLUMNS = 64;

    private final ResidualMlp decoder;
    private final Embedding map;
    private final Samples scaled;
    private final Parallel parallel;
    private final Kernel kernel = Kernels.active();
    private final int out;
    private final int inputs;
    /** {@code [chunk, inputs]}: H. */
    private final float[] h;
    /** {@code [chunk, out]}: X - Y. */
    private final float[] left;

    private final DMatrixRMaj gram;
    private final DMatrixRMaj cross;
    private final Tile[] tiles;

    private LastLayer(ResidualMlp decoder, Embedding map, Samples scaled, Parallel parallel) {
        this.decoder = decoder;
        this.map = map;
        this.scaled = scaled;
        this.parallel = parallel;
        out = decoder.out();
        inputs = decoder.shape().hidden() + 1;
        int chunk = Math.max(Workspace.TILE, Math.min(CHUNK, CHUNK_VALUES / out / Workspace.TILE * Workspace.TILE));
        h = new float[chunk * inputs];
        left = new float[Math.multiplyExact(chunk, out)];
        gram = new DMatrixRMaj(inputs, inputs);
        cross = new DMatrixRMaj(inputs, out);
        tiles = new Tile[parallel.threads()];
    }

    /**
     * The decoder with this last layer; the same decoder if it has no real numbers.
     *
     * @param map {@code [rows, in]}: the coordinates of the rows
     * @param scaled the rows in scaled units: all rows, or some that stand for all
     */
    public static ResidualMlp solved(ResidualMlp decoder, Embedding map, Samples scaled, Parallel parallel) {
        boolean real = decoder.heads().stretches().stream().anyMatch(stretch -> stretch.head() == HeadKinds.REAL);
        if (!real) {
            return decoder;
        }
        int n = map.size();
        if (n <= MOST_ROWS) {
            return new LastLayer(decoder, map, scaled, parallel).solve();
        }
        int[] some = EvenRows.atMost(MOST_ROWS, n);
        return new LastLayer(decoder, map.rows(some), scaled.rows(some), parallel).solve();
    }

    private ResidualMlp solve() {
        int chunk = h.length / inputs;
        for (int from = 0; from < map.size(); from += chunk) {
            add(from, Math.min(chunk, map.size() - from));
        }
        double diagonal = 0;
        for (int i = 0; i < inputs; i++) {
            diagonal += gram.get(i, i);
        }
        for (int i = 0; i < inputs; i++) {
            gram.add(i, i, RIDGE * diagonal / inputs);
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(inputs);
        DMatrixRMaj change = new DMatrixRMaj(inputs, out);
        if (!solver.setA(gram)) {
            return decoder;
        }
        solver.solve(cross, change);
        float[] parameters = decoder.parameters().clone();
        int weights = decoder.shape().outputWeights();
        for (int i = 0; i < inputs * out; i++) {
            float changed = (float) (parameters[weights + i] + change.data[i]);
            if (!Float.isFinite(changed)) {
                return decoder;
            }
            parameters[weights + i] = changed;
        }
        return new ResidualMlp(decoder.shape(), parameters);
    }

    /** Adds the products of some rows, whatever the threads in the same order. */
    private void add(int first, int rows) {
        parallel.run((rows + Workspace.TILE - 1) / Workspace.TILE, (tile, worker) -> {
            if (tiles[worker] == null) {
                tiles[worker] = new Tile();
            }
            int from = tile * Workspace.TILE;
            tiles[worker].read(first, from, Math.min(Workspace.TILE, rows - from));
        });
        parallel.run(inputs, (i, worker) -> {
            for (int row = 0; row < rows; row++) {
                double value = h[row * inputs + i];
                for (int j = 0; j < inputs; j++) {
                    gram.data[i * inputs + j] += value * h[row * inputs + j];
                }
            }
        });
        parallel.run((out + COLUMNS - 1) / COLUMNS, (group, worker) -> {
            int from = group * COLUMNS;
            int columns = Math.min(COLUMNS, out - from);
            float[] sums = new float[inputs * columns];
            kernel.multiplyAdd(inputs, columns, rows, h, 0, 1, inputs, left, from, out, sums, 0, columns);
            for (int i = 0; i < inputs; i++) {
                for (int j = 0; j < columns; j++) {
                    cross.data[i * out + from + j] += sums[i * columns + j];
                }
            }
        });
    }

    /** The scratch of one thread. */
    private final class Tile {
        private final Workspace workspace = new Workspace(decoder.shape());
        private final float[] row = new float[out];

        void read(int first, int from, int rows) {
            int dim = map.dim();
            System.arraycopy(map.values(), (first + from) * dim, workspace.input(), 0, rows * dim);
            decoder.forward(rows, workspace);
            float[] stream = workspace.stream(decoder.shape().blocks());
            for (int i = 0; i < rows; i++) {
                int to = (from + i) * inputs;
                System.arraycopy(stream, i * (inputs - 1), h, to, inputs - 1);
                h[to + inputs - 1] = 1;
                scaled.read(first + from + i, row, 0);
                int residual = (from + i) * out;
                Arrays.fill(left, residual, residual + out, 0);
                for (Stretch stretch : decoder.heads().stretches()) {
                    if (stretch.head() == HeadKinds.REAL) {
                        subtract(stretch, workspace.output(), i * out, residual);
                    }
                }
            }
        }

        private void subtract(Stretch stretch, float[] output, int y, int to) {
            for (int j = stretch.from(); j < stretch.to(); j++) {
                left[to + j] = Float.isNaN(row[j]) ? 0 : row[j] - output[y + j];
            }
        }
    }
}

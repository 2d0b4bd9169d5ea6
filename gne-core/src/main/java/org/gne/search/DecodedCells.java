package org.gne.search;

import org.gne.data.PrincipalComponents;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.kernel.Parallel;
import org.gne.nn.Heads;
import org.gne.nn.ResidualMlp;
import org.gne.nn.Workspace;

/**
 * Decoded points of the map, prepared for the comparison with rows: on principal components, as one matrix product over
 * rows and cells, {@code |x - g|^2 = |x|^2 - 2 x.g + |g|^2} ({@link CellScores}). Rows with missing values are compared on
 * all columns.
 *
 * @param grid the points
 * @param components the principal components on which samples and rows are compared
 * @param reduced {@code [components, count]}: the samples on the components
 * @param halfSquares {@code [count]}: half the squared length of the reduced samples
 * @param samples {@code [count, width]}: the decoder's samples at the points; empty if they are not kept
 * @param represented {@code [count, width]}: the samples, converted for the comparison by distance ({@link
 *     Heads#represent}); empty if they are not kept
 * @hidden internal
 */
public record DecodedCells(
        MapGrid grid,
        PrincipalComponents components,
        float[] reduced,
        float[] halfSquares,
        float[] samples,
        float[] represented) {

    /**
     * The number of components on which rows are compared. Decoded samples lie on a surface that few components
     * describe.
     */
    private static final int COMPONENTS = 48;

    /** The seed of the components, fixed so that the same model always gives the same coordinates. */
    private static final long SEED = 1;

    /** Decodes the points and uses components of the decoded samples. */
    public static DecodedCells of(MapGrid grid, ResidualMlp decoder, Parallel parallel) {
        float[] decoded = decode(grid, decoder, parallel);
        float[] represented = represented(decoder.heads(), grid.count(), decoded);
        Samples samples = Samples.ofFloats(represented, Schema.Columns.numbered(decoder.out()));
        PrincipalComponents components = PrincipalComponents.fit(samples, COMPONENTS, SEED, parallel);
        return of(grid, decoded, represented, components, parallel);
    }

    /**
     * Decodes the points and uses given components, for example those of the rows. The samples are not kept if they have more than a number
     * of values.
     *
     * @param most values that are kept
     */
    static DecodedCells of(
            MapGrid grid, ResidualMlp decoder, PrincipalComponents components, long most, Parallel parallel) {
        if ((long) grid.count() * decoder.out() > most) {
            return of(grid, new float[0], new float[0], components, projected(grid, decoder, components, parallel));
        }
        float[] decoded = decode(grid, decoder, parallel);
        return of(grid, decoded, represented(decoder.heads(), grid.count(), decoded), components, parallel);
    }

    /** Whether the samples are kept. */
    boolean whole() {
        return samples.length > 0;
    }

    private static float[] represented(Heads heads, int count, float[] decoded) {
        if (heads.euclidean()) {
            return decoded;
        }
        float[] represented = decoded.clone();
        heads.represent(count, represented, 0, false);
        return represented;
    }

    private static DecodedCells of(
            MapGrid grid, float[] decoded, float[] represented, PrincipalComponents components, Parallel parallel) {
        Samples samples = Samples.ofFloats(represented, Schema.Columns.numbered(components.mean().length));
        return of(
                grid,
                decoded,
                represented,
                components,
                components.projectAll(samples, parallel).values());
    }

    /**
     * @param projected {@code [count, components]}
     */
    private static DecodedCells of(
            MapGrid grid, float[] decoded, float[] represented, PrincipalComponents components, float[] projected) {
        int count = grid.count();
        int depth = components.count();
        float[] reduced = new float[depth * count];
        float[] halfSquares = new float[count];
        for (int cell = 0; cell < count; cell++) {
            float square = 0;
            for (int k = 0; k < depth; k++) {
                float value = projected[cell * depth + k];
                reduced[k * count + cell] = value;
                square = Math.fma(value, value, square);
            }
            halfSquares[cell] = square / 2;
        }
        return new DecodedCells(grid, components, reduced, halfSquares, decoded, represented);
    }

    /** The samples on the components, a tile at a time. */
    private static float[] projected(
            MapGrid grid, ResidualMlp decoder, PrincipalComponents components, Parallel parallel) {
        int depth = components.count();
        float[] projected = new float[grid.count() * depth];
        forEachTile(grid, decoder, parallel, (from, n, tile) -> {
            decoder.heads().represent(n, tile, 0, false);
            float[] some = new float[n * depth];
            components.project(n, tile, some);
            System.arraycopy(some, 0, projected, from * depth, n * depth);
        });
        return projected;
    }

    private static float[] decode(MapGrid grid, ResidualMlp decoder, Parallel parallel) {
        int width = decoder.out();
        float[] decoded = new float[Math.multiplyExact(grid.count(), width)];
        forEachTile(
                grid,
                decoder,
                parallel,
                (from, n, tile) -> System.arraycopy(tile, 0, decoded, from * width, n * width));
        return decoded;
    }

    /** Takes the decoded samples of some points. */
    private interface TileTaker {
        void take(int from, int n, float[] tile);
    }

    private static void forEachTile(MapGrid grid, ResidualMlp decoder, Parallel parallel, TileTaker taker) {
        int dim = grid.dim();
        int tiles = (grid.count() + Workspace.TILE - 1) / Workspace.TILE;
        parallel.run(tiles, (tile, worker) -> {
            int from = tile * Workspace.TILE;
            int n = Math.min(Workspace.TILE, grid.count() - from);
            Workspace scratch = new Workspace(decoder.shape());
            System.arraycopy(grid.places(), from * dim, scratch.input(), 0, n * dim);
            decoder.forward(n, scratch);
            taker.take(from, n, scratch.output());
        });
    }
}

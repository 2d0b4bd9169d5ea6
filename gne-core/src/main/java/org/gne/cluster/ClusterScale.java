package org.gne.cluster;

import java.util.Arrays;
import org.gne.data.Embedding;

/**
 * The clusters of one scale: rows whose density, smoothed by a Gaussian of some width, leads to the same mode.
 *
 * @param clusters {@code [rows]}: the cluster of each row, -1 if its coordinates are not finite
 * @param modes {@code [clusters]}: the cell of the highest density of each cluster
 * @param grid the cells
 */
record ClusterScale(int[] clusters, int[] modes, RowGrid grid) {

    /**
     * @param width the standard deviation of the Gaussian, in cells of the finest grid
     * @param smallest the least number of rows of a cluster
     */
    static ClusterScale of(Embedding map, RowGrid finest, double width, int smallest) {
        MapDensity density = MapDensity.of(finest, width);
        Basins basins = Basins.of(density, smallest);
        int[] clusters = new int[map.size()];
        for (int row = 0; row < clusters.length; row++) {
            int cell = density.grid().cell(map, row);
            clusters[row] = cell < 0 ? -1 : basins.basins()[cell];
        }
        return new ClusterScale(clusters, basins.modes(), density.grid());
    }

    int count() {
        return modes.length;
    }

    /** The place of the highest density of a cluster. */
    float[] mode(int cluster, int dim) {
        float[] place = new float[dim];
        Arrays.fill(place, Float.NaN);
        place[0] = (float) grid.x(modes[cluster]);
        if (dim > 1) {
            place[1] = (float) grid.y(modes[cluster]);
        }
        return place;
    }
}

package org.gne.umap;

/**
 * Options of UMAP. The defaults are those of umap-learn.
 *
 * @param neighbors the number of neighbours of a row, including itself, at least 2; limited to the number of rows
 * @param minDist the smallest distance of points on the map, 0 to 1
 * @param epochs the number of epochs of the layout, above 10; 0 for 500 epochs up to 10,000 rows and 200 beyond
 */
public record UmapOptions(int neighbors, double minDist, int epochs) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public UmapOptions {
        if (neighbors < 2) {
            throw new IllegalArgumentException("neighbors: found " + neighbors + ", expected at least 2");
        }
        if (!(minDist >= 0 && minDist <= 1)) {
            throw new IllegalArgumentException("minimal distance: found " + minDist + ", expected 0 to 1");
        }
        if (epochs != 0 && epochs <= 10) {
            throw new IllegalArgumentException("epochs: found " + epochs + ", expected more than 10");
        }
    }

    /** 15 neighbours, a minimal distance of 0.1, epochs by the number of rows. */
    public static UmapOptions defaults() {
        return new UmapOptions(15, 0.1, 0);
    }

    /** The same options with another number of neighbours, at least 2; typical 5 to 50, more for a coarser map. */
    public UmapOptions withNeighbors(int value) {
        return new UmapOptions(value, minDist, epochs);
    }

    /** The same options with another smallest distance of points, 0 to 1; less for denser groups. */
    public UmapOptions withMinDist(double value) {
        return new UmapOptions(neighbors, value, epochs);
    }

    /** The same options with another number of epochs, above 10; 0 to choose by the number of rows. */
    public UmapOptions withEpochs(int value) {
        return new UmapOptions(neighbors, minDist, value);
    }
}

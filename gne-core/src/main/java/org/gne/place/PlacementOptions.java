package org.gne.place;

/**
 * How thoroughly {@link Placement} searches the coordinates of new rows. The measurements behind the defaults are in
 * docs/decisions.md.
 *
 * @param cells the approximate number of points of the map that are decoded and compared with every row; at least 1
 * @param starts the number of descents for each row, from the best of these points that lie apart; at least 1
 * @param trials the number of steps of each descent before only the best one continues, at least 1
 * @param steps the largest number of further steps of the best descent, at least 0
 */
public record PlacementOptions(int cells, int starts, int trials, int steps) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public PlacementOptions {
        if (cells < 1 || cells > 1 << 20) {
            throw new IllegalArgumentException("placement cells: found " + cells + ", expected 1 to " + (1 << 20));
        }
        atLeast("starts", starts, 1);
        atLeast("trials", trials, 1);
        atLeast("steps", steps, 0);
    }

    private static void atLeast(String name, int found, int least) {
        if (found < least) {
            throw new IllegalArgumentException(
                    "placement " + name + ": found " + found + ", expected at least " + least);
        }
    }

    /** The options of {@code gne place}. */
    public static PlacementOptions defaults() {
        return new PlacementOptions(9216, 4, 2, 16);
    }
}

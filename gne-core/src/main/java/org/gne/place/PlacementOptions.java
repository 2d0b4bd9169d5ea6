package org.gne.place;

/**
 * How thoroughly {@link Placement} looks for the places of new rows. The figures behind the defaults are in
 * docs/decisions.md.
 *
 * @param cells places of the map that are decoded and compared with every row, about; at least 1
 * @param starts of these, the best that lie apart: so many descents begin for each row, at least 1
 * @param trials steps that each descent takes before the best of a row goes on alone, at least 1
 * @param steps of the one that goes on, at most; at least 0
 */
public record PlacementOptions(int cells, int starts, int trials, int steps) {

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

    /** What {@code gne place} does. */
    public static PlacementOptions defaults() {
        return new PlacementOptions(9216, 4, 2, 16);
    }
}

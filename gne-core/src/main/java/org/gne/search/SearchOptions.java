package org.gne.search;

/**
 * When and how finely {@link GlobalSearch} searches for better coordinates.
 *
 * @param cells the approximate number of points tried per row and search; 0 turns the search off
 * @param perRow with few rows, the number of cells for each row, and searches are rarer ({@link #forRows}); 0 to leave
 *     cells and searches the same for few rows
 * @param every the number of epochs from one search to the next, at least 1
 * @param until the share of the training after which there are no more searches, 0 to 1
 * @param leastGain a search stops after a sixteenth of the rows if it has lowered their cost by less than this share, 0
 *     to 1; 0 to search for all rows each time
 * @param spread the share of its cell over which a row is scattered that is moved there, 0 to 1, so that rows do not lie
 *     on one another. More costs some error, because the middle of the cell was found to be good
 */
public record SearchOptions(int cells, int perRow, int every, double until, double leastGain, double spread) {

    private static final int FEWEST_CELLS = 64;

    /** Fewer rows have no searches: the decoder learns them wherever they are. */
    private static final int FEWEST_ROWS = 5;

    /**
     * The largest number of epochs between searches for few rows: with a search every tenth epoch, tables of booleans
     * are explained much less.
     */
    private static final int RAREST = 3;

    /** No search. */
    public static final SearchOptions OFF = new SearchOptions(0, 0, 1, 0, 0, 0);

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public SearchOptions {
        if (cells < 0 || cells > 1 << 20) {
            throw new IllegalArgumentException("search cells: found " + cells + ", expected 0 to " + (1 << 20));
        }
        if (perRow < 0) {
            throw new IllegalArgumentException("search cells per row: found " + perRow + ", expected at least 0");
        }
        if (every < 1) {
            throw new IllegalArgumentException("epochs between searches: found " + every + ", expected at least 1");
        }
        if (!(until >= 0 && until <= 1)) {
            throw new IllegalArgumentException("search until: found " + until + ", expected 0 to 1");
        }
        if (!(leastGain >= 0 && leastGain <= 1)) {
            throw new IllegalArgumentException("least gain of a search: found " + leastGain + ", expected 0 to 1");
        }
        if (!(spread >= 0 && spread <= 1)) {
            throw new IllegalArgumentException("spread of moved rows: found " + spread + ", expected 0 to 1");
        }
    }

    /**
     * The options for a number of rows.
     *
     * @param rows the number of rows
     * @param more the number of epochs per search that would be enough, 0 or more
     */
    public SearchOptions forRows(int rows, int more) {
        if (perRow == 0) {
            return this;
        }
        if (rows < FEWEST_ROWS) {
            return OFF;
        }
        long enough = Math.max(FEWEST_CELLS, (long) perRow * rows);
        return new SearchOptions(
                (int) Math.min(cells, enough),
                0,
                every * Math.max(1, Math.min(RAREST, more)),
                until,
                leastGain,
                spread);
    }

    /** Whether there is a search after an epoch. */
    public boolean after(int epoch, int epochs) {
        return cells > 0 && epoch + 1 <= until * epochs && (epoch + 1) % every == 0;
    }
}

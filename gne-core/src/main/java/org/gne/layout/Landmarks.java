package org.gne.layout;

import org.gne.data.EvenRows;
import org.gne.data.Samples;

/**
 * Rows that represent all rows. If there are very many rows, only landmarks can be neighbours, so that memory and work
 * per row do not grow with the number of rows.
 *
 * @param rows the number of rows of the data
 * @param count the number of landmarks, evenly spread over the rows; up to {@value #MOST_ROWS} rows, all rows are
 *     landmarks
 * @hidden internal
 */
public record Landmarks(int rows, int count) {

    /** Up to this many rows, every row is a landmark. */
    static final int MOST_ROWS = 200_000;

    private static final int COUNT = 100_000;

    /** The landmarks of a number of rows: all of them, or 100,000 if there are more than {@value #MOST_ROWS}. */
    public static Landmarks of(int rows) {
        return of(rows, MOST_ROWS, COUNT);
    }

    /** Landmarks with other limits. */
    public static Landmarks of(int rows, int most, int count) {
        return new Landmarks(rows, rows <= most ? rows : count);
    }

    /** Whether every row is a landmark. */
    public boolean all() {
        return count == rows;
    }

    /** The row of a landmark. */
    int row(int landmark) {
        return EvenRows.row(landmark, count, rows);
    }

    /** The landmark of a row, or -1 if the row is not a landmark. */
    int landmark(int row) {
        if (all()) {
            return row;
        }
        int near = (int) (((long) row * count + rows - 1) / rows);
        return near < count && row(near) == row ? near : -1;
    }

    /** The samples of the landmarks, in their order. */
    public Samples of(Samples samples) {
        return all() ? samples : samples.rows(count, this::row);
    }
}

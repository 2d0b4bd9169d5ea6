package org.gne.layout;

import org.gne.data.Samples;

/**
 * Some rows that stand for all: where there are very many, only these are neighbours of others, so that memory and work per
 * row do not grow with their number.
 *
 * @param rows of the data
 * @param count of landmarks, evenly spread over the rows; all of them up to {@value #MOST_ROWS} rows
 */
public record Landmarks(int rows, int count) {

    /** Up to so many rows each is a landmark. */
    static final int MOST_ROWS = 200_000;

    private static final int COUNT = 100_000;

    public static Landmarks of(int rows) {
        return of(rows, MOST_ROWS, COUNT);
    }

    /** The same with other limits. */
    public static Landmarks of(int rows, int most, int count) {
        return new Landmarks(rows, rows <= most ? rows : count);
    }

    public boolean all() {
        return count == rows;
    }

    /** The row that a landmark is. */
    int row(int landmark) {
        return all() ? landmark : (int) ((long) landmark * rows / count);
    }

    /** The landmark that a row is, or -1. */
    int landmark(int row) {
        if (all()) {
            return row;
        }
        int near = (int) (((long) row * count + rows - 1) / rows);
        return near < count && row(near) == row ? near : -1;
    }

    /** Only these of the samples, in their order. */
    public Samples of(Samples samples) {
        return all() ? samples : samples.rows(count, this::row);
    }
}

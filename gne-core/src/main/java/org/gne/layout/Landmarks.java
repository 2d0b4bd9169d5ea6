package org.gne.layout;

import java.util.Objects;
import org.gne.data.Samples;
import org.gne.data.Schema;

/**
 * Rows that represent all rows. If there are very many rows, only landmarks can be neighbours, so that memory and work
 * per row do not grow with the number of rows.
 *
 * @param rows the number of rows of the data
 * @param count the number of landmarks, evenly spread over the rows; up to {@value #MOST_ROWS} rows, all rows are
 *     landmarks
 */
public record Landmarks(int rows, int count) {

    /** Up to this many rows, every row is a landmark. */
    static final int MOST_ROWS = 200_000;

    private static final int COUNT = 100_000;

    public static Landmarks of(int rows) {
        return of(rows, MOST_ROWS, COUNT);
    }

    /** Landmarks with other limits. */
    public static Landmarks of(int rows, int most, int count) {
        return new Landmarks(rows, rows <= most ? rows : count);
    }

    public boolean all() {
        return count == rows;
    }

    /** The row of a landmark. */
    int row(int landmark) {
        return all() ? landmark : (int) ((long) landmark * rows / count);
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
        return all() ? samples : new Chosen(samples, this::row, count);
    }

    /** Rows {@code from} to {@code from + count - 1}. */
    static Samples range(Samples samples, int from, int count) {
        return new Chosen(samples, i -> from + i, count);
    }

    private interface Row {
        public int of(int i);
    }

    private record Chosen(Samples source, Row row, int size) implements Samples {
        @Override
        public int width() {
            return source.width();
        }

        @Override
        public Schema schema() {
            return source.schema();
        }

        @Override
        public void read(int i, float[] out, int offset) {
            source.read(row.of(Objects.checkIndex(i, size)), out, offset);
        }
    }
}

package org.gne.data;

/**
 * Some of many rows, evenly spread over them, where all would take too long.
 *
 * @hidden internal
 */
public final class EvenRows {

    private EvenRows() {}

    /**
     * One of the chosen rows, in ascending order.
     *
     * @param i 0 to {@code count - 1}
     * @param count how many rows are chosen, at least 1
     * @param rows the number of all rows, at least {@code count} for different rows
     */
    public static int row(int i, int count, int rows) {
        return (int) ((long) i * rows / count);
    }

    /** At most {@code most} rows: all of them if there are no more. */
    public static int[] atMost(int most, int rows) {
        int[] chosen = new int[Math.min(most, rows)];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = row(i, chosen.length, rows);
        }
        return chosen;
    }
}

package org.gne.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows in slices, such as months: the same id in consecutive slices is the same thing at another time.
 *
 * @param of the slice of each row; slices follow one another in the order of their names in {@code of}. A row without a slice
 *     is tied to nothing
 * @param before {@code [rows]}: the row of the same id in the last slice before that has one, or -1
 * @param after {@code [rows]}: the row of the same id in the next slice that has one, or -1
 */
public record Slices(Labels of, int[] before, int[] after) {

    /**
     * Finds the rows of the same ids.
     *
     * @param slices the slice of each row, numbered in their order
     * @throws IllegalArgumentException if there are not as many ids as rows, or an id is there twice in a slice; the message names it
     */
    public static Slices of(Labels slices, Ids ids) {
        int rows = slices.size();
        if (ids.size() != rows) {
            throw new IllegalArgumentException(ids.size() + " ids for " + rows + " rows, expected as many");
        }
        int[] before = new int[rows];
        int[] after = new int[rows];
        Arrays.fill(before, -1);
        Arrays.fill(after, -1);
        Map<String, Integer> last = new HashMap<>();
        for (int row : inOrder(slices)) {
            Integer known = last.put(ids.get(row), row);
            if (known == null) {
                continue;
            }
            if (slices.classes()[known] == slices.classes()[row]) {
                throw new IllegalArgumentException("id " + ids.get(row) + ": found in rows " + known + " and " + row
                        + " of slice " + slices.name(row) + ", expected once in a slice");
            }
            before[row] = known;
            after[known] = row;
        }
        return new Slices(slices, before, after);
    }

    /**
     * The names of slices in their order: numbers by their size, texts (2024-01, 2024-02) by the alphabet.
     *
     * @param cells the slice of each row; an empty text for none
     */
    public static List<String> inOrder(List<String> cells) {
        List<String> names =
                cells.stream().filter(cell -> !cell.isEmpty()).distinct().toList();
        boolean numbers = names.stream().allMatch(name -> name.matches("-?\\d+(\\.\\d+)?"));
        Comparator<String> order =
                numbers ? Comparator.comparingDouble(Double::parseDouble) : Comparator.naturalOrder();
        return names.stream().sorted(order).toList();
    }

    /** The rows with a slice, slice after slice. */
    private static int[] inOrder(Labels slices) {
        int[] starts = new int[slices.names().size() + 1];
        int[] known = slices.knownRows();
        for (int row : known) {
            starts[slices.classes()[row] + 1]++;
        }
        for (int i = 0; i + 1 < starts.length; i++) {
            starts[i + 1] += starts[i];
        }
        int[] order = new int[known.length];
        for (int row : known) {
            order[starts[slices.classes()[row]]++] = row;
        }
        return order;
    }

    /** The number of pairs of rows of the same id in consecutive slices. */
    public int pairs() {
        return (int) Arrays.stream(before).filter(row -> row >= 0).count();
    }

    /** The names of the slices in their order. */
    public List<String> names() {
        return of.names();
    }

    /** Whether slices and ties are the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Slices that && of.equals(that.of) && Arrays.equals(before, that.before);
    }

    @Override
    public int hashCode() {
        return 31 * of.hashCode() + Arrays.hashCode(before);
    }

    @Override
    public String toString() {
        return "Slices: " + names().size() + " of " + of.size() + " rows, " + pairs() + " pairs";
    }
}

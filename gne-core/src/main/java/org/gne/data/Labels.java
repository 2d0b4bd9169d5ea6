package org.gne.data;

import java.util.Arrays;
import java.util.List;

/**
 * The class of each row.
 *
 * @param classes one per row: an index into {@code names}, or -1 where it is not known
 * @param names what the classes are called
 */
public record Labels(int[] classes, List<String> names) {

    public Labels {
        names = List.copyOf(names);
        for (int i = 0; i < classes.length; i++) {
            if (classes[i] < -1 || classes[i] >= names.size()) {
                throw new IllegalArgumentException(
                        "row " + i + " has class " + classes[i] + ", expected -1 to " + (names.size() - 1));
            }
        }
    }

    /** Number of rows. */
    public int size() {
        return classes.length;
    }

    /** What the class of a row is called, empty where it is not known. */
    public String name(int row) {
        return classes[row] < 0 ? "" : names.get(classes[row]);
    }

    /** The labels of the first {@code rows} rows. */
    public Labels limit(int rows) {
        return rows >= classes.length ? this : new Labels(Arrays.copyOf(classes, rows), names);
    }
}

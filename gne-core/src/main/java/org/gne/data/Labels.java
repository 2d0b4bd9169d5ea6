package org.gne.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The class of each row.
 *
 * @param classes one per row: an index into {@code names}, or -1 if the class is not known
 * @param names the names of the classes
 */
public record Labels(int[] classes, List<String> names) implements RowLabels {

    public Labels {
        names = List.copyOf(names);
        for (int i = 0; i < classes.length; i++) {
            if (classes[i] < -1 || classes[i] >= names.size()) {
                throw new IllegalArgumentException(
                        "row " + i + " has class " + classes[i] + ", expected -1 to " + (names.size() - 1));
            }
        }
    }

    @Override
    public int size() {
        return classes.length;
    }

    @Override
    public @Nullable String text(int row) {
        return classes[row] < 0 ? null : names.get(classes[row]);
    }

    /** The name of a row's class, empty if it is not known. */
    public String name(int row) {
        return classes[row] < 0 ? "" : names.get(classes[row]);
    }

    /** The rows whose class is known, ascending. */
    public int[] knownRows() {
        return IntStream.range(0, classes.length)
                .filter(row -> classes[row] >= 0)
                .toArray();
    }

    /** The labels of some rows, in the order of the argument. */
    public Labels rows(int[] rows) {
        return new Labels(IntStream.of(rows).map(row -> classes[row]).toArray(), names);
    }

    /** The labels of the first {@code rows} rows. */
    public Labels limit(int rows) {
        return rows >= classes.length ? this : new Labels(Arrays.copyOf(classes, rows), names);
    }
}

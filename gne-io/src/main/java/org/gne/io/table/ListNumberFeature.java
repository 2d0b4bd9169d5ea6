package org.gne.io.table;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.gne.data.Column;
import org.gne.io.Table;
import org.jspecify.annotations.Nullable;

/**
 * One number of the lists in a column: a column of its own, {@code vector.0}.
 *
 * @param index its index in the list
 */
record ListNumberFeature(ListCell cell, int index, Column column) implements Feature {

    @Override
    public float read(Table.Rows rows) throws IOException {
        return cell.number(rows, index);
    }

    /** The features of all numbers of the lists. */
    static List<Feature> all(CellSource source, int length) {
        ListCell cell = new ListCell(source, length);
        String name = source.column().name();
        return IntStream.range(0, length)
                .<Feature>mapToObj(i -> new ListNumberFeature(cell, i, Column.number(name(name, i))))
                .toList();
    }

    /** The name of the column of a number of the lists in a column. */
    static String name(String list, int index) {
        return list + "." + index;
    }

    /** The column with the lists of which a column of a model has a number; null if its name has no index. */
    static @Nullable String list(String name) {
        int point = name.lastIndexOf('.');
        return point > 0 && name.substring(point + 1).matches("0|[1-9][0-9]{0,8}") ? name.substring(0, point) : null;
    }

    /** The index in the name of such a column. */
    static int index(String name) {
        return Integer.parseInt(name.substring(name.lastIndexOf('.') + 1));
    }
}

package org.gne.io.table;

import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import org.gne.io.Table;

/** Cells with a list of numbers each, of the same length in all rows. */
final class ListCell implements Serializable {

    private static final long serialVersionUID = 1;

    private final CellSource source;
    private final int length;
    private transient float[] row = {};

    ListCell(CellSource source, int length) {
        this.source = source;
        this.length = length;
    }

    /**
     * A number of the list in a row, NaN if it is missing. The first number of a row must be read first: the list is then parsed once.
     *
     * @param index from 0
     */
    float number(Table.Rows rows, int index) throws IOException {
        if (index == 0) {
            row = parse(rows);
        }
        return index < length ? row[index] : Float.NaN;
    }

    private float[] parse(Table.Rows rows) throws IOException {
        String text = source.textAmongNumbers(rows);
        if (text == null) {
            float[] missing = new float[length];
            Arrays.fill(missing, Float.NaN);
            return missing;
        }
        float[] numbers = NumberList.of(text);
        if (numbers == null || numbers.length != length) {
            throw source.wrong(
                    rows,
                    numbers == null ? CellSource.quoted(text) : "a list of " + numbers.length + " numbers",
                    "a list of " + length + " numbers");
        }
        for (float number : numbers) {
            if (Float.isInfinite(number)) {
                throw source.wrong(rows, CellSource.quoted(text), "numbers of at most " + Float.MAX_VALUE);
            }
        }
        return numbers;
    }
}

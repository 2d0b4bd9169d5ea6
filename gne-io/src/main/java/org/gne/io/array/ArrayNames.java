package org.gne.io.array;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import org.gne.data.Ids;
import org.gne.data.Labels;
import org.gne.io.InputException;
import org.gne.io.LabelsBuilder;

/** Arrays of one axis that hold ids or classes. */
final class ArrayNames {

    private static final int BLOCK = 1 << 18;

    private ArrayNames() {}

    /** The labels, with one class for each different value; NaN and the empty text mean no class. */
    static Labels labels(StoredArray array) throws IOException {
        LabelsBuilder labels = new LabelsBuilder();
        forEach(array, name -> labels.add(name.isEmpty() ? null : name));
        return labels.build();
    }

    static Ids ids(StoredArray array) throws IOException {
        Ids.Builder ids = new Ids.Builder();
        forEach(array, ids::add);
        return ids.build();
    }

    private static void forEach(StoredArray array, Consumer<String> take) throws IOException {
        int rows = array.rows();
        if (array.rowLength() != 1) {
            throw array.wrong(
                    "the header", "the shape " + Arrays.toString(array.shape()), "one axis, as labels and ids have");
        }
        ArrayElement element = array.element();
        int some = Math.max(1, BLOCK / element.bytes());
        ByteBuffer buffer = ByteBuffer.allocate(Math.min(rows, some) * element.bytes());
        for (int row = 0; row < rows; row += some) {
            int count = Math.min(some, rows - row);
            array.fill(buffer, count * element.bytes());
            for (int i = 0; i < count; i++) {
                take.accept(element.name(buffer, i * element.bytes()));
            }
        }
        array.requireEnd();
    }

    /**
     * Checks that there is one name per row.
     *
     * @throws InputException if there are more or fewer
     */
    static void requireRows(StoredArray names, int rows) {
        if (names.rows() != rows) {
            throw names.wrong("the header", names.rows() + " values", rows + ", one for each row");
        }
    }
}

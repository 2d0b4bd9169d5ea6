package org.gne.io.array;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.gne.data.RowStore;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.data.StorageOptions;
import org.gne.io.DiskRoom;
import org.gne.io.InputException;
import org.gne.io.ReadOptions;
import org.jspecify.annotations.Nullable;

/** Reads an array as the rows of a data set. Bytes and booleans stay bytes, unless their columns have an origin or a unit. */
final class ArrayRows {

    private static final int BLOCK = 1 << 18;
    private static final long TRANSPOSED_BLOCK = 1 << 24;

    private final StoredArray array;
    private final ArrayElement element;
    private final ArrayLayout layout;
    private final int width;
    private final StorageOptions storage;
    private final Schema.@Nullable Columns columns;
    private final boolean bytes;

    private ArrayRows(StoredArray array, Schema.@Nullable Columns columns, ReadOptions options) {
        this.columns = columns;
        this.array = array;
        this.element = array.element();
        this.layout = ArrayLayout.of(array, options.picture());
        this.width = layout.schema().width();
        this.storage = options.storage();
        this.bytes = element.isByte() && columns == null;
    }

    /**
     * Reads an array to its end.
     *
     * @param columns the columns with origins and units, or null if numbers are stored without conversion
     * @throws InputException if it is damaged, its axes do not match, or a value does not fit into a float
     * @throws IOException if the file, or the file that stores the rows, cannot be read or written
     */
    static Samples read(StoredArray array, Schema.@Nullable Columns columns, ReadOptions options) throws IOException {
        if (array.element().isText()) {
            throw array.wrong("the header", "texts", "numbers (texts can be labels: --label, --labels)");
        }
        int rows = array.rows();
        ArrayRows reader = new ArrayRows(array, columns, options);
        int wanted = Math.min(rows, options.limit());
        RowStore.Element kept = reader.bytes ? RowStore.Element.BYTE : RowStore.Element.FLOAT;
        try (RowStore store = new RowStore(kept, reader.width, options.storage())) {
            if (array.columnMajor() && rows > 1 && reader.width > 1) {
                reader.transpose(rows, wanted, store);
            } else {
                reader.copy(rows, wanted, store);
            }
            return store.finish(columns != null ? columns : reader.layout.schema());
        }
    }

    private void copy(int rows, int wanted, RowStore store) throws IOException {
        requireRoom(wanted, 0);
        int rowBytes = Math.multiplyExact(element.bytes(), width);
        int some = Math.max(1, BLOCK / rowBytes);
        ByteBuffer buffer = ByteBuffer.allocate(Math.min(some, rows) * rowBytes);
        RowMaker maker = new RowMaker(store);
        for (int row = 0; row < rows; row += some) {
            int count = Math.min(some, rows - row);
            array.fill(buffer, count * rowBytes);
            for (int i = 0; i < count && row + i < wanted; i++) {
                maker.add(buffer, i * rowBytes, 1, row + i);
            }
        }
        array.requireEnd();
    }

    /** Transposes through a temporary file, from which a block of rows is read column by column. */
    private void transpose(int rows, int wanted, RowStore store) throws IOException {
        requireRoom(wanted, array.bytes());
        try (ColumnFile file = ColumnFile.copy(array, storage)) {
            int rowBytes = Math.multiplyExact(element.bytes(), width);
            int some = (int) Math.min(wanted, Math.max(1, TRANSPOSED_BLOCK / rowBytes));
            ByteBuffer block = ByteBuffer.allocate(some * rowBytes).order(element.order());
            RowMaker maker = new RowMaker(store);
            for (int row = 0; row < wanted; row += some) {
                int count = Math.min(some, wanted - row);
                for (int column = 0; column < width; column++) {
                    block.limit((column + 1) * count * element.bytes()).position(column * count * element.bytes());
                    file.read(block, ((long) column * rows + row) * element.bytes());
                }
                block.clear();
                for (int i = 0; i < count; i++) {
                    maker.add(block, i * element.bytes(), count, row + i);
                }
            }
        }
    }

    private void requireRoom(int wanted, long copied) throws IOException {
        long kept = (long) wanted * width * (bytes ? 1 : 4);
        DiskRoom.require(array.name() + ": the header", kept, copied, storage);
    }

    /** Reads elements from a buffer. */
    private final class RowMaker {
        private final RowStore store;
        private final byte @Nullable [] rowBytes;
        private final float[] floats;
        private final int @Nullable [] target = layout.target();

        RowMaker(RowStore store) {
            this.store = store;
            this.rowBytes = bytes ? new byte[width] : null;
            this.floats = bytes ? new float[0] : new float[width];
        }

        /**
         * Adds a row.
         *
         * @param from the byte of its first element
         * @param step the number of elements from one to the next
         */
        void add(ByteBuffer buffer, int from, int step, int row) throws IOException {
            if (rowBytes != null) {
                for (int k = 0; k < width; k++) {
                    byte value = buffer.get(from + k * step);
                    if (element.kind() == ArrayElement.Kind.BOOL && (value & ~1) != 0) {
                        throw wrong(row, k, (value & 0xff) + "", "0 or 1, a boolean");
                    }
                    rowBytes[target == null ? k : target[k]] = value;
                }
                store.add(rowBytes, 0);
                return;
            }
            for (int k = 0; k < width; k++) {
                double value = element.number(buffer, from + k * step * element.bytes());
                float rounded = columns == null
                        ? (float) value
                        : columns.columns().get(k).kept(value);
                if (Float.isInfinite(rounded)) {
                    throw wrong(row, k, value + "", "a number of at most " + Float.MAX_VALUE);
                }
                floats[target == null ? k : target[k]] = rounded;
            }
            store.add(floats);
        }

        private InputException wrong(int row, int value, String found, String expected) {
            return array.wrong("row " + row + ", value " + (target == null ? value : target[value]), found, expected);
        }
    }
}

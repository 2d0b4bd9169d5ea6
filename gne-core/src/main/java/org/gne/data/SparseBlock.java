package org.gne.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Some sparse rows in one buffer: where each row begins, then all values, then their columns. Counts up to 255 take one
 * byte, whole numbers up to 65535 two, other values are floats; columns below 65536 take two bytes, others four.
 *
 * @param bytes the buffer, in native order
 * @param rows the number of rows
 * @param entries the number of values
 * @param valueBytes the bytes of a value: 1, 2 or 4
 * @param columnBytes the bytes of a column: 2 or 4
 */
record SparseBlock(ByteBuffer bytes, int rows, int entries, int valueBytes, int columnBytes) {

    /**
     * Packs rows.
     *
     * @param ends {@code [rows]}: the end of each row in the two arrays
     */
    static SparseBlock pack(int rows, int[] ends, int[] columns, float[] values) {
        int n = rows == 0 ? 0 : ends[rows - 1];
        int most = 0;
        int valueBytes = 1;
        for (int k = 0; k < n; k++) {
            most = Math.max(most, columns[k]);
            float value = values[k];
            boolean whole = value >= 0 && value <= 0xFFFF && value == (int) value;
            valueBytes = Math.max(valueBytes, !whole ? 4 : value > 0xFF ? 2 : 1);
        }
        int columnBytes = most > 0xFFFF ? 4 : 2;
        long needed = 4L * (rows + 1) + (long) n * (valueBytes + columnBytes);
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(needed)).order(ByteOrder.nativeOrder());
        bytes.putInt(0);
        for (int i = 0; i < rows; i++) {
            bytes.putInt(ends[i]);
        }
        for (int k = 0; k < n; k++) {
            switch (valueBytes) {
                case 1 -> bytes.put((byte) values[k]);
                case 2 -> bytes.putShort((short) (int) values[k]);
                default -> bytes.putFloat(values[k]);
            }
        }
        for (int k = 0; k < n; k++) {
            if (columnBytes == 2) {
                bytes.putShort((short) columns[k]);
            } else {
                bytes.putInt(columns[k]);
            }
        }
        return new SparseBlock(bytes.flip(), rows, n, valueBytes, columnBytes);
    }

    SparseBlock in(ByteBuffer other) {
        return new SparseBlock(other, rows, entries, valueBytes, columnBytes);
    }

    int start(int row) {
        return bytes.getInt(4 * row);
    }

    /** Copies the values of a row with their columns, less a shift; returns their number. */
    int copy(int row, int shift, int[] columns, float[] values) {
        int from = start(row);
        int n = start(row + 1) - from;
        int at = 4 * (rows + 1);
        for (int k = 0; k < n; k++) {
            values[k] = value(at, from + k);
        }
        at += entries * valueBytes;
        for (int k = 0; k < n; k++) {
            columns[k] = column(at, from + k) - shift;
        }
        return n;
    }

    /** Writes a whole row, with its zeros. */
    void read(int row, int shift, float[] out, int offset, int width) {
        Arrays.fill(out, offset, offset + width, 0);
        int end = start(row + 1);
        int valuesAt = 4 * (rows + 1);
        int columnsAt = valuesAt + entries * valueBytes;
        for (int k = start(row); k < end; k++) {
            out[offset + column(columnsAt, k) - shift] = value(valuesAt, k);
        }
    }

    private float value(int at, int k) {
        return switch (valueBytes) {
            case 1 -> bytes.get(at + k) & 0xFF;
            case 2 -> bytes.getShort(at + 2 * k) & 0xFFFF;
            default -> bytes.getFloat(at + 4 * k);
        };
    }

    private int column(int at, int k) {
        return columnBytes == 2 ? bytes.getShort(at + 2 * k) & 0xFFFF : bytes.getInt(at + 4 * k);
    }
}

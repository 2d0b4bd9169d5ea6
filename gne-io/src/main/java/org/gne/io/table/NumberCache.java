package org.gne.io.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that a first pass over a text table parsed, so that the second pass need not parse them again. It is given up as soon as it
 * needs more than its share of the heap, or a cell is a text.
 */
final class NumberCache {

    /** The share of the heap that the numbers may fill. */
    private static final int SHARE = 4;

    private static final int BLOCK = 1 << 19;

    /** A cell without text: a NaN with bits of its own. */
    private static final long EMPTY = 0x7ff8_0000_0000_0e01L;

    private final int width;
    private final int blockRows;
    private final long most;
    private @Nullable List<double[]> blocks = new ArrayList<>();
    private double[] block = new double[0];
    private int rows;
    private int at;

    /**
     * @param width the number of columns
     */
    NumberCache(int width) {
        this(width, Runtime.getRuntime().maxMemory() / SHARE);
    }

    /**
     * @param most the largest number of bytes
     */
    NumberCache(int width, long most) {
        this.width = width;
        this.blockRows = Math.max(1, BLOCK / width);
        this.most = most;
    }

    /** Begins a row. */
    void startRow() {
        if (blocks == null) {
            return;
        }
        if (rows % blockRows == 0) {
            if ((blocks.size() + 1L) * blockRows * width * Double.BYTES > most) {
                giveUp();
                return;
            }
            block = new double[blockRows * width];
            blocks.add(block);
        }
        at = rows++ % blockRows * width;
    }

    /** Sets a number of the row. */
    void setNumber(int column, double number) {
        if (blocks != null) {
            block[at + column] = number;
        }
    }

    /** Sets a cell of the row that is no plain number. With any text the file has to be read again, so that nothing is kept. */
    void setText(int column, String cell) {
        if (!cell.isEmpty()) {
            giveUp();
        } else if (blocks != null) {
            block[at + column] = Double.longBitsToDouble(EMPTY);
        }
    }

    /** Forgets all numbers, and those that follow. */
    void giveUp() {
        blocks = null;
        block = new double[0];
    }

    /** Whether all cells are here. */
    boolean isComplete() {
        return blocks != null;
    }

    int rows() {
        return rows;
    }

    /** The number in a cell; NaN for a cell without a number. */
    double number(int row, int column) {
        if (blocks == null) {
            throw new IllegalStateException("the numbers were given up");
        }
        return blocks.get(row / blockRows)[row % blockRows * width + column];
    }

    /** Whether a cell has no text. */
    boolean isEmpty(int row, int column) {
        return Double.doubleToRawLongBits(number(row, column)) == EMPTY;
    }
}

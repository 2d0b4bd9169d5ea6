package org.gne.data;

import java.util.Arrays;
import java.util.Objects;

/** Sparse rows in blocks of whole rows, on the heap or mapped. */
final class SparseBlocks implements SparseSamples {

    private final SparseBlock[] blocks;
    /** The first row of each block. */
    private final int[] first;

    private final int size;
    private final int shift;
    private final Schema schema;
    private final int width;

    /**
     * @param shift the number of the first column as stored
     */
    SparseBlocks(SparseBlock[] blocks, int shift, Schema schema) {
        this.blocks = blocks;
        this.shift = shift;
        this.schema = schema;
        this.width = schema.width();
        first = new int[blocks.length];
        int rows = 0;
        for (int i = 0; i < blocks.length; i++) {
            first[i] = rows;
            rows += blocks[i].rows();
        }
        size = rows;
    }

    private int block(int row) {
        int found = Arrays.binarySearch(first, Objects.checkIndex(row, size));
        return found >= 0 ? found : -found - 2;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public int entries(int row) {
        int block = block(row);
        int at = row - first[block];
        return blocks[block].start(at + 1) - blocks[block].start(at);
    }

    @Override
    public int entries(int row, int[] columns, float[] values) {
        int block = block(row);
        return blocks[block].copy(row - first[block], shift, columns, values);
    }

    @Override
    public void read(int row, float[] out, int offset) {
        int block = block(row);
        blocks[block].read(row - first[block], shift, out, offset, width);
    }

    @Override
    public SparseSamples withSchema(Schema other) {
        if (other.width() != width) {
            throw new IllegalArgumentException(
                    "rows of " + width + " values as rows of " + other.width() + ", expected as many");
        }
        return new SparseBlocks(blocks, shift, other);
    }

    @Override
    public String toString() {
        return "Samples: " + size() + " sparse rows of " + width() + " values";
    }
}

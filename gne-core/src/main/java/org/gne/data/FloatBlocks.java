package org.gne.data;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Objects;

/** Rows of floats in blocks of whole rows, on the heap or mapped. */
final class FloatBlocks implements Samples {

    private final FloatBuffer[] blocks;
    private final int rowsPerBlock;
    private final int size;
    private final Schema schema;
    private final int width;

    FloatBlocks(ByteBuffer[] blocks, int rowsPerBlock, int size, Schema schema) {
        this.blocks = Arrays.stream(blocks).map(ByteBuffer::asFloatBuffer).toArray(FloatBuffer[]::new);
        this.rowsPerBlock = rowsPerBlock;
        this.size = size;
        this.schema = schema;
        this.width = schema.width();
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
    public void read(int row, float[] out, int offset) {
        int block = Objects.checkIndex(row, size) / rowsPerBlock;
        blocks[block].get((row - block * rowsPerBlock) * width, out, offset, width);
    }
}

package org.gne.data;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.gne.kernel.Kernel;
import org.gne.kernel.Kernels;

/** Rows of unsigned bytes in blocks of whole rows, on the heap or mapped; they stay bytes until a row is read. */
final class ByteBlocks implements Samples {

    private final Kernel kernel = Kernels.active();
    private final ByteBuffer[] blocks;
    private final int rowsPerBlock;
    private final int size;
    private final Schema schema;
    private final int width;
    private final float offset;
    private final float factor;
    /** Scratch for a row of a mapped block, because kernels work on arrays. */
    private final ThreadLocal<byte[]> scratch;

    ByteBlocks(ByteBuffer[] blocks, int rowsPerBlock, int size, Schema schema) {
        this(blocks, rowsPerBlock, size, schema, 0, 1);
    }

    private ByteBlocks(ByteBuffer[] blocks, int rowsPerBlock, int size, Schema schema, float offset, float factor) {
        this.blocks = blocks;
        this.rowsPerBlock = rowsPerBlock;
        this.size = size;
        this.schema = schema;
        this.width = schema.width();
        this.offset = offset;
        this.factor = factor;
        this.scratch = ThreadLocal.withInitial(() -> new byte[width]);
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
    public void read(int row, float[] out, int at) {
        int block = Objects.checkIndex(row, size) / rowsPerBlock;
        ByteBuffer rows = blocks[block];
        int from = (row - block * rowsPerBlock) * width;
        if (rows.hasArray()) {
            kernel.decode(width, rows.array(), rows.arrayOffset() + from, offset, factor, out, at);
        } else {
            byte[] bytes = scratch.get();
            rows.get(from, bytes, 0, width);
            kernel.decode(width, bytes, 0, offset, factor, out, at);
        }
    }

    @Override
    public void read(int[] rows, int count, float[] out) {
        for (int i = 0; i < count; i++) {
            int block = Objects.checkIndex(rows[i], size) / rowsPerBlock;
            ByteBuffer bytes = blocks[block];
            if (bytes.hasArray()) {
                int from = bytes.arrayOffset() + (rows[i] - block * rowsPerBlock) * width;
                CacheLines.touch(bytes.array(), from, width, out, i * width);
            }
        }
        Samples.super.read(rows, count, out);
    }

    /** Scaled as it is read, where nothing is scaled yet. */
    @Override
    public Samples scaled(Scaling scaling) {
        boolean raw = offset == 0 && factor == 1;
        return raw && scaling.isUniform()
                ? new ByteBlocks(blocks, rowsPerBlock, size, schema, scaling.offset()[0], scaling.factor()[0])
                : Samples.super.scaled(scaling);
    }
}

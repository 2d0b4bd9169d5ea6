package org.gne.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * Reads and writes the elements of tensors as little-endian bytes, a block at a time, so that no second copy of a
 * tensor is needed.
 */
final class TensorCodec {

    private static final int BLOCK = 1 << 16;

    private TensorCodec() {}

    /**
     * Reads the elements of a tensor at the position of the channel.
     *
     * @param length the product of {@code shape}
     * @throws EOFException if the channel ends earlier
     */
    static Tensor read(FileChannel channel, Tensor.Type type, int length, int[] shape) throws IOException {
        ByteBuffer block = block((long) length * type.bytes());
        int step = BLOCK / type.bytes();
        switch (type) {
            case F32 -> {
                float[] values = new float[length];
                for (int i = 0; i < length; i += step) {
                    int n = Math.min(step, length - i);
                    fill(block, channel, n * 4).asFloatBuffer().get(values, i, n);
                }
                return Tensor.ofFloats(values, shape);
            }
            case F64 -> {
                double[] values = new double[length];
                for (int i = 0; i < length; i += step) {
                    int n = Math.min(step, length - i);
                    fill(block, channel, n * 8).asDoubleBuffer().get(values, i, n);
                }
                return Tensor.ofDoubles(values, shape);
            }
            case I32 -> {
                int[] values = new int[length];
                for (int i = 0; i < length; i += step) {
                    int n = Math.min(step, length - i);
                    fill(block, channel, n * 4).asIntBuffer().get(values, i, n);
                }
                return Tensor.ofInts(values, shape);
            }
            case I64 -> {
                long[] values = new long[length];
                for (int i = 0; i < length; i += step) {
                    int n = Math.min(step, length - i);
                    fill(block, channel, n * 8).asLongBuffer().get(values, i, n);
                }
                return Tensor.ofLongs(values, shape);
            }
            case U8 -> {
                byte[] values = new byte[length];
                for (int i = 0; i < length; i += step) {
                    int n = Math.min(step, length - i);
                    fill(block, channel, n).get(values, i, n);
                }
                return Tensor.ofBytes(values, shape);
            }
        }
        throw new IllegalStateException("no reader for " + type);
    }

    /** Writes a tensor's elements. */
    static void write(Tensor tensor, OutputStream out) throws IOException {
        ByteBuffer block = block((long) tensor.length() * tensor.type().bytes());
        int bytes = tensor.type().bytes();
        int step = BLOCK / bytes;
        int length = tensor.length();
        for (int i = 0; i < length; i += step) {
            int n = Math.min(step, length - i);
            switch (tensor.type()) {
                case F32 -> block.asFloatBuffer().put(tensor.floats(), i, n);
                case F64 -> block.asDoubleBuffer().put(tensor.doubles(), i, n);
                case I32 -> block.asIntBuffer().put(tensor.ints(), i, n);
                case I64 -> block.asLongBuffer().put(tensor.longs(), i, n);
                case U8 -> block.duplicate().put(tensor.bytes(), i, n);
            }
            out.write(block.array(), 0, n * bytes);
        }
    }

    /** A buffer for a tensor, no larger than it: a file may have many small tensors. */
    private static ByteBuffer block(long bytes) {
        return ByteBuffer.allocate((int) Math.min(BLOCK, bytes)).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The next {@code bytes} bytes of the channel. */
    private static ByteBuffer fill(ByteBuffer block, FileChannel channel, int bytes) throws IOException {
        block.clear().limit(bytes);
        while (block.hasRemaining()) {
            if (channel.read(block) < 0) {
                throw new EOFException();
            }
        }
        return block.flip();
    }
}

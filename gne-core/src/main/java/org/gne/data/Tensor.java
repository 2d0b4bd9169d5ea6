package org.gne.data;

import java.lang.reflect.Array;
import java.util.Arrays;

/** An array of numbers with a shape, as safetensors files hold them. Row-major: the last axis is contiguous. */
public final class Tensor {

    /** The element types that are read and written; safetensors knows more. */
    public enum Type {
        /** 32-bit floats, {@code float[]}. */
        F32(4),
        /** 64-bit floats, {@code double[]}. */
        F64(8),
        /** 32-bit signed integers, {@code int[]}. */
        I32(4),
        /** 64-bit signed integers, {@code long[]}. */
        I64(8),
        /** Unsigned bytes, {@code byte[]}. */
        U8(1);

        private final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }

        /** The bytes of one element. */
        public int bytes() {
            return bytes;
        }
    }

    private final Type type;
    private final int[] shape;
    /** An array of the primitive type. */
    private final Object values;

    private Tensor(Type type, Object values, int length, int[] shape) {
        this.type = type;
        this.shape = shape.clone();
        this.values = values;
        long expected = 1;
        for (int size : shape) {
            if (size < 0) {
                throw new IllegalArgumentException("shape " + Arrays.toString(shape) + " has a negative size");
            }
            // Sizes are below 2^31 and the product saturates above it, so it cannot overflow.
            expected = Math.min(expected, Integer.MAX_VALUE) * size;
        }
        if (expected != length) {
            throw new IllegalArgumentException(length + " values for the shape " + Arrays.toString(shape)
                    + ", expected " + (expected > Integer.MAX_VALUE ? "more than " + Integer.MAX_VALUE : expected));
        }
    }

    /** Floats, not copied; their number is the product of the shape (1 for none). */
    public static Tensor ofFloats(float[] values, int... shape) {
        return new Tensor(Type.F32, values, values.length, shape);
    }

    /** Doubles, not copied; their number is the product of the shape (1 for none). */
    public static Tensor ofDoubles(double[] values, int... shape) {
        return new Tensor(Type.F64, values, values.length, shape);
    }

    /** Integers, not copied; their number is the product of the shape (1 for none). */
    public static Tensor ofInts(int[] values, int... shape) {
        return new Tensor(Type.I32, values, values.length, shape);
    }

    /** Long integers, not copied; their number is the product of the shape (1 for none). */
    public static Tensor ofLongs(long[] values, int... shape) {
        return new Tensor(Type.I64, values, values.length, shape);
    }

    /** Unsigned bytes, not copied; their number is the product of the shape (1 for none). */
    public static Tensor ofBytes(byte[] values, int... shape) {
        return new Tensor(Type.U8, values, values.length, shape);
    }

    /** The type of the elements. */
    public Type type() {
        return type;
    }

    /** A copy of the sizes of the axes, outermost first; empty for a single number. */
    public int[] shape() {
        return shape.clone();
    }

    /** Whether these are the sizes of the axes. */
    public boolean hasShape(int... sizes) {
        return Arrays.equals(shape, sizes);
    }

    /**
     * The elements of an {@link Type#F32} tensor, not copied.
     *
     * @throws IllegalStateException if it holds something else
     */
    public float[] floats() {
        return (float[]) as(Type.F32);
    }

    /**
     * The elements of an {@link Type#F64} tensor, not copied.
     *
     * @throws IllegalStateException if it holds something else
     */
    public double[] doubles() {
        return (double[]) as(Type.F64);
    }

    /**
     * The elements of an {@link Type#I32} tensor, not copied.
     *
     * @throws IllegalStateException if it holds something else
     */
    public int[] ints() {
        return (int[]) as(Type.I32);
    }

    /**
     * The elements of an {@link Type#I64} tensor, not copied.
     *
     * @throws IllegalStateException if it holds something else
     */
    public long[] longs() {
        return (long[]) as(Type.I64);
    }

    /**
     * The elements of an {@link Type#U8} tensor, not copied.
     *
     * @throws IllegalStateException if it holds something else
     */
    public byte[] bytes() {
        return (byte[]) as(Type.U8);
    }

    private Object as(Type wanted) {
        if (type != wanted) {
            throw new IllegalStateException("tensor holds " + type + ", expected " + wanted);
        }
        return values;
    }

    /** The number of elements. */
    public int length() {
        return Array.getLength(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor that
                && Arrays.equals(shape, that.shape)
                && Arrays.deepEquals(new Object[] {values}, new Object[] {that.values});
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.deepHashCode(new Object[] {values});
    }

    @Override
    public String toString() {
        return type + Arrays.toString(shape);
    }
}

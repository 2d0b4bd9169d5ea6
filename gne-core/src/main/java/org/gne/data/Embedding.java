package org.gne.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The coordinates of the rows: the map.
 *
 * @param values {@code [size, dim]}, row after row; not copied
 * @param dim the number of coordinates of a point, at least 1
 */
public record Embedding(float[] values, int dim) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if {@code dim} is below 1, or the values are not whole points
     */
    public Embedding {
        if (dim < 1 || values.length % dim != 0) {
            throw new IllegalArgumentException(
                    values.length + " coordinates, expected whole points of dimension " + dim);
        }
    }

    /** The number of points. */
    public int size() {
        return values.length / dim;
    }

    /** One coordinate of a point. */
    public float get(int row, int axis) {
        return values[row * dim + Objects.checkIndex(axis, dim)];
    }

    /** A copy of one point. */
    public float[] point(int row) {
        float[] point = new float[dim];
        System.arraycopy(values, row * dim, point, 0, dim);
        return point;
    }

    /**
     * A copy of some points.
     *
     * @param rows {@code [count]}: the indices of the points
     */
    public Embedding rows(int[] rows) {
        float[] points = new float[Math.multiplyExact(rows.length, dim)];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(values, rows[i] * dim, points, i * dim, dim);
        }
        return new Embedding(points, dim);
    }

    /** A copy as {@code [size][dim]}. */
    public float[][] toArray() {
        float[][] points = new float[size()][];
        for (int i = 0; i < points.length; i++) {
            points[i] = point(i);
        }
        return points;
    }

    /** SHA-256 of the coordinates as little-endian floats, row after row, in lower-case hexadecimal. */
    public String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ByteBuffer block = ByteBuffer.allocate(4 * 4096).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < values.length; i++) {
                block.putFloat(values[i]);
                if (!block.hasRemaining() || i == values.length - 1) {
                    digest.update(block.flip());
                    block.clear();
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether all coordinates are the same, bit for bit. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Embedding that && dim == that.dim && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + dim;
    }

    @Override
    public String toString() {
        return "Embedding of " + size() + " points of dimension " + dim;
    }
}

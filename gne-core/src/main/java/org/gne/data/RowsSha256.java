package org.gne.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of the number of rows, the width and the values as little-endian floats (one pattern for all missing
 * values), and of the classes, if there are any. It identifies rows.
 */
final class RowsSha256 {

    private final MessageDigest digest;
    private ByteBuffer bytes = ByteBuffer.allocate(0);

    RowsSha256(int size, int width) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        digest.update(ByteBuffer.allocate(8).putInt(size).putInt(width).flip());
    }

    /** Adds the next {@code n} values of the rows. */
    void add(float[] values, int n) {
        if (bytes.capacity() < 4 * n) {
            bytes = ByteBuffer.allocate(4 * n).order(ByteOrder.LITTLE_ENDIAN);
        }
        bytes.clear();
        if (anyMissing(values, n)) {
            for (int i = 0; i < n; i++) {
                bytes.putInt(Float.floatToIntBits(values[i]));
            }
            bytes.flip();
        } else {
            bytes.asFloatBuffer().put(values, 0, n);
            bytes.limit(4 * n);
        }
        digest.update(bytes);
    }

    private static boolean anyMissing(float[] values, int n) {
        boolean missing = false;
        for (int i = 0; i < n; i++) {
            missing |= Float.isNaN(values[i]);
        }
        return missing;
    }

    /** Adds the classes, after all rows. */
    void add(Labels labels) {
        for (int i = 0; i < labels.size(); i++) {
            digest.update(ByteBuffer.allocate(4).putInt(labels.classes()[i]).flip());
        }
    }

    /** The digest in lower-case hexadecimal. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}

package org.gne;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.jspecify.annotations.Nullable;

/** Tells rows from other rows, by their values. */
final class Fingerprint {

    private Fingerprint() {}

    /**
     * SHA-256 of number of rows, width and the values as little-endian floats, every gap alike, and of the classes, if any;
     * lower-case hexadecimal.
     */
    static String of(Samples samples, @Nullable Labels labels) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            int width = samples.width();
            digest.update(
                    ByteBuffer.allocate(8).putInt(samples.size()).putInt(width).flip());
            float[] row = new float[width];
            ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(4, width)).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < samples.size(); i++) {
                samples.read(i, row, 0);
                bytes.clear();
                for (float value : row) {
                    bytes.putInt(Float.floatToIntBits(value));
                }
                digest.update(bytes.flip());
            }
            if (labels != null) {
                for (int i = 0; i < labels.size(); i++) {
                    digest.update(
                            ByteBuffer.allocate(4).putInt(labels.classes()[i]).flip());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

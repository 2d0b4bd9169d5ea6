package org.gne.io.array;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.gne.data.AtomicFile;

/**
 * Writes arrays that NumPy reads.
 *
 * @hidden internal
 */
public final class NpyFile {

    /** The header ends at a multiple of this, so that the elements can be mapped into memory. */
    private static final int ALIGNMENT = 64;

    private static final int FIXED = 10;

    private NpyFile() {}

    /**
     * The rows to write.
     *
     * @hidden internal
     */
    @FunctionalInterface
    public interface Rows {
        /** Copies row {@code row} to the start of {@code out}. */
        void read(int row, float[] out);
    }

    /**
     * Writes floats, row after row: {@code [rows, width]}, {@code <f4}, version 1.
     *
     * @param file the file; if writing fails, an existing file stays as it was
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, int rows, int width, Rows from) throws IOException {
        AtomicFile.write(file, out -> {
            out.write(header(rows, width));
            float[] row = new float[width];
            ByteBuffer bytes = ByteBuffer.allocate(4 * width).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < rows; i++) {
                from.read(i, row);
                bytes.asFloatBuffer().put(row);
                out.write(bytes.array());
            }
        });
    }

    private static byte[] header(int rows, int width) {
        String text = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + rows + ", " + width + "), }";
        int length = (FIXED + text.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        text += " ".repeat(length - FIXED - text.length() - 1) + "\n";
        ByteBuffer header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        header.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        header.putShort((short) (length - FIXED));
        header.put(text.getBytes(StandardCharsets.US_ASCII));
        return header.array();
    }
}

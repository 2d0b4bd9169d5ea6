package org.gne.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.gne.data.AtomicFile;
import org.gne.data.Samples;
import org.gne.io.Mnist;

/** Writes many rows: MNIST's training digits, all of them shifted by one vector after another, as an IDX file. */
public final class ShiftedMnist {

    private static final int SIDE = 28;

    private ShiftedMnist() {}

    /** {@code FILE COPIES}: so many times 60,000 rows, at most 81. */
    public static void main(String[] args) throws IOException {
        Samples digits = Mnist.train().samples();
        int copies = Integer.parseInt(args[1]);
        AtomicFile.write(Path.of(args[0]), out -> {
            out.write(ByteBuffer.allocate(16)
                    .putInt(0x803)
                    .putInt(copies * digits.size())
                    .putInt(SIDE)
                    .putInt(SIDE)
                    .array());
            float[] digit = new float[SIDE * SIDE];
            byte[] shifted = new byte[SIDE * SIDE];
            for (int copy = 0; copy < copies; copy++) {
                for (int row = 0; row < digits.size(); row++) {
                    digits.read(row, digit, 0);
                    shift(digit, copy / 9 % 9 - 4, copy % 9 - 4, shifted);
                    out.write(shifted);
                }
            }
        });
    }

    private static void shift(float[] digit, int down, int right, byte[] shifted) {
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int fromY = y - down;
                int fromX = x - right;
                boolean inside = fromY >= 0 && fromY < SIDE && fromX >= 0 && fromX < SIDE;
                shifted[y * SIDE + x] = inside ? (byte) digit[fromY * SIDE + fromX] : 0;
            }
        }
    }
}

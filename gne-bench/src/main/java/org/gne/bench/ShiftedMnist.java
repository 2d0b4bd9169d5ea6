package org.gne.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Objects;
import org.gne.data.AtomicFile;
import org.gne.data.Dataset;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.mnist.Mnist;

/** Writes many rows as an IDX file: copies of MNIST's training digits, each copy shifted by another vector. */
public final class ShiftedMnist {

    private static final int SIDE = 28;

    private ShiftedMnist() {}

    /** {@code FILE COPIES [LABELS]}: at most 81 copies of the 60,000 rows; LABELS is the file of their classes. */
    public static void main(String[] args) throws IOException {
        Dataset digits = Mnist.train();
        int copies = Integer.parseInt(args[1]);
        writeRows(digits.samples(), copies, Path.of(args[0]));
        if (args.length > 2) {
            writeLabels(Objects.requireNonNull(digits.labels()), copies, Path.of(args[2]));
        }
    }

    private static void writeRows(Samples digits, int copies, Path file) throws IOException {
        AtomicFile.write(file, out -> {
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

    private static void writeLabels(Labels labels, int copies, Path file) throws IOException {
        byte[] classes = new byte[labels.size()];
        for (int row = 0; row < classes.length; row++) {
            classes[row] = (byte) labels.classes()[row];
        }
        AtomicFile.write(file, out -> {
            out.write(ByteBuffer.allocate(8)
                    .putInt(0x801)
                    .putInt(copies * classes.length)
                    .array());
            for (int copy = 0; copy < copies; copy++) {
                out.write(classes);
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

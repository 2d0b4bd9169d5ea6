package org.gne.io.array;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.gne.data.Dataset;
import org.gne.io.ColumnChoice;
import org.gne.io.HeapGuard;
import org.gne.io.InputException;
import org.gne.io.ReadOptions;
import org.gne.io.sparse.SparseMatrix;

/** The arrays of a sparse matrix that {@code scipy.sparse.save_npz} wrote: formats csr, csc and coo. */
final class SparseArrays {

    private static final String FORMAT = "format";
    private static final String SHAPE = "shape";
    private static final String DATA = "data";
    private static final int BLOCK = 1 << 18;

    private final ArrayFile file;

    private SparseArrays(ArrayFile file) {
        this.file = file;
    }

    /** Whether the arrays of a file are those of a sparse matrix. */
    static boolean are(ArrayFile file) {
        return file.names().containsAll(List.of(FORMAT, SHAPE, DATA));
    }

    /**
     * Reads the matrix.
     *
     * @throws InputException if it is damaged, or has another format
     */
    static Dataset read(ArrayFile file, ReadOptions options) throws IOException {
        boolean plain =
                options.array() == null && options.columns().withoutCounts().equals(ColumnChoice.ALL);
        if (!plain) {
            throw new InputException(file.name() + ": is one sparse matrix of SciPy, expected no --array, --label, --id"
                    + " or choice of columns (classes can be another file: --labels)");
        }
        try (SparseMatrix matrix = new SparseArrays(file).matrix(options)) {
            return new Dataset(file.name(), matrix.rows(), null)
                    .withNotes(List.of("a sparse matrix of SciPy: " + matrix.height() + " rows of " + matrix.width()
                            + " numbers, values that are not stored are 0"));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private SparseMatrix matrix(ReadOptions options) throws IOException {
        String format = format();
        double[] shape = numbers(SHAPE);
        if (shape.length != 2) {
            throw wrong(SHAPE, shape.length + " sizes", "2");
        }
        double[] values = numbers(DATA);
        SparseMatrix matrix = new SparseMatrix(file.name(), (long) shape[0], (long) shape[1], options);
        switch (format) {
            case "csr" -> compressed(matrix, values, matrix.height(), true);
            case "csc" -> compressed(matrix, values, matrix.width(), false);
            case "coo" -> {
                double[] rows = numbers("row", values.length);
                double[] columns = numbers("col", values.length);
                for (int i = 0; i < values.length; i++) {
                    matrix.add("value " + i, (long) rows[i], (long) columns[i], values[i]);
                }
            }
            default -> throw wrong(FORMAT, "'" + format + "'", "csr, csc or coo (matrix.tocsr() in Python makes csr)");
        }
        return matrix;
    }

    private void compressed(SparseMatrix matrix, double[] values, int lines, boolean rows) throws IOException {
        double[] inner = numbers("indices", values.length);
        double[] starts = numbers("indptr", lines + 1);
        if (starts[0] != 0 || starts[lines] != values.length) {
            throw wrong("indptr", starts[0] + " to " + starts[lines], "0 to " + values.length);
        }
        for (int line = 0; line < lines; line++) {
            if (starts[line + 1] < starts[line] || starts[line + 1] > values.length) {
                throw wrong("indptr", starts[line + 1] + " after " + starts[line], "numbers that do not fall");
            }
            for (int i = (int) starts[line]; i < starts[line + 1]; i++) {
                matrix.add("value " + i, rows ? line : (long) inner[i], rows ? (long) inner[i] : line, values[i]);
            }
        }
    }

    private String format() throws IOException {
        try (StoredArray array = file.open(FORMAT)) {
            ByteBuffer buffer = ByteBuffer.allocate(array.element().bytes());
            if (array.shape().length > 0) {
                throw wrong(FORMAT, array.shape().length + " axes", "a single text");
            }
            array.fill(buffer, buffer.capacity());
            return array.element().isText() ? array.element().name(buffer, 0) : "a number";
        }
    }

    private double[] numbers(String name, int expected) throws IOException {
        double[] found = numbers(name);
        if (found.length != expected) {
            throw wrong(name, found.length + " numbers", "" + expected);
        }
        return found;
    }

    private double[] numbers(String name) throws IOException {
        if (!file.names().contains(name)) {
            throw new InputException(file.name() + ": found no array '" + name + "', expected it in a sparse matrix");
        }
        try (StoredArray array = file.open(name)) {
            boolean empty = array.shape().length == 1 && array.shape()[0] == 0;
            if (array.element().isText() || array.shape().length != 1) {
                throw wrong(name, "texts or several axes", "one axis of numbers");
            }
            int length = empty ? 0 : array.rows();
            double[] numbers = HeapGuard.allocate(file.name(), 8L * length, () -> new double[length]);
            int bytes = array.element().bytes();
            ByteBuffer buffer = ByteBuffer.allocate(BLOCK);
            for (int at = 0; at < length; at += BLOCK / bytes) {
                int count = Math.min(BLOCK / bytes, length - at);
                array.fill(buffer, count * bytes);
                for (int i = 0; i < count; i++) {
                    numbers[at + i] = array.element().number(buffer, i * bytes);
                }
            }
            array.requireEnd();
            return numbers;
        }
    }

    private InputException wrong(String array, String found, String expected) {
        return new InputException(file.name() + ", array '" + array + "': found " + found + ", expected " + expected);
    }
}

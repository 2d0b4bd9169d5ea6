package org.gne.io.hdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.gne.io.InputException;
import org.gne.io.ReadOptions;
import org.gne.io.sparse.SparseMatrix;

/**
 * A sparse matrix as a group of three datasets: the values, the positions in their lines, and where each line begins. Lines are the rows
 * (CSR) or the columns (CSC).
 *
 * @param file the file
 * @param group the path of the group
 * @param rows the number of rows
 * @param columns the number of columns
 * @param linesAreRows whether the lines are the rows
 */
record CompressedMatrix(Hdf file, String group, long rows, long columns, boolean linesAreRows) {

    /**
     * Reads the matrix.
     *
     * @param options how many rows are kept, and where
     * @return the matrix, to be closed by the caller
     * @throws InputException if it is damaged
     */
    SparseMatrix read(ReadOptions options) throws IOException {
        SparseMatrix matrix = new SparseMatrix(file.place(group), rows, columns, options);
        try {
            addTo(matrix);
            return matrix;
        } catch (UncheckedIOException e) {
            matrix.close();
            throw e.getCause();
        } catch (InputException e) {
            matrix.close();
            throw e;
        }
    }

    private void addTo(SparseMatrix matrix) {
        int lines = linesAreRows ? matrix.height() : matrix.width();
        HdfNumbers pointers = HdfNumbers.of(file, group + "/indptr");
        double[] starts = pointers.all();
        HdfNumbers data = line(group + "/data");
        HdfNumbers indices = line(group + "/indices");
        long size = data.axes()[0];
        if (indices.axes()[0] != size) {
            throw new InputException(file.place(group) + ": found " + size + " values and " + indices.axes()[0]
                    + " positions, expected as many");
        }
        if (starts.length != lines + 1L || starts[0] != 0 || starts[lines] != size) {
            throw new InputException(pointers.place() + ": found " + starts.length + " starts of lines, expected "
                    + (lines + 1L) + " from 0 to " + size);
        }
        for (int line = 0; line < lines; line++) {
            if (!(starts[line] <= starts[line + 1])) {
                throw new InputException(pointers.place() + ": found " + starts[line + 1] + " after " + starts[line]
                        + ", expected numbers that do not fall");
            }
        }
        Walk walk = new Walk(matrix, starts, linesAreRows);
        data.blocks(0, size, (values, first, count) -> {
            double[] numbers = new double[count];
            for (int i = 0; i < count; i++) {
                numbers[i] = data.element().number(values, i * data.element().bytes());
            }
            // The chunks of the two datasets may differ.
            indices.blocks(first, first + count, (positions, from, some) -> {
                for (int i = 0; i < some; i++) {
                    long position = (long) indices.element()
                            .number(positions, i * indices.element().bytes());
                    walk.add(from + i, position, numbers[(int) (from - first) + i]);
                }
            });
        });
    }

    private HdfNumbers line(String path) {
        HdfNumbers numbers = HdfNumbers.of(file, path);
        if (numbers.axes().length != 1) {
            throw new InputException(file.place(path) + ": found " + numbers.axes().length + " axes, expected 1");
        }
        return numbers;
    }

    /** Adds values in the order of the file, and knows in which line they are. */
    private static final class Walk {
        private final SparseMatrix matrix;
        private final double[] starts;
        private final boolean linesAreRows;
        private int line;

        Walk(SparseMatrix matrix, double[] starts, boolean linesAreRows) {
            this.matrix = matrix;
            this.starts = starts;
            this.linesAreRows = linesAreRows;
        }

        void add(long at, long position, double value) {
            while (at >= starts[line + 1]) {
                line++;
            }
            matrix.add("value " + at, linesAreRows ? line : position, linesAreRows ? position : line, value);
        }
    }
}

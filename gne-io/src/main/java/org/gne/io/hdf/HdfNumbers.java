package org.gne.io.hdf;

import io.jhdf.api.Dataset;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import org.gne.io.HeapGuard;
import org.gne.io.InputException;
import org.gne.io.array.ArrayElement;
import org.jspecify.annotations.Nullable;

/**
 * A dataset of numbers or booleans with at least one axis.
 *
 * @param place its place, for messages
 * @param bytes its bytes
 * @param element the type of its elements
 * @param axes the sizes of its axes
 */
record HdfNumbers(String place, HdfBytes bytes, ArrayElement element, int[] axes) {

    /** The approximate number of values that are read at a time. */
    private static final int BLOCK = 1 << 18;

    private static final long LONGEST_ROW = 1 << 26;

    /** Takes the values of a block of rows. */
    interface Block {
        /**
         * Takes values.
         *
         * @param values the elements of the rows, for {@link ArrayElement#number}
         * @param first the first row, an index of the first axis
         * @param rows the number of rows
         */
        void take(ByteBuffer values, long first, int rows);
    }

    /**
     * Opens a dataset.
     *
     * @throws InputException if it does not hold numbers, or has no axis
     */
    static HdfNumbers of(Hdf file, String path) {
        Dataset dataset = file.dataset(path);
        String place = file.place(path);
        ArrayElement element = element(place, dataset);
        int[] axes = Hdf.guarded(place, dataset::getDimensions);
        if (element == null || axes.length == 0) {
            throw new InputException(place + ": found " + (element == null ? "no numbers" : "a single number")
                    + ", expected an array of numbers");
        }
        return new HdfNumbers(place, new HdfBytes(file, place, dataset, element.bytes()), element, axes);
    }

    /** The type of the elements of a dataset, null if they are no numbers and no booleans. */
    static @Nullable ArrayElement element(String place, Dataset dataset) {
        return Hdf.guarded(place, () -> {
            DataType type = dataset.getDataType();
            int size = type.getSize();
            if (type instanceof FloatingPoint number) {
                int exponent = size == 2 ? 5 : size == 4 ? 8 : 11;
                boolean usual = (size == 2 || size == 4 || size == 8) && number.getExponentSize() == exponent;
                return usual ? new ArrayElement(ArrayElement.Kind.FLOAT, size, number.getByteOrder()) : null;
            }
            if (type instanceof EnumDataType list && size == 1) {
                boolean truth = list.getEnumMapping().equals(Map.of(0, "FALSE", 1, "TRUE"));
                return new ArrayElement(
                        truth ? ArrayElement.Kind.BOOL : ArrayElement.Kind.SIGNED, 1, ByteOrder.LITTLE_ENDIAN);
            }
            boolean usual = Integer.bitCount(size) == 1 && size <= 8;
            if (type instanceof FixedPoint number && usual && number.getBitPrecision() == 8 * size) {
                return new ArrayElement(
                        number.isSigned() ? ArrayElement.Kind.SIGNED : ArrayElement.Kind.UNSIGNED,
                        size,
                        number.getByteOrder());
            }
            return null;
        });
    }

    /** The number of elements of all axes but the first. */
    long rowLength() {
        long row = 1;
        for (int i = 1; i < axes.length; i++) {
            row *= axes[i];
            if (row > LONGEST_ROW || row < 1) {
                throw new InputException(place + ": found the axes " + Arrays.toString(axes)
                        + ", expected rows of 1 to " + LONGEST_ROW + " values");
            }
        }
        return row;
    }

    /** The number of rows that are read at a time: whole chunks, so that none is unpacked twice, as far as memory allows. */
    int some() {
        long row = rowLength();
        int some = (int) Math.max(1, BLOCK / row);
        int chunk = bytes.chunkRows();
        return chunk <= 1 || chunk * row > LONGEST_ROW ? some : chunk >= some ? chunk : some / chunk * chunk;
    }

    /** Reads the rows {@code [from, to)}, block by block. */
    void blocks(long from, long to, Block block) {
        int some = some();
        for (long at = from; at < to; ) {
            int count = (int) Math.min(to - at, some - at % some);
            block.take(bytes.rows(at, count).order(element.order()), at, count);
            at += count;
        }
    }

    /** All numbers of a dataset with one axis. */
    double[] all() {
        if (axes.length != 1) {
            throw new InputException(place + ": found " + axes.length + " axes, expected 1");
        }
        double[] numbers = HeapGuard.allocate(place, 8L * axes[0], () -> new double[axes[0]]);
        blocks(0, axes[0], (values, first, count) -> {
            for (int i = 0; i < count; i++) {
                numbers[(int) first + i] = element.number(values, i * element.bytes());
            }
        });
        return numbers;
    }
}

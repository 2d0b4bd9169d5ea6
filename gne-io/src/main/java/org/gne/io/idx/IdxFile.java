package org.gne.io.idx;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.io.HeapGuard;
import org.gne.io.InputException;

/**
 * What an IDX file holds, and what it means.
 *
 * @param name what to call the file in messages
 * @param element the type of its elements
 * @param sizes of the axes, each at least 1; 1 to 4 of them
 * @param data the elements, row-major, big-endian
 */
public record IdxFile(String name, IdxElement element, int[] sizes, byte[] data) {

    /** More columns than any table has; each takes a name. */
    private static final int MAX_COLUMNS = 1 << 20;

    /**
     * The file as rows: of columns (2 axes), grey pictures (3 axes) or colour pictures (4 axes, the last of 3).
     *
     * @throws InputException if it has other axes, as a file of labels has
     */
    public Samples samples() {
        Schema schema = schema();
        if (element == IdxElement.UBYTE) {
            return Samples.ofBytes(data, schema);
        }
        float[] values = HeapGuard.allocate(name, data.length / element.bytes * 4L, () -> new float[length()]);
        ByteBuffer elements = ByteBuffer.wrap(data);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) element.get(elements, i);
        }
        return Samples.ofFloats(values, schema);
    }

    /**
     * What a row is.
     *
     * @throws InputException if the file has other axes than rows have
     */
    Schema schema() {
        switch (sizes.length) {
            case 2:
                if (sizes[1] > MAX_COLUMNS) {
                    throw wrong("bytes 8-11", sizes[1] + " columns", "at most " + MAX_COLUMNS);
                }
                return Schema.Columns.numbered(sizes[1]);
            case 3:
                return new Schema.Picture(sizes[1], sizes[2], 1);
            case 4:
                if (sizes[3] != 3) {
                    throw wrong("bytes 16-19", sizes[3] + " channels", "3 (red, green, blue)");
                }
                return new Schema.Picture(sizes[1], sizes[2], 3);
            default:
                throw wrong(
                        "byte 3",
                        "1 axis, as files of labels have",
                        "2 (rows of columns), 3 (grey pictures) or 4 (colour pictures)");
        }
    }

    /**
     * The file as labels, one class for each different value, in ascending order and named by it; NaN is not known.
     *
     * @throws InputException if it has more than one axis
     */
    public Labels labels() {
        if (sizes.length != 1) {
            throw wrong("byte 3", sizes.length + " axes " + Arrays.toString(sizes), "1, as files of labels have");
        }
        ByteBuffer elements = ByteBuffer.wrap(data);
        TreeSet<Double> different = new TreeSet<>();
        for (int i = 0; i < length(); i++) {
            different.add(label(elements, i));
        }
        different.remove(Double.NaN);
        List<String> names = different.stream().map(IdxFile::labelName).toList();
        double[] ascending = different.stream().mapToDouble(Double::doubleValue).toArray();
        int[] classes = new int[length()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = Math.max(-1, Arrays.binarySearch(ascending, label(elements, i)));
        }
        return new Labels(classes, names);
    }

    /** Without a negative zero, which would be another class than zero. */
    private double label(ByteBuffer elements, int i) {
        double value = element.get(elements, i);
        return value == 0 ? 0 : value;
    }

    private static String labelName(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : "" + value;
    }

    /** Number of elements. */
    private int length() {
        return data.length / element.bytes;
    }

    private InputException wrong(String place, String found, String expected) {
        return new InputException(name + ": " + place + ": found " + found + ", expected " + expected);
    }
}

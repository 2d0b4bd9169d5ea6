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
 * The content of an IDX file.
 *
 * @param name the name of the file for messages
 * @param element the type of the elements
 * @param sizes the sizes of 1 to 4 axes, each at least 1
 * @param data the elements, row-major, big-endian
 */
public record IdxFile(String name, IdxElement element, int[] sizes, byte[] data) {

    /** The largest number of columns; each needs a name. */
    private static final int MAX_COLUMNS = 1 << 20;

    /**
     * The file as rows: of columns (2 axes), grey images (3 axes) or colour images (4 axes, the last of size 3).
     *
     * @throws InputException if it has other axes, like a file of labels
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
     * The kind of a row.
     *
     * @throws InputException if the file has other axes
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
                        "1 axis, which is a file of labels",
                        "2 (rows of columns), 3 (grey images) or 4 (colour images)");
        }
    }

    /**
     * The file as labels: one class for each different value, in ascending order and with the value as its name; NaN
     * means no class.
     *
     * @throws InputException if it has more than one axis
     */
    public Labels labels() {
        if (sizes.length != 1) {
            throw wrong("byte 3", sizes.length + " axes " + Arrays.toString(sizes), "1 for a file of labels");
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

    /** The element, with negative zero replaced by zero, because it would be a class of its own. */
    private double label(ByteBuffer elements, int i) {
        double value = element.get(elements, i);
        return value == 0 ? 0 : value;
    }

    private static String labelName(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : "" + value;
    }

    /** The number of elements. */
    private int length() {
        return data.length / element.bytes;
    }

    private InputException wrong(String place, String found, String expected) {
        return new InputException(name + ": " + place + ": found " + found + ", expected " + expected);
    }
}

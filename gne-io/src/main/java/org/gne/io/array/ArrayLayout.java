package org.gne.io.array;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gne.data.Column;
import org.gne.data.Schema;
import org.gne.data.Schema.Picture;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of the axes of an array. An array does not say that its rows are images; the options do.
 *
 * @param schema the kind of a row
 * @param target the position in a row of each of its elements, in the order of the file; null if the order is the same
 */
record ArrayLayout(Schema schema, int @Nullable [] target) {

    /** The largest number of columns; each needs a name. */
    private static final int MOST_COLUMNS = 1 << 20;

    private static final int MOST_VALUES = 1 << 26;

    /**
     * Without a given image, the array is rows of columns. With one, each row is such an image, with its values on one
     * axis, or on axes of height, width and channels; channels may come first, as in PyTorch.
     */
    static ArrayLayout of(StoredArray array, @Nullable Picture told) {
        long[] axes = Arrays.copyOfRange(array.shape(), 1, array.shape().length);
        if (told == null) {
            if (axes.length > 1) {
                String hint = axes.length == 2 ? axes[0] + "x" + axes[1] : axes[0] + "x" + axes[1] + "x" + axes[2];
                throw array.wrong(
                        "the header",
                        array.shape().length + " axes " + Arrays.toString(array.shape()),
                        "2 (rows of columns), or to be told what a row is, such as --picture " + hint);
            }
            long width = array.rowLength();
            if (width > MOST_COLUMNS) {
                throw array.wrong("the header", width + " columns", "at most " + MOST_COLUMNS);
            }
            return new ArrayLayout(columns((int) width, array.element()), null);
        }
        boolean first = channelsFirst(axes, told);
        boolean fits = first
                || Arrays.equals(axes, new long[] {told.width()})
                || Arrays.equals(axes, new long[] {told.height(), told.columns(), told.channels()})
                || (told.channels() == 1 && Arrays.equals(axes, new long[] {told.height(), told.columns()}));
        if (!fits || told.width() > MOST_VALUES) {
            throw array.wrong(
                    "the header",
                    "rows of " + Arrays.toString(axes),
                    "images of " + told.height() + " x " + told.columns() + " x " + told.channels());
        }
        return new ArrayLayout(told, target(axes, array.columnMajor(), first));
    }

    /**
     * The images that the rows of an array of 3 or 4 axes are: height and width, and with a fourth axis 1 or 3 channels, last or
     * first. Null for other axes.
     */
    static @Nullable Picture images(StoredArray array) {
        long[] shape = array.shape();
        boolean fits = shape.length >= 3
                && Arrays.stream(shape).skip(1).allMatch(size -> size > 0 && size <= MOST_VALUES)
                && array.rowLength() <= MOST_VALUES
                && !array.element().isText();
        if (!fits || shape.length > 4) {
            return null;
        }
        if (shape.length == 3) {
            return new Picture((int) shape[1], (int) shape[2], 1);
        }
        if (shape[3] == 1 || shape[3] == 3) {
            return new Picture((int) shape[1], (int) shape[2], (int) shape[3]);
        }
        return shape[1] == 3 ? new Picture((int) shape[2], (int) shape[3], 3) : null;
    }

    private static boolean channelsFirst(long[] axes, Picture told) {
        return Arrays.equals(axes, new long[] {told.channels(), told.height(), told.columns()})
                && told.channels() != told.columns()
                && told.channels() > 1;
    }

    private static Schema.Columns columns(int width, ArrayElement element) {
        if (element.kind() != ArrayElement.Kind.BOOL) {
            return Schema.Columns.numbered(width);
        }
        List<Column> columns = IntStream.range(0, width)
                .mapToObj(i -> Column.bool(Integer.toString(i)))
                .toList();
        return new Schema.Columns(columns);
    }

    private static int @Nullable [] target(long[] axes, boolean columnMajor, boolean channelsFirst) {
        if (axes.length < 2 || (!columnMajor && !channelsFirst)) {
            return null;
        }
        int[] sizes = Arrays.stream(axes).mapToInt(Math::toIntExact).toArray();
        int[] strides = new int[sizes.length];
        // In a row the channels come last, with a stride of 1, whichever axis they have in the file.
        int stride = channelsFirst ? sizes[0] : 1;
        for (int i = sizes.length - 1; i >= 0; i--) {
            boolean channels = channelsFirst && i == 0;
            strides[i] = channels ? 1 : stride;
            stride *= channels ? 1 : sizes[i];
        }
        int[] target = new int[IntStream.of(sizes).reduce(1, (a, b) -> a * b)];
        for (int k = 0; k < target.length; k++) {
            int rest = k;
            for (int step = 0; step < sizes.length; step++) {
                int axis = columnMajor ? step : sizes.length - 1 - step;
                target[k] += rest % sizes[axis] * strides[axis];
                rest /= sizes[axis];
            }
        }
        return target;
    }
}

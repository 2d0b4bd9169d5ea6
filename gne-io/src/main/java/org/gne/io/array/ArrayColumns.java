package org.gne.io.array;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.gne.data.Column;
import org.gne.data.OriginChoice;
import org.gne.data.Schema;
import org.gne.io.ReadOptions;
import org.gne.io.SpreadSample;
import org.jspecify.annotations.Nullable;

/**
 * Chooses how the columns of an array are stored as floats. Doubles and long whole numbers may have more digits than a float, or be
 * too small or too large for one: their columns get an origin and a unit, as those of tables do. This takes one more pass over the
 * array.
 */
final class ArrayColumns {

    private static final int BLOCK = 1 << 18;

    /** The approximate number of values that are kept for all columns together. */
    private static final int ROOM = 1 << 21;

    private static final int MOST_KEPT = 1000;

    private static final int LEAST_KEPT = 4;

    private ArrayColumns() {}

    /**
     * Finds the columns, and may read the array to its end.
     *
     * @return the columns of the rows with their origins and units: those of the model if the rows are for one; null if the rows are
     *     images or all numbers are stored without conversion
     */
    static Schema.@Nullable Columns of(StoredArray array, ReadOptions options) throws IOException {
        if (array.element().isText()
                || !(ArrayLayout.of(array, options.picture()).schema() instanceof Schema.Columns plain)
                || !plain.allNumbers()) {
            return null;
        }
        if (options.schema() instanceof Schema.Columns model) {
            return model.width() == plain.width() && model.allNumbers() && !isPlain(model) ? model : null;
        }
        Schema.Columns found = isLong(array.element()) ? surveyed(array, plain, options.limit()) : plain;
        return isPlain(found) ? null : found;
    }

    private static boolean isPlain(Schema.Columns columns) {
        return columns.columns().stream().allMatch(column -> column.origin() == 0 && column.unit() == 1);
    }

    /** Whether a float cannot hold all values. */
    private static boolean isLong(ArrayElement element) {
        return switch (element.kind()) {
            case FLOAT -> element.bytes() == 8;
            case SIGNED, UNSIGNED -> element.bytes() >= 4;
            default -> false;
        };
    }

    private static Schema.Columns surveyed(StoredArray array, Schema.Columns plain, int limit) throws IOException {
        int width = plain.width();
        int room = Math.max(LEAST_KEPT, Math.min(MOST_KEPT, ROOM / width)) / 2 * 2;
        // One after another: a header may promise more columns than the file has.
        @Nullable SpreadSample[] samples = new SpreadSample[width];
        int bytes = array.element().bytes();
        long rows = array.rows();
        long index = 0;
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        for (long left = array.bytes(); left > 0; ) {
            int count = (int) Math.min(left, BLOCK);
            array.fill(block, count);
            for (int at = 0; at < count; at += bytes, index++) {
                long row = array.columnMajor() ? index % rows : index / width;
                double value = array.element().number(block, at);
                if (row < limit && Double.isFinite(value)) {
                    int column = (int) (array.columnMajor() ? index / rows : index % width);
                    SpreadSample sample = samples[column];
                    if (sample == null) {
                        sample = new SpreadSample(room);
                        samples[column] = sample;
                    }
                    sample.add(value);
                }
            }
            left -= count;
        }
        List<Column> columns = new ArrayList<>(width);
        for (int j = 0; j < width; j++) {
            SpreadSample sample = samples[j];
            double[] sorted = sample == null ? new double[0] : sample.sorted();
            columns.add(OriginChoice.keep(plain.columns().get(j), sorted));
        }
        return new Schema.Columns(columns);
    }
}

package org.gne.data;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The kind of a row: the meaning of its numbers, as known from their source. */
public sealed interface Schema extends Serializable {

    /** The number of values of a row. */
    int width();

    /** The name of a value for messages: its index, or the name of its column. */
    default String valueName(int value) {
        return Integer.toString(value);
    }

    /** Whether a row is nothing but counts. */
    default boolean areCounts() {
        return false;
    }

    /**
     * Whether a row is nothing but many counts, such as of genes or words. Most of their variation is chance, so that a decoder
     * learns chance if it can follow every row.
     */
    default boolean isManyCounts() {
        return false;
    }

    /**
     * An image: its values line by line from the top left, channels last.
     *
     * @param height the height in pixels, at least 1
     * @param columns the width in pixels, at least 1
     * @param channels 1 (grey, 0 = black) or 3 (red, green, blue)
     * @serial exclude
     */
    record Picture(int height, int columns, int channels) implements Schema {
        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException if a size is out of its range
         * @throws ArithmeticException if an image has 2^31 values or more
         */
        public Picture {
            if (height < 1 || columns < 1) {
                throw new IllegalArgumentException(
                        "picture of " + columns + " x " + height + " pixels, expected at least 1 x 1");
            }
            if (channels != 1 && channels != 3) {
                throw new IllegalArgumentException("picture of " + channels + " channels, expected 1 or 3");
            }
            Math.multiplyExact(Math.multiplyExact(height, columns), channels);
        }

        @Override
        public int width() {
            return height * columns * channels;
        }
    }

    /**
     * A row of a table.
     *
     * @serial exclude
     */
    record Columns(List<Column> columns) implements Schema {

        private static final int MANY = 20;

        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException if there is no column, or a row has 2^31 numbers or more
         */
        public Columns {
            columns = List.copyOf(columns);
            if (columns.isEmpty()) {
                throw new IllegalArgumentException("no columns: found 0, expected at least 1");
            }
            if (columns.stream().mapToLong(Column::width).sum() > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("columns of 2^31 numbers or more in a row, expected fewer");
            }
        }

        /** Columns of numbers with these names. */
        public static Columns named(List<String> names) {
            return new Columns(names.stream().map(Column::number).toList());
        }

        /** Columns of numbers named 0, 1, 2 ... */
        public static Columns numbered(int width) {
            return named(IntStream.range(0, width).mapToObj(Integer::toString).toList());
        }

        /** The names of the values of a row, {@link #width} of them. */
        public List<String> names() {
            return columns.stream().flatMap(Column::valueNames).toList();
        }

        /** Some of the columns, by their indices, in this order. */
        public Columns chosen(int[] some) {
            return new Columns(Arrays.stream(some).mapToObj(columns::get).toList());
        }

        @Override
        public boolean areCounts() {
            return columns.stream().allMatch(column -> column.kind() == Column.Kind.COUNT);
        }

        @Override
        public boolean isManyCounts() {
            return columns.size() >= MANY && areCounts();
        }

        /** Whether all columns are numbers: no booleans, categories or counts. */
        public boolean allNumbers() {
            return columns.stream().allMatch(column -> column.kind().isNumber());
        }

        @Override
        public String valueName(int value) {
            return names().get(value);
        }

        @Override
        public int width() {
            return columns.stream().mapToInt(Column::width).sum();
        }
    }
}

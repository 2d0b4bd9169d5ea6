package org.gne.data;

import java.util.List;
import java.util.stream.IntStream;

/** What the numbers of a row mean, as known from their source. */
public sealed interface Schema {

    /** Numbers in a row. */
    int width();

    /**
     * A picture, its values row by row from the top left, channels last.
     *
     * @param height pixels down, at least 1
     * @param columns pixels across, at least 1
     * @param channels 1 (grey, 0 = black) or 3 (red, green, blue)
     */
    record Picture(int height, int columns, int channels) implements Schema {
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

    /** A row of a table: one name per column. */
    record Columns(List<String> names) implements Schema {
        public Columns {
            names = List.copyOf(names);
            if (names.isEmpty()) {
                throw new IllegalArgumentException("no columns: found 0, expected at least 1");
            }
        }

        /** Columns named 0, 1, 2 ... */
        public static Columns numbered(int width) {
            return new Columns(
                    IntStream.range(0, width).mapToObj(Integer::toString).toList());
        }

        @Override
        public int width() {
            return names.size();
        }
    }
}

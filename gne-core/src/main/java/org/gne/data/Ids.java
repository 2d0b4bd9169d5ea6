package org.gne.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The ids of the rows, as UTF-8 in one array: separate strings would take several times the memory. */
public final class Ids {

    private final byte[] text;
    /** The end of each row's text. */
    private final int[] ends;

    private final int size;

    private Ids(byte[] text, int[] ends, int size) {
        this.text = text;
        this.ends = ends;
        this.size = size;
    }

    /** The ids of the rows. */
    public static Ids of(String... ids) {
        return of(Arrays.asList(ids));
    }

    /** The ids of the rows. */
    public static Ids of(List<String> ids) {
        Builder builder = new Builder();
        ids.forEach(builder::add);
        return builder.build();
    }

    /** The number of rows. */
    public int size() {
        return size;
    }

    /** The id of a row. */
    public String get(int row) {
        int begin = Objects.checkIndex(row, size) == 0 ? 0 : ends[row - 1];
        return new String(text, begin, ends[row] - begin, StandardCharsets.UTF_8);
    }

    /** A copy of all ids as UTF-8, one after another. */
    public byte[] utf8() {
        return Arrays.copyOf(text, length());
    }

    /** {@code [size]}: the end of each id in {@link #utf8}, a copy. */
    public int[] ends() {
        return Arrays.copyOf(ends, size);
    }

    /** The ids of the first {@code rows} rows. */
    public Ids limit(int rows) {
        return rows >= size ? this : new Ids(text, ends, rows);
    }

    /** Whether all ids are the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ids that
                && size == that.size
                && Arrays.equals(ends, 0, size, that.ends, 0, size)
                && Arrays.equals(text, 0, length(), that.text, 0, length());
    }

    private int length() {
        return size == 0 ? 0 : ends[size - 1];
    }

    @Override
    public int hashCode() {
        return size == 0 ? 0 : 31 * size + get(0).hashCode() + get(size - 1).hashCode();
    }

    @Override
    public String toString() {
        return "Ids of " + size + " rows";
    }

    /** Collects ids one after another. */
    public static final class Builder {
        private byte[] text = new byte[1024];
        private int[] ends = new int[64];
        private int size;

        /**
         * Adds the id of the next row.
         *
         * @throws IllegalArgumentException if all ids together are too long for a Java array
         */
        public void add(String id) {
            byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
            int begin = size == 0 ? 0 : ends[size - 1];
            long end = (long) begin + bytes.length;
            if (end > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException("ids of more than 2 GB, expected shorter ones");
            }
            if (end > text.length) {
                text = Arrays.copyOf(text, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(end, text.length * 3L / 2)));
            }
            if (size == ends.length) {
                ends = Arrays.copyOf(ends, size * 3 / 2);
            }
            System.arraycopy(bytes, 0, text, begin, bytes.length);
            ends[size++] = (int) end;
        }

        /** All added ids. */
        public Ids build() {
            return new Ids(text, ends, size);
        }
    }
}

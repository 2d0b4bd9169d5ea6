package org.gne.io.matlab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.gne.io.array.ArrayElement;
import org.jspecify.annotations.Nullable;

/**
 * The header of a matrix.
 *
 * @param kind the number of its class: 1 cells, 2 a struct, 4 characters, 5 sparse, 6 to 15 numbers
 * @param logical whether its numbers are booleans
 * @param complex whether its numbers are complex
 * @param sizes the sizes of its axes
 * @param name its name
 */
record MatMatrix(int kind, boolean logical, boolean complex, int[] sizes, String name) {

    static final int CELLS = 1;
    static final int CHARACTERS = 4;
    private static final int SPARSE = 5;
    private static final int FIRST_NUMBERS = 6;
    private static final int LAST_NUMBERS = 15;

    /** Reads the elements before the values of a matrix. */
    static MatMatrix read(MatStream in) throws IOException {
        ByteBuffer flags = ByteBuffer.wrap(in.bytes(in.tag())).order(in.order());
        ByteBuffer axes = ByteBuffer.wrap(in.bytes(in.tag())).order(in.order());
        if (flags.remaining() < 8 || axes.remaining() < 8) {
            throw in.wrong("a matrix without class or sizes", "both");
        }
        int word = flags.getInt();
        int[] sizes = new int[axes.remaining() / 4];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = axes.getInt();
            if (sizes[i] < 0) {
                throw in.wrong("a matrix with an axis of " + sizes[i], "at least 0");
            }
        }
        String name = new String(in.bytes(in.tag()), StandardCharsets.UTF_8);
        return new MatMatrix(word & 0xff, (word & 0x200) != 0, (word & 0x800) != 0, sizes, name);
    }

    boolean isSparse() {
        return kind == SPARSE;
    }

    boolean isNumbers() {
        return kind >= FIRST_NUMBERS && kind <= LAST_NUMBERS;
    }

    /** The sizes of the axes; that of a vector, whether row or column, is its length. */
    long[] shape() {
        boolean vector = sizes.length == 2 && (sizes[0] == 1 || sizes[1] == 1);
        return vector
                ? new long[] {(long) sizes[0] * sizes[1]}
                : Arrays.stream(sizes).asLongStream().toArray();
    }

    /** The type of the values in the file, which may need fewer bytes than the class; null for an unknown one. */
    static @Nullable ArrayElement element(MatStream in, int type, boolean logical) {
        ArrayElement.Kind kind = switch (type) {
            case 1, 3, 5, 12 -> ArrayElement.Kind.SIGNED;
            case 2, 4, 6, 13 -> ArrayElement.Kind.UNSIGNED;
            case 7, 9 -> ArrayElement.Kind.FLOAT;
            default -> null;
        };
        if (kind == null) {
            return null;
        }
        int bytes = switch (type) {
            case 1, 2 -> 1;
            case 3, 4 -> 2;
            case 5, 6, 7 -> 4;
            default -> 8;
        };
        return new ArrayElement(logical && bytes == 1 ? ArrayElement.Kind.BOOL : kind, bytes, in.order());
    }
}

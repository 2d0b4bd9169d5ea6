package org.gne.io.idx;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The element types of IDX files, big-endian. */
enum IdxElement {
    UBYTE(0x08, 1),
    BYTE(0x09, 1),
    SHORT(0x0B, 2),
    INT(0x0C, 4),
    FLOAT(0x0D, 4),
    DOUBLE(0x0E, 8);

    /** The value of the third byte of a file. */
    final int code;

    final int bytes;

    IdxElement(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    static @Nullable IdxElement of(int code) {
        for (IdxElement element : values()) {
            if (element.code == code) {
                return element;
            }
        }
        return null;
    }

    /** The {@code i}-th element; a double holds every type exactly. */
    double get(ByteBuffer data, int i) {
        return switch (this) {
            case UBYTE -> data.get(i) & 0xff;
            case BYTE -> data.get(i);
            case SHORT -> data.getShort(2 * i);
            case INT -> data.getInt(4 * i);
            case FLOAT -> data.getFloat(4 * i);
            case DOUBLE -> data.getDouble(8 * i);
        };
    }
}

package org.gne.io.array;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The type of an array's elements.
 *
 * @param kind how the bytes are read
 * @param bytes the bytes of an element: 1, 2, 4 or 8 for numbers
 * @param order the order of the bytes
 * @hidden internal
 */
public record ArrayElement(Kind kind, int bytes, ByteOrder order) {

    /**
     * How the bytes of an element are read.
     *
     * @hidden internal
     */
    public enum Kind {
        /** A byte of 0 or 1. */
        BOOL,
        /** A whole number with a sign. */
        SIGNED,
        /** A whole number without a sign. */
        UNSIGNED,
        /** IEEE 754 with 2, 4 or 8 bytes. */
        FLOAT,
        /** The upper half of an IEEE 754 float. */
        BFLOAT,
        /** Text of 4 bytes per character, padded with zeros. */
        UTF32,
        /** Text of 1 byte per character, padded with zeros. */
        LATIN
    }

    boolean isText() {
        return kind == Kind.UTF32 || kind == Kind.LATIN;
    }

    /** Whether every value fits into a byte of 0 to 255. */
    boolean isByte() {
        return kind == Kind.BOOL || (kind == Kind.UNSIGNED && bytes == 1);
    }

    /** The number at a byte of a buffer with this byte order; whole numbers beyond 2^53 are rounded. */
    public double number(ByteBuffer in, int at) {
        return switch (kind) {
            case BOOL -> in.get(at);
            case SIGNED -> signed(in, at);
            case UNSIGNED ->
                switch (bytes) {
                    case 1 -> in.get(at) & 0xff;
                    case 2 -> in.getShort(at) & 0xffff;
                    case 4 -> in.getInt(at) & 0xffffffffL;
                    default -> unsigned(in.getLong(at));
                };
            case FLOAT -> bytes == 2 ? half(in.getShort(at)) : bytes == 4 ? in.getFloat(at) : in.getDouble(at);
            case BFLOAT -> Float.intBitsToFloat(in.getShort(at) << 16);
            default -> throw new IllegalStateException(kind + " is no number");
        };
    }

    private long signed(ByteBuffer in, int at) {
        return switch (bytes) {
            case 1 -> in.get(at);
            case 2 -> in.getShort(at);
            case 4 -> in.getInt(at);
            default -> in.getLong(at);
        };
    }

    private static double unsigned(long bits) {
        // Merge the lowest bit into the next, so that the result is rounded like the whole number.
        return bits >= 0 ? bits : 2.0 * ((bits >>> 1) | (bits & 1));
    }

    /** IEEE 754 binary16; Java has this conversion from 20 on. */
    private static double half(short bits) {
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        double size = exponent == 0
                ? fraction * 0x1p-24
                : exponent < 31
                        ? Math.scalb(1024.0 + fraction, exponent - 25)
                        : fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        return bits < 0 ? -size : size;
    }

    /**
     * The element as a name of a class or a row: texts, whole numbers without a point, true and false; empty for NaN.
     */
    String name(ByteBuffer in, int at) {
        if (isText()) {
            return text(in, at);
        }
        if (kind == Kind.BOOL) {
            return Boolean.toString(in.get(at) != 0);
        }
        if (kind == Kind.SIGNED) {
            return Long.toString(signed(in, at));
        }
        if (kind == Kind.UNSIGNED && bytes == 8) {
            return Long.toUnsignedString(in.getLong(at));
        }
        double value = number(in, at);
        if (Double.isNaN(value)) {
            return "";
        }
        // A negative zero would be a class of its own.
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : "" + value;
    }

    private String text(ByteBuffer in, int at) {
        byte[] all = new byte[bytes];
        in.get(at, all);
        int step = kind == Kind.UTF32 ? 4 : 1;
        int length = bytes;
        while (length >= step && isZero(all, length - step, step)) {
            length -= step;
        }
        if (kind == Kind.LATIN) {
            return new String(all, 0, length, StandardCharsets.ISO_8859_1);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i += 4) {
            int point = in.getInt(at + i);
            text.appendCodePoint(Character.isValidCodePoint(point) ? point : 0xfffd);
        }
        return text.toString();
    }

    private static boolean isZero(byte[] bytes, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}

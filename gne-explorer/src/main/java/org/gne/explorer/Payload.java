package org.gne.explorer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Numbers or text that the page loads: little-endian, and nothing before them that says what they are.
 *
 * @param name as the page asks for it
 * @param length in bytes, or {@link #UNTIL_CLOSED}
 * @param content writes that many
 */
record Payload(String name, long length, Content content) {

    /** Writes all bytes of a block. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** A length that is not known: what is written until the end. */
    static final long UNTIL_CLOSED = -1;

    static final String PAGE = "page";

    static final String EVENTS = "events";

    private static final int CHUNK = 4096;

    /** What a browser is to take it for. */
    String type() {
        return switch (name) {
            case PAGE -> "text/html; charset=utf-8";
            case EVENTS -> "text/event-stream";
            default -> "application/octet-stream";
        };
    }

    static Payload ofFloats(String name, float[] values) {
        return new Payload(name, 4L * values.length, out -> {
            ByteBuffer chunk = ByteBuffer.allocate(4 * CHUNK).order(ByteOrder.LITTLE_ENDIAN);
            for (int from = 0; from < values.length; from += CHUNK) {
                int n = Math.min(CHUNK, values.length - from);
                chunk.asFloatBuffer().put(values, from, n);
                out.write(chunk.array(), 0, 4 * n);
            }
        });
    }

    static Payload ofInts(String name, int[] values) {
        return new Payload(name, 4L * values.length, out -> {
            ByteBuffer chunk = ByteBuffer.allocate(4 * CHUNK).order(ByteOrder.LITTLE_ENDIAN);
            for (int from = 0; from < values.length; from += CHUNK) {
                int n = Math.min(CHUNK, values.length - from);
                chunk.asIntBuffer().put(values, from, n);
                out.write(chunk.array(), 0, 4 * n);
            }
        });
    }

    static Payload ofBytes(String name, byte[] bytes) {
        return new Payload(name, bytes.length, out -> out.write(bytes));
    }
}

package org.gne.explorer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Numbers or text that the page loads. Numbers are little-endian, without a header.
 *
 * @param name the name in the page's request
 * @param length the number of bytes, or {@link #UNTIL_CLOSED}
 * @param content writes that many bytes
 */
record Payload(String name, long length, Content content) {

    /** Writes all bytes of a payload. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** The length of a payload that is not known before it is written. */
    static final long UNTIL_CLOSED = -1;

    static final String PAGE = "page";

    static final String EVENTS = "events";

    /** Nothing: an answer without a body. */
    static final Payload NOTHING = new Payload("nothing", 0, out -> {});

    private static final int CHUNK = 4096;

    /** The media type. */
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

    static Payload ofDoubles(String name, double[] values) {
        return new Payload(name, 8L * values.length, out -> {
            ByteBuffer chunk = ByteBuffer.allocate(8 * CHUNK).order(ByteOrder.LITTLE_ENDIAN);
            for (int from = 0; from < values.length; from += CHUNK) {
                int n = Math.min(CHUNK, values.length - from);
                chunk.asDoubleBuffer().put(values, from, n);
                out.write(chunk.array(), 0, 8 * n);
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

    static Payload ofJson(String name, Map<String, Object> members) {
        return ofBytes(name, Description.json(members).getBytes(StandardCharsets.UTF_8));
    }

    static Payload ofBytes(String name, byte[] bytes) {
        return new Payload(name, bytes.length, out -> out.write(bytes));
    }
}

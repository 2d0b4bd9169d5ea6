package org.gne.data;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON header of a safetensors file. It is read as a stream, so that wrong content is rejected at once, before
 * memory is allocated for it.
 */
final class SafeTensorsHeader {

    /** An array in Java has at most a few elements less than 2^31. */
    private static final long MAX_LENGTH = Integer.MAX_VALUE - 8;

    /** The entry of a tensor in the header: {@code begin} and {@code end} are bytes from the end of the header. */
    record Entry(String name, Tensor.Type type, int[] shape, int length, long begin, long end) {}

    private final Path file;
    private final String text;
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    SafeTensorsHeader(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    Map<String, String> metadata() {
        return metadata;
    }

    List<Entry> entries() {
        return new ArrayList<>(entries.values());
    }

    void parse() throws IOException {
        if (text.charAt(0) != '{') {
            throw error("starts with " + quoted(text.substring(0, 1)) + ", expected {");
        }
        try (JsonParser json = JSON.std.createParser(text)) {
            json.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
            json.nextToken();
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                if (name.equals(SafeTensors.METADATA)) {
                    metadata(json);
                } else {
                    entries.put(name, tensor(json, name));
                }
            }
            expect(json.currentToken() == JsonToken.END_OBJECT, json, "the header", "a name or }");
            expect(json.nextToken() == null, json, "after the header", "nothing but spaces");
        } catch (JsonProcessingException e) {
            long at = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getCharOffset());
            throw error("is not JSON at character " + at + ": " + oneLine(e.getOriginalMessage(), 200));
        }
    }

    private void metadata(JsonParser json) throws IOException {
        expect(json.currentToken() == JsonToken.START_OBJECT, json, SafeTensors.METADATA, "{");
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            boolean isText = json.nextToken() == JsonToken.VALUE_STRING;
            expect(isText, json, SafeTensors.METADATA + " " + quoted(name), "text");
            metadata.put(name, json.getText());
        }
    }

    private Entry tensor(JsonParser json, String name) throws IOException {
        String place = "tensor " + quoted(name);
        expect(json.currentToken() == JsonToken.START_OBJECT, json, place, "{");
        Tensor.@Nullable Type type = null;
        long @Nullable [] shape = null;
        long @Nullable [] offsets = null;
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            switch (field) {
                case "dtype" -> type = type(json, place);
                case "shape" -> shape = numbers(json, place + " shape");
                case "data_offsets" -> offsets = numbers(json, place + " data_offsets");
                default -> throw error(place + ": found " + quoted(field) + ", expected dtype, shape and data_offsets");
            }
        }
        if (type == null || shape == null || offsets == null) {
            String missing = type == null ? "dtype" : shape == null ? "shape" : "data_offsets";
            throw error(place + ": found no " + missing + ", expected dtype, shape and data_offsets");
        }
        if (offsets.length != 2 || offsets[0] > offsets[1]) {
            throw error(place + ": data_offsets " + Arrays.toString(offsets) + ", expected [begin, end] in this order");
        }
        int length = length(place, shape);
        long bytes = (long) length * type.bytes();
        if (offsets[1] - offsets[0] != bytes) {
            throw error(place + ": " + (offsets[1] - offsets[0]) + " bytes, expected " + bytes + " for " + type + " "
                    + Arrays.toString(shape));
        }
        int[] sizes = Arrays.stream(shape).mapToInt(Math::toIntExact).toArray();
        return new Entry(name, type, sizes, length, offsets[0], offsets[1]);
    }

    private Tensor.Type type(JsonParser json, String place) throws IOException {
        expect(json.currentToken() == JsonToken.VALUE_STRING, json, place + " dtype", "text");
        String found = json.getText();
        for (Tensor.Type type : Tensor.Type.values()) {
            if (type.name().equals(found)) {
                return type;
            }
        }
        throw error(place + ": dtype " + quoted(found) + ", expected one of " + Arrays.toString(Tensor.Type.values()));
    }

    /** Reads an array of integers that are not negative. */
    private long[] numbers(JsonParser json, String place) throws IOException {
        expect(json.currentToken() == JsonToken.START_ARRAY, json, place, "[");
        long[] numbers = new long[4];
        int n = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            boolean whole = json.currentToken() == JsonToken.VALUE_NUMBER_INT;
            expect(whole && json.getLongValue() >= 0, json, place, "a whole number from 0 on");
            if (n == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * n);
            }
            numbers[n++] = json.getLongValue();
        }
        return Arrays.copyOf(numbers, n);
    }

    private int length(String place, long[] shape) throws IOException {
        long length = 1;
        for (long size : shape) {
            if (size > MAX_LENGTH) {
                throw error(place + ": shape " + Arrays.toString(shape) + ", expected sizes up to " + MAX_LENGTH);
            }
            length = Math.min(length, MAX_LENGTH + 1) * size;
        }
        if (length > MAX_LENGTH) {
            throw error(place + ": shape " + Arrays.toString(shape) + ", expected up to " + MAX_LENGTH + " elements");
        }
        return (int) length;
    }

    private void expect(boolean right, JsonParser json, String place, String expected) throws IOException {
        if (!right) {
            String found = json.currentToken() == null ? "the end" : quoted(json.getText());
            throw error(place + ": found " + found + ", expected " + expected);
        }
    }

    private IOException error(String what) {
        return new IOException(file + ": header: " + what);
    }

    /** Quotes text of a file in a message, as one line of limited length. */
    static String quoted(String found) {
        return "'" + oneLine(found, 60) + "'";
    }

    private static String oneLine(String found, int most) {
        String line = found.codePoints()
                .limit(most)
                .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return line.length() < found.length() ? line + "..." : line;
    }
}

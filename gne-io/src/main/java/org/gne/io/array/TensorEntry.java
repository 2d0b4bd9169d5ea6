package org.gne.io.array;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gne.io.InputException;
import org.jspecify.annotations.Nullable;

/**
 * The entry of a tensor in the header of a safetensors file.
 *
 * @param type the type as it is written there
 * @param shape the sizes of the axes, not negative
 * @param begin the first byte, counted from the end of the header
 * @param end the byte after the last one
 */
record TensorEntry(String type, long[] shape, long begin, long end) {

    private static final String METADATA = "__metadata__";
    private static final int MOST_AXES = 32;

    /**
     * The type of its elements.
     *
     * @throws InputException if the type is not supported
     */
    ArrayElement element(String place) {
        return switch (type) {
            case "BOOL" -> element(ArrayElement.Kind.BOOL, 1);
            case "U8" -> element(ArrayElement.Kind.UNSIGNED, 1);
            case "U16" -> element(ArrayElement.Kind.UNSIGNED, 2);
            case "U32" -> element(ArrayElement.Kind.UNSIGNED, 4);
            case "U64" -> element(ArrayElement.Kind.UNSIGNED, 8);
            case "I8" -> element(ArrayElement.Kind.SIGNED, 1);
            case "I16" -> element(ArrayElement.Kind.SIGNED, 2);
            case "I32" -> element(ArrayElement.Kind.SIGNED, 4);
            case "I64" -> element(ArrayElement.Kind.SIGNED, 8);
            case "F16" -> element(ArrayElement.Kind.FLOAT, 2);
            case "F32" -> element(ArrayElement.Kind.FLOAT, 4);
            case "F64" -> element(ArrayElement.Kind.FLOAT, 8);
            case "BF16" -> element(ArrayElement.Kind.BFLOAT, 2);
            default ->
                throw new InputException(place + ": found the type " + shortened(type)
                        + ", expected BOOL, U8 to U64, I8 to I64, F16, BF16, F32 or F64");
        };
    }

    private static ArrayElement element(ArrayElement.Kind kind, int bytes) {
        return new ArrayElement(kind, bytes, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Reads the header.
     *
     * @param name the name of the file for messages
     * @throws InputException if it is not a valid header
     */
    static Map<String, TensorEntry> parse(String name, String header) throws IOException {
        Map<String, TensorEntry> entries = new LinkedHashMap<>();
        try (JsonParser json = JSON.std.createParser(header)) {
            json.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
            expect(json.nextToken() == JsonToken.START_OBJECT, json, name);
            for (String tensor = json.nextFieldName(); tensor != null; tensor = json.nextFieldName()) {
                expect(json.nextToken() == JsonToken.START_OBJECT, json, name);
                if (tensor.equals(METADATA)) {
                    json.skipChildren();
                } else {
                    entries.put(tensor, tensor(json, name));
                }
            }
            expect(json.currentToken() == JsonToken.END_OBJECT, json, name);
            expect(json.nextToken() == null, json, name);
            return entries;
        } catch (JsonProcessingException e) {
            throw new InputException(name + ": the header is not JSON: " + shortened(e.getOriginalMessage()), e);
        }
    }

    private static TensorEntry tensor(JsonParser json, String name) throws IOException {
        String type = null;
        long[] shape = null;
        long[] offsets = null;
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            switch (field) {
                case "dtype" -> {
                    expect(value == JsonToken.VALUE_STRING, json, name);
                    type = json.getText();
                }
                case "shape" -> shape = numbers(json, name);
                case "data_offsets" -> offsets = numbers(json, name);
                default -> expect(false, json, name);
            }
        }
        if (type == null || shape == null || offsets == null || offsets.length != 2) {
            throw wrong(json, name, "an entry without dtype, shape or two data_offsets", "all of them");
        }
        return new TensorEntry(type, shape, offsets[0], offsets[1]);
    }

    private static long[] numbers(JsonParser json, String name) throws IOException {
        expect(json.currentToken() == JsonToken.START_ARRAY, json, name);
        long[] numbers = new long[MOST_AXES];
        int n = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            boolean whole = json.currentToken() == JsonToken.VALUE_NUMBER_INT
                    && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
            expect(whole && n < MOST_AXES && json.getLongValue() >= 0, json, name);
            numbers[n++] = json.getLongValue();
        }
        return Arrays.copyOf(numbers, n);
    }

    private static void expect(boolean right, JsonParser json, String name) throws IOException {
        if (!right) {
            String found = json.currentToken() == null ? "the end" : "'" + shortened(json.getText()) + "'";
            throw wrong(json, name, found, "tensors with dtype, shape and data_offsets");
        }
    }

    private static InputException wrong(JsonParser json, String name, String found, String expected) {
        return new InputException(name + ": the header, character "
                + json.currentTokenLocation().getCharOffset() + ": found " + found + ", expected " + expected);
    }

    private static String shortened(@Nullable String text) {
        String whole = text == null ? "" : text;
        return whole.length() <= 60 ? whole : whole.substring(0, 60) + "...";
    }
}

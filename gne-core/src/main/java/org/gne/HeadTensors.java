package org.gne;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gne.data.SafeTensors;
import org.gne.data.Tensor;
import org.gne.nn.HeadKinds;
import org.gne.nn.Heads;
import org.gne.nn.Stretch;
import org.jspecify.annotations.Nullable;

/**
 * The heads of a decoder in a model file. Metadata: {@code heads}, a JSON array with an object of {@code head} and
 * {@code width} for each stretch of columns, in order. Tensors {@code [columns]}: {@code heads.weights} and {@code
 * heads.scales}, unless all are 1; {@code heads.dispersion} and {@code heads.usual}, if there are counts, with 1 for
 * other columns. Files of 0.1 have {@code output} instead, {@code SIGMOID} or {@code IDENTITY} for all columns.
 */
final class HeadTensors {

    private static final String HEADS = "heads";
    private static final String OUTPUT = "output";
    private static final String WEIGHTS = "heads.weights";
    private static final String SCALES = "heads.scales";
    private static final String DISPERSION = "heads.dispersion";
    private static final String USUAL = "heads.usual";
    private static final float[] ONE = {1};

    private HeadTensors() {}

    static void write(Heads heads, Map<String, String> metadata, Map<String, Tensor> tensors) throws IOException {
        List<Object> stretches = new ArrayList<>();
        for (Stretch stretch : heads.stretches()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("head", stretch.head().key());
            one.put("width", stretch.width());
            stretches.add(one);
        }
        metadata.put(HEADS, JSON.std.asString(stretches));
        put(WEIGHTS, heads, Stretch::weights, tensors);
        put(SCALES, heads, Stretch::scales, tensors);
        put(DISPERSION, heads, Stretch::dispersion, tensors);
        put(USUAL, heads, Stretch::usual, tensors);
    }

    private static void put(String name, Heads heads, Function<Stretch, float[]> numbers, Map<String, Tensor> tensors) {
        float[] values = new float[heads.width()];
        boolean ones = true;
        for (Stretch stretch : heads.stretches()) {
            float[] own = numbers.apply(stretch);
            for (int j = 0; j < stretch.width(); j++) {
                float value = own.length == 0 ? 1 : own[own.length == 1 ? 0 : j];
                values[stretch.from() + j] = value;
                ones &= value == 1;
            }
        }
        if (!ones) {
            tensors.put(name, Tensor.ofFloats(values, values.length));
        }
    }

    /**
     * @throws IllegalArgumentException if heads are missing or wrong
     */
    static Heads read(SafeTensors content, int width) {
        String text = content.metadata().get(HEADS);
        if (text == null) {
            return ofVersion01(content.metadata().get(OUTPUT), width);
        }
        float[] weights = numbers(content, WEIGHTS, width);
        float[] scales = numbers(content, SCALES, width);
        float[] dispersion = numbers(content, DISPERSION, width);
        float[] usual = numbers(content, USUAL, width);
        List<Stretch> stretches = new ArrayList<>();
        int from = 0;
        for (Object entry : entries(text)) {
            if (!(entry instanceof Map<?, ?> object
                    && object.get("head") instanceof String key
                    && object.get("width") instanceof Integer columns
                    && columns > 0
                    && columns <= width - from)) {
                throw new IllegalArgumentException(HEADS + ": found " + entry + " at column " + from + " of " + width
                        + ", expected an object of head and width");
            }
            int to = from + columns;
            boolean counts = HeadKinds.of(key) == HeadKinds.COUNT;
            stretches.add(new Stretch(
                    HeadKinds.of(key),
                    from,
                    columns,
                    part(weights, from, to),
                    part(scales, from, to),
                    counts ? part(dispersion, from, to) : new float[0],
                    counts ? part(usual, from, to) : new float[0]));
            from = to;
        }
        if (from != width) {
            throw new IllegalArgumentException(HEADS + ": found " + from + " columns, expected " + width);
        }
        return new Heads(stretches);
    }

    private static Heads ofVersion01(@Nullable String output, int width) {
        if (output == null) {
            throw new IllegalArgumentException("the header has no " + HEADS);
        }
        if ("SIGMOID".equals(output)) {
            return Heads.unit(width);
        }
        if ("IDENTITY".equals(output)) {
            return Heads.real(width);
        }
        throw new IllegalArgumentException(OUTPUT + ": found " + output + ", expected SIGMOID or IDENTITY");
    }

    private static List<@Nullable Object> entries(String text) {
        try {
            List<@Nullable Object> found = JSON.std.listFrom(text);
            return found == null ? List.of() : found;
        } catch (IOException e) {
            throw new IllegalArgumentException(HEADS + ": expected a JSON array", e);
        }
    }

    private static float[] numbers(SafeTensors content, String name, int width) {
        Tensor tensor = content.tensors().get(name);
        if (tensor == null) {
            return ONE;
        }
        if (tensor.type() != Tensor.Type.F32 || !tensor.hasShape(width)) {
            throw new IllegalArgumentException("tensor " + name + " is " + tensor + ", expected F32[" + width + "]");
        }
        return tensor.floats();
    }

    private static float[] part(float[] numbers, int from, int to) {
        float[] own = new float[to - from];
        for (int j = from; j < to; j++) {
            own[j - from] = numbers[numbers.length == 1 ? 0 : j];
        }
        return own;
    }
}

package org.gne;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gne.data.SafeTensors;
import org.gne.data.Tensor;
import org.gne.nn.Encoding;
import org.gne.nn.GridEncoding;
import org.gne.nn.PlainEncoding;
import org.gne.nn.ResidualMlp;
import org.gne.nn.SineEncoding;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of coordinates in a model file. Metadata {@code encoding} = grids, with {@code encoding.cells}, the number
 * of cells along an axis of each grid, like {@code 8,16,32}, and {@code encoding.channels}; or sine, with {@code
 * encoding.features}; or none. Tensors: of grids {@code encoding.box [2, dim]}, the low
 * ends and the lengths of the box, and {@code encoding.grid0}, ... {@code [cells + 2, .., channels]}, the last axis of
 * the map first; of waves {@code encoding.frequency [dim, features]} and {@code encoding.phase [features]}.
 */
final class EncodingTensors {

    private static final String KEY = "encoding";
    private static final String CELLS = "encoding.cells";
    private static final String CHANNELS = "encoding.channels";
    private static final String FEATURES = "encoding.features";

    private EncodingTensors() {}

    static String name(Encoding.Part part) {
        return KEY + "." + part.name();
    }

    static void write(ResidualMlp decoder, Map<String, String> metadata, Map<String, Tensor> tensors) {
        Encoding encoding = decoder.shape().encoding();
        metadata.put(KEY, encoding.key());
        if (encoding instanceof GridEncoding grids) {
            metadata.put(CELLS, grids.cells().stream().map(String::valueOf).collect(Collectors.joining(",")));
            metadata.put(CHANNELS, Integer.toString(grids.channels()));
        } else if (encoding instanceof SineEncoding waves) {
            metadata.put(FEATURES, Integer.toString(waves.features()));
        }
        for (Encoding.Part part : encoding.parts()) {
            float[] values = Arrays.copyOfRange(decoder.parameters(), part.from(), part.from() + part.length());
            tensors.put(name(part), Tensor.ofFloats(values, part.sizes()));
        }
    }

    /**
     * @throws IllegalArgumentException if the encoding is not known or its sizes are wrong
     */
    static Encoding read(SafeTensors content, int dim) {
        String key = content.metadata().get(KEY);
        if (key == null) {
            if (content.tensors().keySet().stream().anyMatch(name -> name.startsWith(KEY + "."))) {
                throw new IllegalArgumentException("the header has no " + KEY);
            }
            // Files from before encodings.
            return new PlainEncoding(dim);
        }
        return switch (key) {
            case "none" -> new PlainEncoding(dim);
            case "sine" ->
                new SineEncoding(dim, number(FEATURES, content.metadata().get(FEATURES)));
            case "grids" ->
                new GridEncoding(
                        dim,
                        cells(content.metadata().get(CELLS)),
                        number(CHANNELS, content.metadata().get(CHANNELS)));
            default -> throw new IllegalArgumentException(KEY + ": found " + key + ", expected none, sine or grids");
        };
    }

    private static List<Integer> cells(@Nullable String text) {
        if (text == null) {
            throw new IllegalArgumentException("the header has no " + CELLS);
        }
        return Arrays.stream(text.split(",")).map(side -> number(CELLS, side)).toList();
    }

    private static int number(String key, @Nullable String text) {
        if (text == null) {
            throw new IllegalArgumentException("the header has no " + key);
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + ": found " + text + ", expected a whole number", e);
        }
    }
}

package org.gne.onnx;

import ai.onnx.proto.OnnxMl;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gne.GneModel;
import org.gne.data.AtomicFile;
import org.gne.data.Column;
import org.gne.data.Schema;
import org.gne.nn.Dense;
import org.gne.nn.MlpShape;
import org.tribuo.util.onnx.ONNXContext;
import org.tribuo.util.onnx.ONNXInitializer;
import org.tribuo.util.onnx.ONNXNode;
import org.tribuo.util.onnx.ONNXOperators;
import org.tribuo.util.onnx.ONNXPlaceholder;
import org.tribuo.util.onnx.ONNXRef;

/**
 * Writes the decoder of a model as an ONNX file. It computes the same as {@link GneModel#generate}, with values in the
 * units of the data.
 *
 * <p>The input is {@code place [n, dim]} in map units, the output {@code sample [n, width]} in the units of the data,
 * both floats. An image is its values line by line from the top left, channels last. A category of a table has one
 * number for each of its values, their probabilities; a boolean has the probability of true. A count is its mean. No
 * value is missing. The file's metadata describe the output: {@code picture} = height x width x channels, or {@code
 * columns} = a JSON array of the names of a sample's numbers, like {@code colour=red} for a category.
 *
 * <p>If numbers are stored with an origin or a unit ({@link Column}: dates, times, numbers far from 0), a float cannot
 * hold the value itself. The output is then the stored number, and the metadata have {@code origins} and {@code units},
 * JSON arrays as long as {@code columns}: {@code value = origin + unit * output}, to be computed in doubles. Dates are
 * days since 1970-01-01, times seconds.
 */
public final class OnnxDecoder {

    /**
     * The file is a protobuf message, which has at most 2^31 - 1 bytes; some are reserved for everything except
     * weights.
     */
    private static final long MOST_BYTES = Integer.MAX_VALUE - (64L << 20);

    /** A version of the format that has the operators used here. */
    private static final int IR_VERSION = 7;

    private final ONNXContext graph = new ONNXContext();
    private final GneModel model;

    private OnnxDecoder(GneModel model) {
        this.model = model;
    }

    /**
     * Writes the decoder.
     *
     * @param file the file; if writing fails, an existing file stays as it was
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if the decoder is larger than an ONNX file can be
     */
    public static void write(Path file, GneModel model) throws IOException {
        long bytes = 4L * model.decoder().parameters().length;
        if (bytes > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "found a decoder of " + bytes + " bytes, expected at most " + MOST_BYTES + " for an ONNX file");
        }
        OnnxMl.ModelProto content = new OnnxDecoder(model).content();
        AtomicFile.write(file, content::writeTo);
    }

    private OnnxMl.ModelProto content() throws IOException {
        graph.setName("decoder");
        MlpShape shape = model.decoder().shape();
        ONNXPlaceholder place = graph.floatInput("place", shape.in());
        ONNXPlaceholder sample = graph.floatOutput("sample", shape.out());
        ONNXNode means = new Means(graph, shape.heads()).of(network(place, shape));
        new Unscaled(graph, model.scaling()).of(means).assignTo(sample);
        OnnxMl.ModelProto.Builder content = OnnxMl.ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .addOpsetImport(ONNXOperators.getOpsetProto())
                .setProducerName("GNE")
                .setDomain("org.gne")
                .setDocString("The decoder of a map: place [n, " + shape.in() + "] to sample [n, " + shape.out()
                        + "] in the units of the data.")
                .setGraph(graph.buildGraph());
        if (model.schema() instanceof Schema.Picture picture) {
            add(content, "picture", picture.height() + "x" + picture.columns() + "x" + picture.channels());
        } else if (model.schema() instanceof Schema.Columns table) {
            add(content, "columns", JSON.std.asString(table.names()));
            addOrigins(content, table);
        }
        return content.build();
    }

    /** Adds the origins and units of the columns, unless all are 0 and 1. */
    private static void addOrigins(OnnxMl.ModelProto.Builder content, Schema.Columns table) throws IOException {
        List<Double> origins = new ArrayList<>();
        List<Double> units = new ArrayList<>();
        for (Column column : table.columns()) {
            origins.addAll(Collections.nCopies(column.width(), column.origin()));
            units.addAll(Collections.nCopies(column.width(), column.unit()));
        }
        if (origins.stream().anyMatch(origin -> origin != 0) || units.stream().anyMatch(unit -> unit != 1)) {
            add(content, "origins", JSON.std.asString(origins));
            add(content, "units", JSON.std.asString(units));
        }
    }

    private static void add(OnnxMl.ModelProto.Builder content, String key, String value) {
        content.addMetadataProps(
                OnnxMl.StringStringEntryProto.newBuilder().setKey(key).setValue(value));
    }

    /** The layers, in the order of {@link org.gne.nn.ResidualMlp}, without the heads. */
    private ONNXNode network(ONNXPlaceholder place, MlpShape shape) {
        List<Dense> layers = Dense.of(shape);
        ONNXNode h = dense(new Encoded(graph, model.decoder()).of(place), layers.get(0))
                .apply(MoreOperators.ELU);
        for (int block = 0; block < shape.blocks(); block++) {
            ONNXNode inner = dense(h, layers.get(1 + 2 * block)).apply(MoreOperators.RELU);
            h = h.apply(ONNXOperators.ADD, dense(inner, layers.get(2 + 2 * block)));
        }
        return dense(h, layers.get(layers.size() - 1));
    }

    private ONNXNode dense(ONNXRef<?> x, Dense layer) {
        ONNXInitializer weights =
                tensor(layer.name() + ".weight", layer.weights(), List.of(layer.inputs(), layer.outputs()));
        ONNXInitializer bias = tensor(layer.name() + ".bias", layer.bias(), List.of(layer.outputs()));
        return x.apply(ONNXOperators.GEMM, List.of(weights, bias), layer.name());
    }

    private ONNXInitializer tensor(String name, int from, List<Integer> sizes) {
        int length = sizes.stream().reduce(1, Math::multiplyExact);
        return graph.floatTensor(
                name, sizes, values -> values.put(model.decoder().parameters(), from, length));
    }
}

package org.gne;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.SafeTensors;
import org.gne.data.Scaling;
import org.gne.data.ScalingKind;
import org.gne.data.Schema;
import org.gne.data.Tails;
import org.gne.data.Tensor;
import org.gne.nn.Dense;
import org.gne.nn.Encoding;
import org.gne.nn.MlpShape;
import org.gne.nn.ResidualMlp;
import org.gne.quality.Explained;
import org.jspecify.annotations.Nullable;

/**
 * A model as safetensors. Tensors: {@code embedding [rows, dim]}; {@code decoder.<layer>.weight [inputs, outputs]} and
 * {@code .bias [outputs]} for the layers input, block0.dense0, block0.dense1, ... output; {@code scaling.offset} and
 * {@code scaling.factor}, and, if values far from the rest are squashed ({@link Tails}), {@code scaling.shift}, {@code
 * .low} and {@code .high [width]}. Metadata, all strings: {@code format} = gne, {@code version} = 2, the shape of the
 * network, the kind of scaling, the schema, and the training record. The encoding of coordinates is described in {@link
 * EncodingTensors}, the heads in {@link HeadTensors}; classes and mixture, if there are any, in {@link MixtureTensors},
 * labels that are numbers in {@link TargetTensor}, ids in {@link IdsTensor}, factors of batches in {@link BatchTensor}.
 */
final class ModelFile {

    private static final String FORMAT = "gne";

    private static final String VERSION = "2";

    /** The version of files of 0.1: one head for all columns. */
    private static final String VERSION_0_1 = "1";

    private ModelFile() {}

    static void write(GneModel model, Path file) throws IOException {
        content(model).write(file);
    }

    static SafeTensors content(GneModel model) throws IOException {
        MlpShape shape = model.decoder().shape();
        Map<String, String> metadata = new LinkedHashMap<>();
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        metadata.put("format", FORMAT);
        metadata.put("version", VERSION);
        metadata.put("hidden", Integer.toString(shape.hidden()));
        metadata.put("blocks", Integer.toString(shape.blocks()));
        EncodingTensors.write(model.decoder(), metadata, tensors);
        metadata.put("scaling", model.scaling().kind().name());
        SchemaText.write(model.schema(), metadata);
        record(model.record(), metadata);

        Embedding embedding = model.embedding();
        tensors.put("embedding", Tensor.ofFloats(embedding.values(), embedding.size(), embedding.dim()));
        float[] parameters = model.decoder().parameters();
        for (Dense layer : Dense.of(shape)) {
            float[] weights = Arrays.copyOfRange(parameters, layer.weights(), layer.bias());
            float[] bias = Arrays.copyOfRange(parameters, layer.bias(), layer.bias() + layer.outputs());
            tensors.put(name(layer, "weight"), Tensor.ofFloats(weights, layer.inputs(), layer.outputs()));
            tensors.put(name(layer, "bias"), Tensor.ofFloats(bias, layer.outputs()));
        }
        Scaling scaling = model.scaling();
        tensors.put("scaling.offset", Tensor.ofFloats(scaling.offset(), scaling.offset().length));
        tensors.put("scaling.factor", Tensor.ofFloats(scaling.factor(), scaling.factor().length));
        Tails tails = scaling.tails();
        if (tails != null) {
            metadata.put("scaling.limit", Float.toString(tails.limit()));
            tensors.put("scaling.shift", Tensor.ofFloats(tails.shift(), tails.shift().length));
            tensors.put("scaling.low", Tensor.ofFloats(tails.low(), tails.low().length));
            tensors.put("scaling.high", Tensor.ofFloats(tails.high(), tails.high().length));
        }
        Explained explained = model.explained();
        if (Double.isFinite(explained.total())) {
            metadata.put("explained", Double.toString(explained.total()));
            metadata.put("nullError", Double.toString(explained.nullError()));
            float[] columns = new float[explained.columns().length];
            for (int j = 0; j < columns.length; j++) {
                columns[j] = (float) explained.columns()[j];
            }
            tensors.put("explained.columns", Tensor.ofFloats(columns, columns.length));
        }
        HeadTensors.write(shape.heads(), metadata, tensors);
        MixtureTensors.write(model, metadata, tensors);
        TargetTensor.write(model.target(), metadata, tensors);
        IdsTensor.write(model.ids(), tensors);
        BatchTensor.write(model.batches(), metadata, tensors);
        return new SafeTensors(metadata, tensors);
    }

    private static String name(Dense layer, String part) {
        return "decoder." + layer.name() + "." + part;
    }

    private static void record(FitRecord record, Map<String, String> metadata) throws IOException {
        metadata.put("preset", record.preset());
        metadata.put("seed", Long.toString(record.seed()));
        metadata.put("epochs", Integer.toString(record.epochs()));
        metadata.put("threads", Integer.toString(record.threads()));
        metadata.put("kernel", record.kernel());
        metadata.put("jdk", record.jdk());
        metadata.put("loss", record.loss());
        metadata.put("trainingLoss", Double.toString(record.trainingLoss()));
        if (!Double.isNaN(record.lowestLoss())) {
            metadata.put("lowestLoss", Double.toString(record.lowestLoss()));
        }
        metadata.put("trainSeconds", Double.toString(record.trainSeconds()));
        metadata.put("gflops", Double.toString(record.gflops()));
        if (!Double.isNaN(record.explainedError())) {
            metadata.put("explainedError", Double.toString(record.explainedError()));
        }
        if (record.labelWeight() > 0) {
            metadata.put("labelWeight", Double.toString(record.labelWeight()));
        }
        if (record.rowsSha256() != null) {
            metadata.put("rowsSha256", record.rowsSha256());
        }
        if (record.tie() > 0) {
            metadata.put("tie", Double.toString(record.tie()));
        }
        GrowthsText.write(record.growths(), metadata);
    }

    static GneModel read(Path file) throws IOException {
        SafeTensors content = SafeTensors.read(file);
        try {
            return model(content);
        } catch (IllegalArgumentException e) {
            throw BadFile.of(file, "model", e);
        }
    }

    /**
     * @throws IllegalArgumentException if the content is not that of a model
     */
    static GneModel model(SafeTensors content) {
        return new Reader(content).model();
    }

    /** Reads the parts. Wrong content throws an IllegalArgumentException that says what was found and expected. */
    private record Reader(SafeTensors content) {

        GneModel model() {
            expect("format", FORMAT, "");
            if (!text("version").equals(VERSION_0_1)) {
                expect(
                        "version",
                        VERSION,
                        text("version").matches("[1-9]\\d*") ? ": a newer version of GNE wrote it" : "");
            }
            Tensor points = tensor("embedding");
            if (points.shape().length != 2 || points.shape()[0] < 1 || points.shape()[1] < 1) {
                throw new IllegalArgumentException(
                        "tensor embedding has shape " + Arrays.toString(points.shape()) + ", expected [rows, dim]");
            }
            int dim = points.shape()[1];
            Schema schema = SchemaText.read(content.metadata());
            MlpShape shape = new MlpShape(
                    EncodingTensors.read(content, dim),
                    integer("hidden"),
                    integer("blocks"),
                    HeadTensors.read(content, schema.width()));
            Scaling scaling = new Scaling(
                    constant(ScalingKind.class, "scaling"),
                    line("scaling.offset"),
                    line("scaling.factor"),
                    tails(schema));
            if (!scaling.isUniform() && scaling.offset().length != schema.width()) {
                throw new IllegalArgumentException("tensor scaling.offset has " + scaling.offset().length
                        + " values, expected 1 or " + schema.width());
            }
            Labels labels = MixtureTensors.labels(content, points.shape()[0]);
            return new GneModel(
                    new Embedding(finite("embedding", points.shape()), dim),
                    decoder(shape),
                    scaling,
                    schema,
                    record(points.shape()[0]),
                    labels,
                    MixtureTensors.mixture(content, dim, labels),
                    explained(schema),
                    TargetTensor.read(content, points.shape()[0]),
                    IdsTensor.read(content, points.shape()[0]),
                    BatchTensor.read(content, schema.width()));
        }

        /** The tails; files of 0.1 have none. */
        private @Nullable Tails tails(Schema schema) {
            if (!content.metadata().containsKey("scaling.limit")
                    && !content.tensors().containsKey("scaling.shift")) {
                return null;
            }
            return new Tails(
                    (float) real("scaling.limit", text("scaling.limit")),
                    floats("scaling.shift", schema.width()),
                    floats("scaling.low", schema.width()),
                    floats("scaling.high", schema.width()));
        }

        /** The explained shares; files of 0.1 have none, and models of rows that do not vary have none. */
        private Explained explained(Schema schema) {
            String total = content.metadata().get("explained");
            if (total == null) {
                return Explained.unknown();
            }
            float[] columns = floats("explained.columns", schema.width());
            double[] shares = new double[columns.length];
            for (int j = 0; j < shares.length; j++) {
                shares[j] = columns[j];
            }
            return new Explained(real("explained", total), shares, real("nullError", text("nullError")), new float[0]);
        }

        private ResidualMlp decoder(MlpShape shape) {
            // Check the sizes in the header against the tensors before allocating memory.
            long held = content.tensors().values().stream()
                    .mapToLong(Tensor::length)
                    .sum();
            if (shape.parameters() > held) {
                throw new IllegalArgumentException(
                        "a decoder of " + shape.parameters() + " parameters, found tensors of " + held + " values");
            }
            float[] parameters = new float[shape.parameters()];
            for (Encoding.Part part : shape.encoding().parts()) {
                float[] values = finite(EncodingTensors.name(part), part.sizes());
                System.arraycopy(values, 0, parameters, part.from(), values.length);
            }
            for (Dense layer : Dense.of(shape)) {
                float[] weights = finite(name(layer, "weight"), layer.inputs(), layer.outputs());
                System.arraycopy(weights, 0, parameters, layer.weights(), weights.length);
                float[] bias = finite(name(layer, "bias"), layer.outputs());
                System.arraycopy(bias, 0, parameters, layer.bias(), bias.length);
            }
            return new ResidualMlp(shape, parameters);
        }

        private FitRecord record(int rows) {
            return new FitRecord(
                    text("preset"),
                    rows,
                    seed(),
                    integer("epochs"),
                    integer("threads"),
                    text("kernel"),
                    text("jdk"),
                    text("loss"),
                    real("trainingLoss", text("trainingLoss")),
                    real("lowestLoss", content.metadata().getOrDefault("lowestLoss", "NaN")),
                    real("trainSeconds", text("trainSeconds")),
                    real("gflops", text("gflops")),
                    // Files of early builds of 0.1.0 have none.
                    real("explainedError", content.metadata().getOrDefault("explainedError", "NaN")),
                    real("labelWeight", content.metadata().getOrDefault("labelWeight", "0")),
                    content.metadata().get("rowsSha256"),
                    real("tie", content.metadata().getOrDefault("tie", "0")),
                    GrowthsText.read(content.metadata()));
        }

        private void expect(String key, String expected, String why) {
            if (!text(key).equals(expected)) {
                throw new IllegalArgumentException(key + ": found " + text(key) + ", expected " + expected + why);
            }
        }

        private String text(String key) {
            String value = content.metadata().get(key);
            if (value == null) {
                throw new IllegalArgumentException("the header has no " + key);
            }
            return value;
        }

        private long seed() {
            try {
                return Long.parseLong(text("seed"));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("seed: found " + text("seed") + ", expected a whole number", e);
            }
        }

        private static double real(String key, String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(key + ": found " + text + ", expected a number", e);
            }
        }

        private int integer(String key) {
            return number(key, text(key));
        }

        private static int number(String key, String text) {
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(key + ": found " + text + ", expected a whole number", e);
            }
        }

        private <E extends Enum<E>> E constant(Class<E> type, String key) {
            try {
                return Enum.valueOf(type, text(key));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        key + ": found " + text(key) + ", expected one of " + Arrays.toString(type.getEnumConstants()),
                        e);
            }
        }

        private Tensor tensor(String name) {
            Tensor tensor = content.tensors().get(name);
            if (tensor == null) {
                throw new IllegalArgumentException("there is no tensor " + name);
            }
            return tensor;
        }

        /** The values of a tensor with one axis. */
        private float[] line(String name) {
            return floats(name, tensor(name).length());
        }

        /** The values of a tensor that has only finite ones. */
        private float[] finite(String name, int... shape) {
            float[] values = floats(name, shape);
            for (int i = 0; i < values.length; i++) {
                if (!Float.isFinite(values[i])) {
                    throw new IllegalArgumentException(
                            "tensor " + name + ": value " + i + " is " + values[i] + ", expected a finite number");
                }
            }
            return values;
        }

        private float[] floats(String name, int... shape) {
            Tensor tensor = tensor(name);
            if (tensor.type() != Tensor.Type.F32) {
                throw new IllegalArgumentException("tensor " + name + " is " + tensor.type() + ", expected F32");
            }
            if (!tensor.hasShape(shape)) {
                throw new IllegalArgumentException("tensor " + name + " has shape " + Arrays.toString(tensor.shape())
                        + ", expected " + Arrays.toString(shape));
            }
            return tensor.floats();
        }
    }
}

package org.gne;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gne.data.SafeTensors;
import org.gne.data.Tensor;
import org.gne.loop.TrainingState;
import org.gne.nn.AdamState;

/**
 * A checkpoint as safetensors: the content of {@link ModelFile} and the tensors {@code checkpoint.embedding.first} and
 * {@code .second [rows, dim]} and {@code checkpoint.decoder.first} and {@code .second [parameters]}, the moments of
 * Adam, the decoder's in the order of {@link org.gne.nn.MlpShape}. Metadata: {@code checkpoint} = 2; {@code
 * checkpoint.options}, all options as JSON; {@code checkpoint.data}, the SHA-256 of the rows; {@code
 * checkpoint.losses}, a JSON array; {@code checkpoint.seconds} and {@code checkpoint.operations} so far.
 */
final class CheckpointFile {

    private static final String VERSION = "2";

    /** The version that 0.1 wrote, in which some options have other names. */
    private static final String VERSION_0_1 = "1";

    private static final String KEY = "checkpoint";
    private static final String OPTIONS = "checkpoint.options";
    private static final String DATA = "checkpoint.data";
    private static final String LOSSES = "checkpoint.losses";
    private static final String SECONDS = "checkpoint.seconds";
    private static final String OPERATIONS = "checkpoint.operations";
    private static final String EMBEDDING = "checkpoint.embedding";
    private static final String DECODER = "checkpoint.decoder";

    private CheckpointFile() {}

    static void write(Checkpoint checkpoint, Path file) throws IOException {
        SafeTensors model = ModelFile.content(checkpoint.model());
        TrainingState state = checkpoint.state();
        Map<String, String> metadata = new LinkedHashMap<>(model.metadata());
        metadata.put(KEY, VERSION);
        metadata.put(OPTIONS, OptionsText.of(checkpoint.options()));
        metadata.put(DATA, checkpoint.dataSha256());
        metadata.put(LOSSES, JSON.std.asString(state.losses()));
        metadata.put(SECONDS, Double.toString(state.seconds()));
        metadata.put(OPERATIONS, Double.toString(state.operations()));
        Map<String, Tensor> tensors = new LinkedHashMap<>(model.tensors());
        int dim = checkpoint.model().dim();
        moments(EMBEDDING, state.codes(), tensors, state.codes().first().length / dim, dim);
        moments(DECODER, state.decoder(), tensors, state.decoder().first().length);
        new SafeTensors(metadata, tensors).write(file);
    }

    private static void moments(String name, AdamState state, Map<String, Tensor> tensors, int... shape) {
        tensors.put(name + ".first", Tensor.ofFloats(state.first(), shape));
        tensors.put(name + ".second", Tensor.ofFloats(state.second(), shape));
    }

    static Checkpoint read(Path file) throws IOException {
        SafeTensors content = SafeTensors.read(file);
        try {
            return checkpoint(content);
        } catch (IllegalArgumentException e) {
            throw BadFile.of(file, "checkpoint", e);
        }
    }

    private static Checkpoint checkpoint(SafeTensors content) {
        String version = text(content, KEY);
        if (!version.equals(VERSION) && !version.equals(VERSION_0_1)) {
            throw new IllegalArgumentException(
                    KEY + ": found version " + version + ", expected " + VERSION_0_1 + " or " + VERSION);
        }
        GneModel model = ModelFile.model(content);
        GneOptions options = options(text(content, OPTIONS), version);
        float[] parameters = model.decoder().parameters();
        int rows = model.embedding().size();
        TrainingState state = new TrainingState(
                moments(content, EMBEDDING, model.embedding().values(), rows, model.dim()),
                moments(content, DECODER, parameters, parameters.length),
                losses(text(content, LOSSES)),
                number(content, SECONDS),
                number(content, OPERATIONS));
        int epochs = options.training().forRows(rows, model.schema()).epochs();
        if (state.epochs() > epochs || state.epochs() != model.record().epochs()) {
            throw new IllegalArgumentException(LOSSES + ": found " + state.epochs() + " epochs, expected "
                    + model.record().epochs() + " of " + epochs);
        }
        return new Checkpoint(model, options, text(content, DATA), state);
    }

    private static GneOptions options(String text, String version) {
        try {
            return version.equals(VERSION_0_1) ? OptionsText.readVersion01(text) : OptionsText.read(text);
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException(OPTIONS + ": " + text + ", expected those of this version of GNE", e);
        }
    }

    private static double[] losses(String text) {
        try {
            Object[] values = JSON.std.arrayFrom(text);
            double[] losses = new double[values.length];
            for (int i = 0; i < losses.length; i++) {
                if (!(values[i] instanceof Number loss)) {
                    throw new IllegalArgumentException(LOSSES + ": found " + values[i] + ", expected a number");
                }
                losses[i] = loss.doubleValue();
            }
            return losses;
        } catch (IOException e) {
            throw new IllegalArgumentException(LOSSES + ": expected a JSON array of numbers", e);
        }
    }

    private static AdamState moments(SafeTensors content, String name, float[] parameters, int... shape) {
        return new AdamState(
                parameters, floats(content, name + ".first", shape), floats(content, name + ".second", shape));
    }

    private static float[] floats(SafeTensors content, String name, int... shape) {
        Tensor tensor = content.tensors().get(name);
        if (tensor == null || tensor.type() != Tensor.Type.F32 || !tensor.hasShape(shape)) {
            throw new IllegalArgumentException(
                    "tensor " + name + ": found " + tensor + ", expected F32" + Arrays.toString(shape));
        }
        return tensor.floats();
    }

    private static double number(SafeTensors content, String key) {
        String text = text(content, key);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + ": found " + text + ", expected a number", e);
        }
    }

    private static String text(SafeTensors content, String key) {
        String value = content.metadata().get(key);
        if (value == null) {
            throw new IllegalArgumentException("the header has no " + key);
        }
        return value;
    }
}

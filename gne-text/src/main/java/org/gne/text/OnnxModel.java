package org.gne.text;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gne.io.InputException;
import org.gne.text.EmbeddingOptions.Pooling;
import org.jspecify.annotations.Nullable;

/**
 * A model that makes a vector of tokens, run by ONNX Runtime. One text is computed at a time, on the thread that asks: models
 * with 8-bit weights scale their numbers by the largest one of all that are computed together, so that in a batch the vector
 * of a text would depend on its neighbours. Several threads may use it at once.
 */
final class OnnxModel implements AutoCloseable {

    private static final String IDS = "input_ids";
    private static final String MASK = "attention_mask";
    private static final String TYPES = "token_type_ids";
    private static final Set<String> KNOWN = Set.of(IDS, MASK, TYPES);

    private final String name;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final String output;
    private final boolean perToken;
    private final int size;

    private OnnxModel(
            String name, OrtEnvironment environment, OrtSession session, String output, boolean perToken, int size) {
        this.name = name;
        this.environment = environment;
        this.session = session;
        this.output = output;
        this.perToken = perToken;
        this.size = size;
    }

    /**
     * @param name the name of the file
     * @param onnx the content of the file, or null to open the file itself, which may have others beside it with its weights
     * @throws InputException if it is no ONNX model, or none of texts
     */
    static OnnxModel of(String name, byte @Nullable [] onnx) {
        OrtEnvironment environment = OnnxFile.environment();
        OrtSession session = OnnxFile.session(name, onnx);
        try {
            return of(name, environment, session);
        } catch (OrtException | RuntimeException e) {
            OnnxFile.close(session, e);
            throw e instanceof InputException wrong
                    ? wrong
                    : new InputException(name + ": cannot be used (" + OnnxFile.firstLine(e) + ")", e);
        }
    }

    private static OnnxModel of(String name, OrtEnvironment environment, OrtSession session) throws OrtException {
        Set<String> inputs = session.getInputNames();
        if (!KNOWN.containsAll(inputs) || !inputs.contains(IDS)) {
            throw new InputException(name + ": is no model of texts: found the inputs " + String.join(", ", inputs)
                    + ", expected " + IDS + ", with or without " + MASK + " and " + TYPES);
        }
        // One vector for a text is preferred over one for each token.
        for (int rank = 2; rank <= 3; rank++) {
            for (Map.Entry<String, NodeInfo> each : session.getOutputInfo().entrySet()) {
                if (each.getValue().getInfo() instanceof TensorInfo info
                        && info.type == OnnxJavaType.FLOAT
                        && info.getShape().length == rank
                        && info.getShape()[rank - 1] > 0) {
                    return new OnnxModel(
                            name, environment, session, each.getKey(), rank == 3, (int) info.getShape()[rank - 1]);
                }
            }
        }
        throw new InputException(name + ": found the outputs "
                + String.join(", ", session.getOutputNames())
                + ", expected floats of the shape [texts, tokens, size] or"
                + " [texts, size]");
    }

    /** The number of values of a vector. */
    int size() {
        return size;
    }

    /**
     * The vector of one window of tokens.
     *
     * @return {@code [size]}
     * @throws InputException if the model does not know the tokens
     */
    float[] vector(long[] ids, Pooling pooling) {
        long[] shape = {1, ids.length};
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            for (String input : session.getInputNames()) {
                long[] values = input.equals(IDS) ? ids : input.equals(MASK) ? ones : new long[ids.length];
                inputs.put(input, OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape));
            }
            try (OrtSession.Result result = session.run(inputs, Set.of(output))) {
                return pooled(((OnnxTensor) result.get(0)).getFloatBuffer(), pooling);
            }
        } catch (OrtException e) {
            throw new InputException(
                    name + ": cannot compute " + ids.length + " tokens up to number "
                            + Arrays.stream(ids).max().orElse(0) + " (" + OnnxFile.firstLine(e)
                            + "), expected the tokenizer and the window of this model",
                    e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private float[] pooled(FloatBuffer values, Pooling pooling) {
        float[] vector = new float[size];
        if (!perToken || pooling == Pooling.CLS) {
            values.get(0, vector);
            return vector;
        }
        float[] token = new float[size];
        int tokens = values.remaining() / size;
        for (int i = 0; i < tokens; i++) {
            values.get(i * size, token);
            for (int j = 0; j < size; j++) {
                vector[j] += token[j] / tokens;
            }
        }
        return vector;
    }

    /** The vector of a text: the mean of its windows, weighted by their lengths, not yet of unit length. */
    float[] vector(List<long[]> windows, Pooling pooling) {
        if (windows.size() == 1) {
            return vector(windows.get(0), pooling);
        }
        double[] sum = new double[size];
        for (long[] window : windows) {
            float[] one = vector(window, pooling);
            for (int j = 0; j < size; j++) {
                sum[j] += (double) one[j] * window.length;
            }
        }
        float[] vector = new float[size];
        for (int j = 0; j < size; j++) {
            vector[j] = (float) sum[j];
        }
        return vector;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(name + ": cannot be closed (" + OnnxFile.firstLine(e) + ")", e);
        }
    }
}

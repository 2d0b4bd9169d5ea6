package org.gne;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gne.data.Labels;
import org.gne.data.SafeTensors;
import org.gne.data.Tensor;
import org.gne.mixture.GaussianMixture;
import org.gne.mixture.MapMixture;
import org.jspecify.annotations.Nullable;

/**
 * The classes of the rows and the mixture over the map in a model file; either may be absent, because models can be
 * fitted without them. Metadata: {@code classes}, a JSON array of names. Tensors: {@code labels [rows]}, integers, an
 * index into the names or -1; {@code mixture.weights [components]}, {@code mixture.means [components, dim]}, {@code
 * mixture.covariances [components, dim, dim]}, {@code mixture.classes [components]}, integers like labels, and {@code
 * mixture.threshold [1]}, the log density below which a point is in a sparse part of the map.
 */
final class MixtureTensors {

    private static final String CLASSES = "classes";
    private static final String LABELS = "labels";
    private static final String WEIGHTS = "mixture.weights";
    private static final String MEANS = "mixture.means";
    private static final String COVARIANCES = "mixture.covariances";
    private static final String COMPONENT_CLASSES = "mixture.classes";
    private static final String THRESHOLD = "mixture.threshold";

    private MixtureTensors() {}

    static void write(GneModel model, Map<String, String> metadata, Map<String, Tensor> tensors) throws IOException {
        Labels labels = model.labels();
        if (labels != null) {
            metadata.put(CLASSES, JSON.std.asString(labels.names()));
            tensors.put(LABELS, Tensor.ofInts(labels.classes(), labels.size()));
        }
        MapMixture mixture = model.mixture();
        if (mixture != null) {
            int n = mixture.components().components();
            int dim = model.dim();
            tensors.put(WEIGHTS, Tensor.ofFloats(floats(mixture.components().weights()), n));
            tensors.put(MEANS, Tensor.ofFloats(floats(mixture.components().means()), n, dim));
            tensors.put(COVARIANCES, Tensor.ofFloats(floats(mixture.components().covariances()), n, dim, dim));
            tensors.put(COMPONENT_CLASSES, Tensor.ofInts(mixture.classes(), n));
            tensors.put(THRESHOLD, Tensor.ofFloats(new float[] {(float) mixture.threshold()}, 1));
        }
    }

    /**
     * @throws IllegalArgumentException if they exist but are wrong
     */
    static @Nullable Labels labels(SafeTensors content, int rows) {
        Tensor labels = content.tensors().get(LABELS);
        if (labels == null) {
            return null;
        }
        require(LABELS, labels, Tensor.Type.I32, rows);
        return new Labels(labels.ints(), names(content.metadata().get(CLASSES)));
    }

    private static List<String> names(@Nullable String text) {
        if (text == null) {
            throw new IllegalArgumentException("the header has no " + CLASSES + ", but there is a tensor " + LABELS);
        }
        List<@Nullable Object> found;
        try {
            found = JSON.std.listFrom(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(CLASSES + ": expected a JSON array of names", e);
        }
        List<String> names = new ArrayList<>();
        for (@Nullable Object name : found == null ? List.<@Nullable Object>of() : found) {
            if (!(name instanceof String string)) {
                throw new IllegalArgumentException(CLASSES + ": found " + name + ", expected a name");
            }
            names.add(string);
        }
        return names;
    }

    /**
     * @throws IllegalArgumentException if it exists but is wrong
     */
    static @Nullable MapMixture mixture(SafeTensors content, int dim, @Nullable Labels labels) {
        Tensor weights = content.tensors().get(WEIGHTS);
        if (weights == null) {
            return null;
        }
        int n = weights.length();
        GaussianMixture components = new GaussianMixture(
                dim,
                doubles(content, WEIGHTS, n),
                doubles(content, MEANS, n, dim),
                doubles(content, COVARIANCES, n, dim, dim));
        int[] classes = tensor(content, COMPONENT_CLASSES, Tensor.Type.I32, n).ints();
        List<String> names = labels == null ? List.of() : labels.names();
        return new MapMixture(components, classes, names, doubles(content, THRESHOLD, 1)[0]);
    }

    private static Tensor tensor(SafeTensors content, String name, Tensor.Type type, int... shape) {
        Tensor tensor = content.tensors().get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("there is no tensor " + name);
        }
        require(name, tensor, type, shape);
        return tensor;
    }

    private static void require(String name, Tensor tensor, Tensor.Type type, int... shape) {
        if (tensor.type() != type || !tensor.hasShape(shape)) {
            throw new IllegalArgumentException(
                    "tensor " + name + " is " + tensor + ", expected " + type + Arrays.toString(shape));
        }
    }

    private static double[] doubles(SafeTensors content, String name, int... shape) {
        float[] floats = tensor(content, name, Tensor.Type.F32, shape).floats();
        return IntStream.range(0, floats.length).mapToDouble(i -> floats[i]).toArray();
    }

    /** Converts to floats without loss, because the values were rounded to floats when they were fitted. */
    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}

package org.gne.text;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gne.data.Column;
import org.gne.data.Dataset;
import org.gne.data.RowStore;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.data.StorageOptions;
import org.gne.data.UnitLength;
import org.gne.data.VectorSource;
import org.gne.io.InputException;
import org.gne.io.ReadListener;
import org.gne.io.ReadProgress;
import org.gne.kernel.Parallel;

/**
 * Images to vectors of unit length, by a model of the user that runs in this process. The model has one input {@code [images, 3,
 * height, width]} and an output {@code [images, size]}, with or without further axes of length 1. An image gets the same vector
 * whatever the other images and the number of threads are.
 */
public final class PictureEmbedder implements AutoCloseable {

    /** Images between two reports of progress. */
    private static final int BLOCK = 64;

    private static final int CHANNELS = 3;

    private final String name;
    private final String model;
    private final PictureOptions options;
    private final OrtEnvironment environment = OnnxFile.environment();
    private final OrtSession session;
    private final String input;
    private final String output;
    private final int size;

    private PictureEmbedder(String name, String model, PictureOptions options, OrtSession session) throws OrtException {
        this.name = name;
        this.model = model;
        this.options = options;
        this.session = session;
        Map<String, NodeInfo> inputs = session.getInputInfo();
        NodeInfo only = inputs.values().iterator().next();
        if (inputs.size() != 1 || !isFloats(only) || ((TensorInfo) only.getInfo()).getShape().length != 4) {
            throw new InputException(name + ": is no model of images: found the inputs "
                    + String.join(", ", inputs.keySet()) + ", expected one of floats [images, 3, height, width]");
        }
        this.input = only.getName();
        String found = null;
        int width = 0;
        for (NodeInfo each : session.getOutputInfo().values()) {
            if (found == null && isFloats(each) && isVector(((TensorInfo) each.getInfo()).getShape())) {
                found = each.getName();
                width = (int) ((TensorInfo) each.getInfo()).getShape()[1];
            }
        }
        if (found == null) {
            throw new InputException(name + ": found the outputs " + String.join(", ", session.getOutputNames())
                    + ", expected floats of the shape [images, size]");
        }
        this.output = found;
        this.size = width;
    }

    private static boolean isFloats(NodeInfo node) {
        return node.getInfo() instanceof TensorInfo info && info.type == OnnxJavaType.FLOAT;
    }

    private static boolean isVector(long[] shape) {
        boolean vector = shape.length >= 2 && shape[1] > 0;
        for (int axis = 2; axis < shape.length; axis++) {
            vector &= shape[axis] == 1;
        }
        return vector;
    }

    /**
     * Opens a model.
     *
     * @throws InputException if it cannot be read, or is no model of images
     */
    public static PictureEmbedder of(Path onnx, PictureOptions options) {
        String model = onnx.getFileName() + " " + ModelFiles.sha256(onnx) + " " + options;
        OrtSession session = OnnxFile.session(onnx.toString(), null);
        try {
            return new PictureEmbedder(onnx.toString(), model, options, session);
        } catch (OrtException | RuntimeException e) {
            OnnxFile.close(session, e);
            throw e instanceof InputException wrong
                    ? wrong
                    : new InputException(onnx + ": cannot be used (" + OnnxFile.firstLine(e) + ")", e);
        }
    }

    /** The name of the model, which model files keep: a model with the same name makes the same vectors. */
    public String model() {
        return model;
    }

    /** The number of values of a vector. */
    public int size() {
        return size;
    }

    /** The size that images must have. */
    public Schema.Picture picture() {
        return new Schema.Picture(options.height(), options.width(), CHANNELS);
    }

    /**
     * The vectors of images as rows, with what else is known of the images.
     *
     * @param images images of {@link #picture}, values 0-255
     * @param threads the number of threads; it changes the time, never the result
     * @throws IllegalArgumentException if the images have another size
     * @throws IOException if the vectors cannot be stored
     */
    public Dataset embed(Dataset images, int threads, StorageOptions storage, ReadListener listener)
            throws IOException {
        Samples rows = images.samples();
        if (!rows.schema().equals(picture())) {
            throw new IllegalArgumentException(
                    images.name() + ": found rows of " + rows.schema() + ", expected " + picture());
        }
        Schema.Columns schema =
                new Schema.Columns(List.of(Column.vector("image", new VectorSource(size, model, List.of(), 1))));
        float[][] block = new float[BLOCK][];
        try (Parallel parallel = new Parallel(threads);
                RowStore store = new RowStore(RowStore.Element.FLOAT, size, storage)) {
            for (int from = 0; from < rows.size(); from += BLOCK) {
                int first = from;
                int count = Math.min(BLOCK, rows.size() - from);
                parallel.run(count, (i, worker) -> block[i] = vector(rows, first + i));
                for (int i = 0; i < count; i++) {
                    store.add(block[i]);
                }
                listener.onProgress(
                        new ReadProgress("embedding images", from + count, rows.size(), ReadProgress.Unit.ROWS));
            }
            return images.withSamples(store.finish(schema));
        }
    }

    private float[] vector(Samples rows, int row) {
        float[] image = new float[rows.width()];
        rows.read(row, image, 0);
        int pixels = options.height() * options.width();
        float[] planes = new float[image.length];
        for (int c = 0; c < CHANNELS; c++) {
            for (int pixel = 0; pixel < pixels; pixel++) {
                planes[c * pixels + pixel] =
                        (image[pixel * CHANNELS + c] / 255 - options.mean()[c]) / options.deviation()[c];
            }
        }
        long[] shape = {1, CHANNELS, options.height(), options.width()};
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(planes), shape);
                OrtSession.Result result = session.run(Map.of(input, tensor), Set.of(output))) {
            float[] vector = new float[size];
            ((OnnxTensor) result.get(0)).getFloatBuffer().get(vector);
            UnitLength.apply(vector, 0, size);
            return vector;
        } catch (OrtException e) {
            throw new InputException(
                    name + ": cannot compute an image of " + options.height() + " x " + options.width() + " pixels ("
                            + OnnxFile.firstLine(e) + "), expected the size that the model has",
                    e);
        }
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

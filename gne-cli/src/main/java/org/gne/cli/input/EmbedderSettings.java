package org.gne.cli.input;

import java.nio.file.Path;
import java.util.Locale;
import org.gne.data.Column;
import org.gne.data.Schema;
import org.gne.data.VectorSource;
import org.gne.io.InputException;
import org.gne.text.EmbeddingOptions;
import org.gne.text.EmbeddingOptions.Pooling;
import org.gne.text.PictureEmbedder;
import org.gne.text.PictureOptions;
import org.gne.text.TextEmbedder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say which embedding model makes vectors of texts. */
public final class EmbedderSettings {

    @Option(
            names = "--embed",
            paramLabel = "FILE",
            description =
                    "An embedding model (ONNX): of texts, with --tokenizer, or of images, without it; default for texts: the"
                            + " bundled all-MiniLM-L6-v2, for English.")
    private @Nullable Path model;

    @Option(names = "--tokenizer", paramLabel = "FILE", description = "The tokenizer.json of the model of --embed.")
    private @Nullable Path tokenizer;

    @Option(
            names = "--pooling",
            paramLabel = "mean|cls",
            description = "How the model's vectors of tokens become one: their mean (default), or the first one.")
    private @Nullable String pooling;

    @Option(
            names = "--window",
            paramLabel = "TOKENS",
            description =
                    "The largest number of tokens that the model gets at once; longer texts are averaged; default: 256.")
    private @Nullable Integer window;

    @Option(
            names = "--embed-size",
            paramLabel = "HxW",
            description = "The size of the images that the model of --embed expects; default: 224x224.")
    private @Nullable String size;

    @Option(
            names = "--embed-mean",
            paramLabel = "R,G,B",
            description =
                    "The model expects (value - mean) / deviation, for values from 0 to 1; default: those of ImageNet.")
    private @Nullable String mean;

    @Option(names = "--embed-deviation", paramLabel = "R,G,B", description = "The deviation, as --embed-mean.")
    private @Nullable String deviation;

    /** Whether the options are those of a model of images. */
    boolean isOfPictures() {
        return model != null && tokenizer == null;
    }

    /**
     * The embedding model of images.
     *
     * @param source what a fitted model says of its vectors, or null
     * @return to be closed by the caller
     * @throws InputException if the file of the options cannot be read, or it is not the model that the source names
     */
    PictureEmbedder pictures(@Nullable VectorSource source) {
        if (model == null) {
            throw new InputException("the images of this model were embedded by "
                    + (source == null ? "a model" : source.model()) + ", expected that model by --embed");
        }
        PictureOptions defaults = PictureOptions.imageNet();
        int[] pixels = size == null ? new int[] {defaults.height(), defaults.width()} : pixels(size);
        PictureEmbedder embedder = PictureEmbedder.of(
                model,
                new PictureOptions(
                        pixels[0],
                        pixels[1],
                        mean == null ? defaults.mean() : three("--embed-mean", mean),
                        deviation == null ? defaults.deviation() : three("--embed-deviation", deviation)));
        if (source != null && !source.model().equals(embedder.model())) {
            embedder.close();
            throw new InputException("--embed " + model + ": found " + embedder.model() + ", expected " + source.model()
                    + ", by which the images of this model were embedded");
        }
        return embedder;
    }

    private static int[] pixels(String text) {
        String[] parts = text.split("x", -1);
        try {
            if (parts.length == 2) {
                return new int[] {Integer.parseInt(parts[0]), Integer.parseInt(parts[1])};
            }
        } catch (NumberFormatException e) {
            // The message is below.
        }
        throw new IllegalArgumentException("--embed-size: found " + text + ", expected a size like 224x224");
    }

    private static float[] three(String option, String text) {
        String[] parts = text.split(",", -1);
        float[] values = new float[parts.length];
        try {
            for (int i = 0; i < parts.length; i++) {
                values[i] = Float.parseFloat(parts[i].strip());
            }
        } catch (NumberFormatException e) {
            values = new float[0];
        }
        if (values.length != 3) {
            throw new IllegalArgumentException(
                    option + ": found " + text + ", expected three numbers like 0.485,0.456,0.406");
        }
        return values;
    }

    /** Whether one of the options is there. */
    boolean isUsed() {
        return model != null
                || tokenizer != null
                || pooling != null
                || window != null
                || size != null
                || mean != null
                || deviation != null;
    }

    /**
     * The embedding model: that of the options, or the bundled one.
     *
     * @param source what a fitted model says of its vectors, or null
     * @return to be closed by the caller
     * @throws InputException if the files of the options cannot be read, or it is not the model that the source names
     */
    public TextEmbedder embedder(@Nullable VectorSource source) {
        if ((model == null) != (tokenizer == null)) {
            throw new IllegalArgumentException("--embed and --tokenizer: found one of them, expected both or none");
        }
        if (model == null || tokenizer == null) {
            if (source != null && !source.model().equals(TextEmbedder.BUNDLED)) {
                throw new InputException("the texts of this model were embedded by " + source.model()
                        + ", expected that model by --embed and --tokenizer");
            }
            if (pooling != null || window != null) {
                throw new IllegalArgumentException(
                        "--pooling and --window: found one without --embed, expected a model by --embed");
            }
            return TextEmbedder.bundled();
        }
        TextEmbedder embedder = TextEmbedder.of(model, tokenizer, options());
        if (source != null && !source.model().equals(embedder.model())) {
            embedder.close();
            throw new InputException("--embed " + model + ": found " + embedder.model() + ", expected " + source.model()
                    + ", by which the texts of this model were embedded");
        }
        return embedder;
    }

    private EmbeddingOptions options() {
        EmbeddingOptions defaults = EmbeddingOptions.defaults();
        Pooling chosen = defaults.pooling();
        if (pooling != null) {
            try {
                chosen = Pooling.valueOf(pooling.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("--pooling: found " + pooling + ", expected mean or cls", e);
            }
        }
        return new EmbeddingOptions(chosen, window == null ? defaults.window() : window);
    }

    /** The source of a schema's vectors, or null if it has none. */
    public static @Nullable VectorSource source(@Nullable Schema schema) {
        if (schema instanceof Schema.Columns table) {
            for (Column column : table.columns()) {
                if (column.source() != null) {
                    return column.source();
                }
            }
        }
        return null;
    }
}

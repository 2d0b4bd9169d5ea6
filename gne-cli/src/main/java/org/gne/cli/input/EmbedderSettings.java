package org.gne.cli.input;

import java.nio.file.Path;
import java.util.Locale;
import org.gne.data.Column;
import org.gne.data.Schema;
import org.gne.data.VectorSource;
import org.gne.io.InputException;
import org.gne.text.EmbeddingOptions;
import org.gne.text.EmbeddingOptions.Pooling;
import org.gne.text.TextEmbedder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say which embedding model makes vectors of texts. */
public final class EmbedderSettings {

    @Option(
            names = "--embed",
            paramLabel = "FILE",
            description =
                    "An embedding model of texts (ONNX), with --tokenizer; default: the bundled all-MiniLM-L6-v2, for English.")
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

    /** Whether one of the options is there. */
    boolean isUsed() {
        return model != null || tokenizer != null || pooling != null || window != null;
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

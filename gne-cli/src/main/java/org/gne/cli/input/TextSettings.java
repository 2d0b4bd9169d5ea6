package org.gne.cli.input;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.gne.data.Column;
import org.gne.data.Schema;
import org.gne.data.VectorSource;
import org.gne.io.InputException;
import org.gne.io.TextChoice;
import org.gne.text.EmbeddingOptions;
import org.gne.text.EmbeddingOptions.Pooling;
import org.gne.text.TextEmbedder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say which texts become vectors, and by which embedding model. */
final class TextSettings {

    @Option(
            names = "--text",
            arity = "0..1",
            fallbackValue = TextChoice.TEXT,
            paramLabel = "NAME",
            description =
                    "Columns of texts, separated by commas: each row's texts become a vector by an embedding model, offline."
                            + " Other columns join by --columns. Without NAME, INPUT is nothing but texts: the lines of a"
                            + " .txt file, or a folder of text files.")
    private List<String> columns = List.of();

    @Option(
            names = "--text-weight",
            paramLabel = "W",
            description = "How much the texts count beside all other columns together; default: 1, as much.")
    private @Nullable Double weight;

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

    /**
     * What makes the vectors of the rows, or null if they have none of texts.
     *
     * @param schema the schema of the model that the rows are for, or null
     * @param threads the number of threads
     * @param cache the file of the vectors that are known, or null
     * @throws InputException if the embedding model cannot be read, or is not that of the schema
     */
    @Nullable Texts of(@Nullable Schema schema, int threads, @Nullable Path cache) {
        VectorSource source = source(schema);
        List<String> names = NameOption.split("--text", columns);
        if (schema != null && !names.isEmpty()) {
            throw new IllegalArgumentException("--text: found " + String.join(", ", names)
                    + ", expected none: the model knows its columns of texts"
                    + (source == null ? ": none" : ": " + String.join(", ", source.columns())));
        }
        if (schema == null
                ? names.isEmpty()
                : source == null || source.columns().isEmpty()) {
            requireUnused();
            return null;
        }
        TextEmbedder embedder = embedder(source);
        TextEmbedder working = embedder.withThreads(threads);
        working = cache == null ? working : working.withCache(cache);
        TextChoice choice = source == null
                ? new TextChoice(names, working, weight == null ? 1 : weight)
                : new TextChoice(source.columns(), working, source.weight());
        return new Texts(choice, embedder);
    }

    private void requireUnused() {
        boolean used = model != null || tokenizer != null || pooling != null || window != null || weight != null;
        if (used) {
            throw new IllegalArgumentException("--embed, --tokenizer, --pooling, --window and --text-weight: found one"
                    + " without --text, expected --text with the columns of texts");
        }
    }

    /** The embedding model: that of the options, or the bundled one; the one that a fitted model names. */
    TextEmbedder embedder(@Nullable VectorSource source) {
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
    private static @Nullable VectorSource source(@Nullable Schema schema) {
        if (schema instanceof Schema.Columns table) {
            for (Column column : table.columns()) {
                if (column.source() != null) {
                    return column.source();
                }
            }
        }
        return null;
    }

    /** The choice of texts, and the embedder to be closed. */
    record Texts(TextChoice choice, TextEmbedder embedder) implements AutoCloseable {
        @Override
        public void close() {
            embedder.close();
        }
    }
}

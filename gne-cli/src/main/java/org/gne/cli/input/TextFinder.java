package org.gne.cli.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.gne.GneModel;
import org.gne.cli.output.Failures;
import org.gne.data.Column;
import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.data.StorageOptions;
import org.gne.data.UnitLength;
import org.gne.data.VectorSource;
import org.gne.explorer.MeaningSearch;
import org.gne.io.InputException;
import org.gne.io.ReadListener;
import org.gne.io.export.TextsTable;
import org.gne.results.ResultFiles;
import org.gne.text.TextEmbedder;
import org.gne.words.Language;
import org.gne.words.Words;
import org.jspecify.annotations.Nullable;

/** Finds the rows of a map of texts that are closest in meaning to a text or to a place of the map. */
public final class TextFinder implements MeaningSearch, AutoCloseable {

    /** Rows whose words are counted, and words that are found. */
    private static final int NEAR = 100;

    private static final int WORDS = 12;

    /** A row whose cosine is this much smaller counts e times less. */
    private static final double WIDTH = 0.1;

    private final GneModel model;
    private final TextsTable.Read known;
    private final TextEmbedder embedder;
    private final Samples vectors;
    /** Counted in the background, because the first question may come later. */
    private final CompletableFuture<Words> words;

    private TextFinder(
            GneModel model, TextsTable.Read known, TextEmbedder embedder, Samples vectors, Language language) {
        this.model = model;
        this.known = known;
        this.embedder = embedder;
        this.vectors = vectors;
        words = CompletableFuture.supplyAsync(() -> new Words(language, known.texts()));
    }

    /**
     * Opens a folder, for English texts, if it holds a map of texts and their vectors by the embedding model that comes with this program.
     *
     * @return null if it does not
     */
    public static @Nullable TextFinder ifPossible(Path folder, GneModel model) throws IOException {
        VectorSource source = EmbedderSettings.source(model.schema());
        boolean possible = source != null
                && !source.columns().isEmpty()
                && source.model().equals(TextEmbedder.BUNDLED)
                && Files.exists(folder.resolve(ResultFiles.TEXTS))
                && Files.exists(folder.resolve(ResultFiles.VECTORS));
        return possible ? open(folder, model, new EmbedderSettings(), Language.ENGLISH) : null;
    }

    /**
     * Loads the embedding model and the vectors of the rows; those that the fit did not keep are computed.
     *
     * @param folder the folder of a fit of texts
     * @throws InputException if it is no such folder, or the embedding model is another one
     */
    public static TextFinder open(Path folder, GneModel model, EmbedderSettings embedding, Language language)
            throws IOException {
        VectorSource source = EmbedderSettings.source(model.schema());
        if (source == null || source.columns().isEmpty()) {
            throw new InputException(folder + ": is a map of rows without texts, expected one of gne fit --text");
        }
        TextsTable.Read known = texts(folder, model);
        TextEmbedder embedder = embedding.embedder(source);
        try {
            Path cache = folder.resolve(ResultFiles.VECTORS);
            Samples vectors = (Files.exists(cache) ? embedder.withCache(cache) : embedder)
                    .embed(known.texts(), StorageOptions.automatic(), ReadListener.NONE);
            return new TextFinder(model, known, embedder, vectors, language);
        } catch (IOException | RuntimeException e) {
            embedder.close();
            throw e;
        }
    }

    private static TextsTable.Read texts(Path folder, GneModel model) {
        Path file = folder.resolve(ResultFiles.TEXTS);
        if (!Files.exists(file)) {
            throw new InputException(file + ": there is no such file, expected the folder of gne fit --text");
        }
        try {
            return TextsTable.read(file, model.embedding().size());
        } catch (IOException e) {
            throw new InputException(Failures.message(e), e);
        }
    }

    /** The texts and ids of the rows. */
    public TextsTable.Read known() {
        return known;
    }

    @Override
    public Found find(String text, int most) {
        float[] asked;
        // The embedder serves one thread at a time.
        synchronized (embedder) {
            asked = embedder.embed(text);
        }
        if (Float.isNaN(asked[0])) {
            throw new IllegalArgumentException(
                    "found '" + text + "', which has no word that the embedding model knows");
        }
        return found(placed(asked), asked, most);
    }

    /**
     * Finds the rows that are closest to what the map generates at a place.
     *
     * @param place {@code [dim]}
     */
    public Found at(float[] place, int most) {
        return found(place, generated(place), most);
    }

    private Found found(float[] place, float[] asked, int most) {
        float[] cosines = cosines(asked);
        int[] order = IntStream.range(0, cosines.length)
                .filter(row -> !Float.isNaN(cosines[row]))
                .boxed()
                .sorted((a, b) -> cosines[a] == cosines[b] ? a - b : Float.compare(cosines[b], cosines[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] rows = Arrays.copyOf(order, Math.min(most, order.length));
        float[] own = new float[rows.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = cosines[rows[i]];
        }
        return new Found(place, words(order, cosines), rows, own);
    }

    private float[] cosines(float[] asked) {
        float[] cosines = new float[vectors.size()];
        float[] row = new float[vectors.width()];
        for (int i = 0; i < cosines.length; i++) {
            vectors.read(i, row, 0);
            double sum = 0;
            for (int j = 0; j < row.length; j++) {
                sum += (double) row[j] * asked[j];
            }
            cosines[i] = (float) sum;
        }
        return cosines;
    }

    /** The words that set the closest rows apart. */
    private List<Word> words(int[] order, float[] cosines) {
        int[] closest = Arrays.copyOf(order, Math.min(NEAR, order.length));
        double[] weights = new double[closest.length];
        for (int i = 0; i < closest.length; i++) {
            weights[i] = Math.exp((cosines[closest[i]] - cosines[closest[0]]) / WIDTH);
        }
        return words.join().of(closest, weights, WORDS).stream()
                .map(word -> new Word(word.word(), word.probability()))
                .toList();
    }

    private float[] placed(float[] vector) {
        float[] row = new float[model.schema().width()];
        // Nothing but the vector is known of it.
        Arrays.fill(row, Float.NaN);
        System.arraycopy(vector, 0, row, vectorAt(), vector.length);
        Embedding place = model.place(Samples.ofFloats(row, model.schema())).embedding();
        float[] point = new float[place.dim()];
        for (int axis = 0; axis < point.length; axis++) {
            point[axis] = place.get(0, axis);
        }
        return point;
    }

    /** The vector that the model generates at a place, of unit length. */
    private float[] generated(float[] place) {
        int from = vectorAt();
        float[] vector = Arrays.copyOfRange(model.generate(place), from, from + embedder.size());
        UnitLength.apply(vector, 0, vector.length);
        return vector;
    }

    /** The first value of the vector in a row. */
    private int vectorAt() {
        int at = 0;
        for (Column column : ((Schema.Columns) model.schema()).columns()) {
            if (column.source() != null) {
                return at;
            }
            at += column.width();
        }
        throw new IllegalArgumentException("a model without vectors, expected one of texts");
    }

    @Override
    public void close() {
        embedder.close();
    }
}

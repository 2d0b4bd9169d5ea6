package org.gne.cli.map;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.gne.GneModel;
import org.gne.cli.input.EmbedderSettings;
import org.gne.cli.input.ModelArgument;
import org.gne.cli.output.Failures;
import org.gne.data.Column;
import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.data.StorageOptions;
import org.gne.data.UnitLength;
import org.gne.data.VectorSource;
import org.gne.io.InputException;
import org.gne.io.ReadListener;
import org.gne.io.export.TextsTable;
import org.gne.results.ResultFiles;
import org.gne.text.TextEmbedder;
import org.gne.text.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gne find}. */
@Command(
        name = "find",
        description =
                "Finds the rows of a map of texts that are closest in meaning to a text or to a place of the map.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Prints the coordinates on the map, the words that set the closest rows apart from all rows, each with the",
            "share of these rows that have it (close rows count more), then the closest rows, each with the cosine of the",
            "vectors (1 is the same), its number, its coordinates, its id if it has one, and its text.",
            "",
            "Examples:",
            "  gne find packages \"converts audio files\"",
            "  gne find packages \"converts audio files\" --rows 30",
            "  gne find packages --at 0.3,-1.2"
        })
public final class FindCommand implements Callable<Integer> {

    /** Rows whose words are counted, and words that are printed. */
    private static final int NEAR = 100;

    private static final int WORDS = 12;

    /** A row whose cosine is this much smaller counts e times less. */
    private static final double WIDTH = 0.1;

    /** Characters of a text that are printed. */
    private static final int SHOWN = 160;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of a fit of texts.")
    private String folder = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "TEXT", description = "The text to look for.")
    private @Nullable String text;

    @Option(
            names = "--at",
            paramLabel = "X,Y",
            description = "A place of the map, instead of TEXT: the rows closest to what the map generates there.")
    private @Nullable String at;

    @Option(
            names = {"-n", "--rows"},
            paramLabel = "N",
            defaultValue = "10",
            description = "The number of rows; default: ${DEFAULT-VALUE}.")
    private int rows = 10;

    @Option(
            names = "--language",
            paramLabel = "CODE",
            defaultValue = "en",
            description =
                    "The language of the texts, for the words that set them apart: en, de, fr, es ... or any; default:"
                            + " ${DEFAULT-VALUE}.")
    private String language = "en";

    @Mixin
    private EmbedderSettings embedding = new EmbedderSettings();

    @Override
    public Integer call() throws IOException {
        if (rows < 1) {
            throw new IllegalArgumentException("--rows: found " + rows + ", expected at least 1");
        }
        if ((text == null || text.isBlank()) == (at == null)) {
            throw new IllegalArgumentException("TEXT and --at: found " + (at == null ? "none" : "both")
                    + ", expected a text to look for, or a place of the map");
        }
        GneModel model = ModelArgument.load(folder);
        VectorSource source = EmbedderSettings.source(model.schema());
        if (source == null || source.columns().isEmpty()) {
            throw new InputException(folder + ": is a map of rows without texts, expected one of gne fit --text");
        }
        TextsTable.Read known = texts(model);
        try (TextEmbedder embedder = embedding.embedder(source)) {
            float[] place = at == null ? null : Places.parse(at, model.dim());
            float[] asked = place == null ? embedder.embed(text) : generated(model, place);
            if (Float.isNaN(asked[0])) {
                throw new InputException(
                        "TEXT: found '" + text + "', which has no word that the embedding model knows");
            }
            Path vectors = Path.of(folder).resolve(ResultFiles.VECTORS);
            Samples all = (Files.exists(vectors) ? embedder.withCache(vectors) : embedder)
                    .embed(known.texts(), StorageOptions.automatic(), ReadListener.NONE);
            print(model, known, place == null ? placed(model, asked) : place, cosines(all, asked));
        }
        return 0;
    }

    private TextsTable.Read texts(GneModel model) {
        Path file = Path.of(folder).resolve(ResultFiles.TEXTS);
        if (!Files.exists(file)) {
            throw new InputException(file + ": there is no such file, expected the folder of gne fit --text");
        }
        try {
            return TextsTable.read(file, model.embedding().size());
        } catch (IOException e) {
            throw new InputException(Failures.message(e), e);
        }
    }

    private static float[] cosines(Samples vectors, float[] asked) {
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

    private static float[] placed(GneModel model, float[] vector) {
        Embedding place = model.place(row(model, vector)).embedding();
        float[] point = new float[place.dim()];
        for (int axis = 0; axis < point.length; axis++) {
            point[axis] = place.get(0, axis);
        }
        return point;
    }

    /** The vector that a model generates at a place, of unit length. */
    private static float[] generated(GneModel model, float[] place) {
        float[] row = model.generate(place);
        int at = 0;
        for (Column column : ((Schema.Columns) model.schema()).columns()) {
            if (column.source() != null) {
                float[] vector = Arrays.copyOfRange(row, at, at + column.width());
                UnitLength.apply(vector, 0, vector.length);
                return vector;
            }
            at += column.width();
        }
        throw new IllegalArgumentException("a model without vectors, expected one of texts");
    }

    private void print(GneModel model, TextsTable.Read known, float[] place, float[] cosines) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("place: " + point(place));
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < cosines.length; i++) {
            if (!Float.isNaN(cosines[i])) {
                order.add(i);
            }
        }
        order.sort((a, b) -> cosines[a] == cosines[b] ? a - b : Float.compare(cosines[b], cosines[a]));
        out.println("words: " + words(known.texts(), order, cosines));
        for (int row : order.subList(0, Math.min(rows, order.size()))) {
            String id = known.ids() == null ? "" : "  " + one(known.ids().get(row));
            float[] where = new float[place.length];
            for (int axis = 0; axis < where.length; axis++) {
                where[axis] = model.embedding().get(row, axis);
            }
            out.println(String.format(Locale.ROOT, "%.3f  row %d at %s", cosines[row], row, point(where)) + id + "  "
                    + one(known.texts().get(row)));
        }
        out.flush();
    }

    /** A row of which nothing but the vector is known. */
    private static Samples row(GneModel model, float[] vector) {
        float[] values = new float[model.schema().width()];
        Arrays.fill(values, Float.NaN);
        int at = 0;
        for (Column column : ((Schema.Columns) model.schema()).columns()) {
            if (column.source() != null) {
                System.arraycopy(vector, 0, values, at, vector.length);
                break;
            }
            at += column.width();
        }
        return Samples.ofFloats(values, model.schema());
    }

    private static String point(float[] place) {
        StringJoiner text = new StringJoiner(",");
        for (float each : place) {
            text.add(String.format(Locale.ROOT, "%.4f", each));
        }
        return text.toString();
    }

    /** The words that set the closest rows apart, each with its probability there. */
    private String words(List<String> texts, List<Integer> order, float[] cosines) {
        int near = Math.min(NEAR, order.size());
        int[] closest = new int[near];
        double[] weights = new double[near];
        for (int i = 0; i < near; i++) {
            closest[i] = order.get(i);
            weights[i] = Math.exp((cosines[closest[i]] - cosines[closest[0]]) / WIDTH);
        }
        List<String> words = new ArrayList<>();
        for (Words.Word word : new Words(language, texts).of(closest, weights, WORDS)) {
            words.add(String.format(Locale.ROOT, "%s %.0f %%", one(word.word()), 100 * word.probability()));
        }
        return String.join(", ", words);
    }

    /** The beginning of a text, on one line. */
    private static String one(@Nullable String whole) {
        String line = String.valueOf(whole).replaceAll("[\\p{Cc}\\s\u2028\u2029\u202a-\u202e\u2066-\u2069]+", " ");
        int end = line.length() <= SHOWN
                ? line.length()
                : line.offsetByCodePoints(0, Math.min(SHOWN, line.codePointCount(0, line.length())));
        return line.substring(0, end) + (end < line.length() ? " ..." : "");
    }
}

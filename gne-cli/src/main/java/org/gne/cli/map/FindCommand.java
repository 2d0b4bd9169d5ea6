package org.gne.cli.map;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gne.GneModel;
import org.gne.cli.input.EmbedderSettings;
import org.gne.cli.input.LanguageOption;
import org.gne.cli.input.ModelArgument;
import org.gne.cli.input.TextFinder;
import org.gne.explorer.MeaningSearch;
import org.gne.io.InputException;
import org.gne.io.export.TextsTable;
import org.gne.words.Language;
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
            converter = LanguageOption.class,
            description = "The language of the texts, for the words that set them apart: " + LanguageOption.CODES
                    + "; default: en.")
    private Language language = Language.ENGLISH;

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
        try (TextFinder finder = TextFinder.open(Path.of(folder), model, embedding, language)) {
            MeaningSearch.Found found =
                    at == null ? asked(finder, String.valueOf(text)) : finder.at(Places.parse(at, model.dim()), rows);
            print(model, finder.known(), found);
        }
        return 0;
    }

    private MeaningSearch.Found asked(TextFinder finder, String question) {
        try {
            return finder.find(question, rows);
        } catch (IllegalArgumentException e) {
            throw new InputException("TEXT: " + e.getMessage(), e);
        }
    }

    private void print(GneModel model, TextsTable.Read known, MeaningSearch.Found found) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("place: " + point(found.place()));
        out.println("words: "
                + found.words().stream()
                        .map(word -> String.format(Locale.ROOT, "%s %.0f %%", one(word.word()), 100 * word.share()))
                        .collect(Collectors.joining(", ")));
        for (int i = 0; i < found.rows().length; i++) {
            int row = found.rows()[i];
            String id = known.ids() == null ? "" : "  " + one(known.ids().get(row));
            float[] where = new float[found.place().length];
            for (int axis = 0; axis < where.length; axis++) {
                where[axis] = model.embedding().get(row, axis);
            }
            out.println(String.format(Locale.ROOT, "%.3f  row %d at %s", found.cosines()[i], row, point(where)) + id
                    + "  " + one(known.texts().get(row)));
        }
        out.flush();
    }

    private static String point(float[] place) {
        StringJoiner text = new StringJoiner(",");
        for (float each : place) {
            text.add(String.format(Locale.ROOT, "%.4f", each));
        }
        return text.toString();
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

package org.gne.cli.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.gne.GneModel;
import org.gne.cli.output.Failures;
import org.gne.data.Dataset;
import org.gne.data.Ids;
import org.gne.data.RowFact;
import org.gne.explorer.ComparedMap;
import org.gne.explorer.MapContent;
import org.gne.explorer.MeaningSearch;
import org.gne.explorer.RowNames;
import org.gne.explorer.ServerTools;
import org.gne.explorer.TagFile;
import org.gne.io.InputException;
import org.gne.io.Table;
import org.gne.io.export.EmbeddingCsv;
import org.gne.io.export.TextsTable;
import org.gne.results.NameOptions;
import org.gne.results.NamedClusters;
import org.gne.results.ResultFiles;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows: a model, the data that it was fitted to if it is given, and for a comparison the maps of the other methods.
 *
 * @param content the map
 * @param data the rows, or null
 * @param tags the file of their tags
 */
public record ShownMap(MapContent content, @Nullable Dataset data, TagFile tags) {

    /**
     * Reads a map.
     *
     * @param argument a model file, or the folder of a fit or of a comparison
     * @param input the data, or null
     * @throws InputException if one cannot be read, model and data do not match, or the map does not have 2 dimensions
     */
    public static ShownMap load(String argument, @Nullable String input, InputSettings settings) throws IOException {
        Path file = ModelArgument.file(argument);
        GneModel model = ModelArgument.load(argument);
        if (model.dim() != 2) {
            throw new InputException(file + ": found a map of " + model.dim()
                    + " dimensions, expected 2: the page shows maps of 2 dimensions");
        }
        ComparisonFolder comparison = ComparisonFolder.of(Path.of(argument));
        List<ComparedMap> others = comparison == null
                ? List.of()
                : comparison.others(model.embedding().size());
        Dataset data = input == null ? null : rows(argument, model, input, settings);
        NamedClusters clusters = FittedClusters.of(argument, model, data, NameOptions.defaults());
        MapContent content = alone(argument, model, data)
                .beside(others)
                .withClusters(FittedClusters.shown(clusters))
                .withMoves(MovesRead.of(file, model.embedding()));
        return new ShownMap(content, data, MapTags.file(file, model, data));
    }

    /**
     * What a server of the map can do.
     *
     * @param search finds rows by meaning, or null
     * @param input the data, or null
     */
    public ServerTools tools(@Nullable MeaningSearch search, @Nullable String input, InputSettings settings) {
        Ids ids = data == null ? content.model().ids() : data.ids();
        Supplier<@Nullable Table> original = () -> input == null ? null : settings.table(input);
        return new ServerTools(search, tags, new ParquetRows(content, ids, original, settings.scratch()));
    }

    private static MapContent alone(String argument, GneModel model, @Nullable Dataset data) {
        if (data != null) {
            MapContent content =
                    MapContent.of(title(data), model, data, Runtime.getRuntime().availableProcessors());
            List<RowFact> written = facts(argument, model.embedding().size());
            return written.isEmpty() ? content : content.withFacts(written);
        }
        int rows = model.embedding().size();
        Path file = ModelArgument.file(argument);
        Path folder = Files.isDirectory(Path.of(argument))
                ? Path.of(argument)
                : file.toAbsolutePath().getParent();
        Ids names = names(file, rows);
        return MapContent.of(title(folder), model, errors(file, rows), names == null ? model.ids() : names)
                .withFacts(facts(argument, rows));
    }

    private static Dataset rows(String argument, GneModel model, String input, InputSettings settings) {
        int rows = model.embedding().size();
        Dataset data = settings.read(input, model);
        if (data.samples().size() != rows) {
            throw new InputException(data.name() + ": found " + data.samples().size() + " rows, expected the " + rows
                    + " that " + argument + " was fitted to (use --limit if only the first rows were used)");
        }
        return data;
    }

    /** The name of the data without its folder, because a page may be sent to others. */
    public static String title(Dataset data) {
        String name = data.name().replaceAll("(?<=.)[/\\\\]+$", "");
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /** The name of the folder. */
    private static String title(@Nullable Path folder) {
        Path name = folder == null ? null : folder.toAbsolutePath().normalize().getFileName();
        return name == null ? "map" : name.toString();
    }

    /** The ids and texts that the fit wrote, if the file is still there. */
    private static @Nullable Ids names(Path model, int rows) {
        Path file = model.resolveSibling(ResultFiles.TEXTS);
        if (!Files.exists(file)) {
            return null;
        }
        try {
            TextsTable.Read read = TextsTable.read(file, rows);
            return RowNames.of(read.ids() == null ? null : Ids.of(read.ids()), read.texts());
        } catch (IOException e) {
            throw new InputException(Failures.message(e), e);
        }
    }

    /** What the fit wrote of its rows beside their coordinates, labels and errors, if the file is still there. */
    static List<RowFact> facts(String argument, int rows) {
        Path table = ModelArgument.file(argument).resolveSibling(ResultFiles.EMBEDDING);
        try {
            return Files.exists(table) ? EmbeddingCsv.readFacts(table, rows) : List.of();
        } catch (IOException e) {
            throw new InputException(Failures.message(e), e);
        }
    }

    /** The errors that the fit wrote, if the file is still there. */
    public static float @Nullable [] errors(Path file, int rows) {
        Path table = file.resolveSibling(ResultFiles.EMBEDDING);
        try {
            return Files.exists(table) ? EmbeddingCsv.readErrors(table, rows) : null;
        } catch (IOException e) {
            throw new InputException(Failures.message(e), e);
        }
    }
}

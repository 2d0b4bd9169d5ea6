package org.gne.cli.input;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gne.GneModel;
import org.gne.cli.output.Failures;
import org.gne.data.Dataset;
import org.gne.data.MergedSchema;
import org.gne.data.Schema;
import org.gne.io.InputException;
import org.gne.results.ResultFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** The rows of a map and those that are added to it, read for {@code gne grow}. */
public final class OldRows {

    /** What to do where the rows of a map are not found. */
    public static final String REMEDY = " (--old INPUT names the rows of the map, --rehearse N does without them)";

    /** All columns: those of the schema are the only ones. */
    private static final List<String> ALL = List.of("*");

    private final GneModel model;
    private final @Nullable Path folder;
    private final @Nullable InputRecord record;

    /**
     * @param argument the map on the command line
     * @throws InputException if its record cannot be read
     */
    public OldRows(String argument, GneModel model) {
        this.model = model;
        folder = Path.of(argument).toFile().isDirectory() ? Path.of(argument) : null;
        record = folder == null ? null : InputRecord.read(folder);
    }

    /** The record of the map, without inputs if there is none. */
    public InputRecord record() {
        return record == null ? new InputRecord(List.of()) : record;
    }

    /**
     * Reads the rows of the map again.
     *
     * @param named the input that the user named, or null to find it
     * @throws InputException if they cannot be found or read
     */
    public Dataset read(@Nullable String named) {
        if (named == null && record == null) {
            throw new InputException((folder == null ? "a model file" : folder + ": found no " + ResultFiles.INPUT)
                    + " does not say where its rows are, expected the folder of a fit" + REMEDY);
        }
        if (named != null) {
            List<String> options =
                    record == null ? List.of() : record.parts().get(0).arguments();
            return again(RecordedRows.of(new InputRecord.Part("", with(named, options))), false);
        }
        Dataset all = null;
        for (InputRecord.Part part : record().parts()) {
            if (part.input().isEmpty()) {
                throw new InputException(folder + ": the rows came from an address that may hold a secret, so "
                        + ResultFiles.INPUT + " does not name it" + REMEDY);
            }
            RecordedRows rows = RecordedRows.of(part);
            Dataset data = again(rows, all == null);
            all = all == null ? data : all.followedBy(data);
        }
        if (all == null) {
            throw new InputException(
                    folder + ": " + ResultFiles.INPUT + " names no input, expected at least one" + REMEDY);
        }
        return all;
    }

    private static List<String> with(String input, List<String> arguments) {
        List<String> changed = new ArrayList<>(arguments.isEmpty() ? List.of(input) : arguments);
        changed.set(0, input);
        changed.removeIf(argument -> argument.startsWith("--limit=") || argument.startsWith("--labels="));
        return changed;
    }

    /**
     * Reads rows with the schema of the map.
     *
     * @param asFit whether they are read as for a fit first, because that is what they were
     */
    private Dataset again(RecordedRows rows, boolean asFit) {
        try {
            Path vectors = folder == null ? null : folder.resolve(ResultFiles.VECTORS);
            if (!asFit) {
                return rows.readAdded(model.schema(), ALL, vectors);
            }
            Dataset data = rows.read(vectors);
            Schema found = data.samples().schema();
            return found.equals(model.schema())
                    ? data
                    : data.withSamples(MergedSchema.of(found, model.schema()).first(data.samples()));
        } catch (InputException | IllegalArgumentException e) {
            throw new InputException("the rows of the map: " + Failures.message(e) + REMEDY, e);
        }
    }

    /**
     * Reads the rows that are added.
     *
     * @param call the command line with their options
     * @param vectors the file that keeps the vectors of texts
     */
    public Dataset readAdded(ParseResult call, String input, Path vectors, PrintWriter err) {
        InputRecord.Part fit =
                record().parts().isEmpty() ? null : record().parts().get(0);
        RecordedRows rows = RecordedRows.added(call, input, fit, err);
        return rows.readAdded(model.schema(), seen(fit), vectors);
    }

    /** The columns that the map has seen; none if its rows are not there. */
    private static List<String> seen(InputRecord.@Nullable Part fit) {
        try {
            return fit == null || fit.input().isEmpty()
                    ? List.of()
                    : RecordedRows.of(fit).columns();
        } catch (InputException e) {
            return List.of();
        }
    }
}

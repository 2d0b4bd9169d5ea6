package org.gne.cli.map;

import java.nio.file.Path;
import org.gne.GneModel;
import org.gne.cli.input.InputSettings;
import org.gne.cli.input.MapTags;
import org.gne.cli.input.ModelArgument;
import org.gne.cli.input.ParquetRows;
import org.gne.cli.input.ShownMap;
import org.gne.data.Dataset;
import org.gne.io.InputException;
import org.gne.io.Table;
import org.gne.io.export.JoinedTable;
import org.gne.io.export.MapTable;
import org.gne.results.Results;
import org.jspecify.annotations.Nullable;

/** The table of a map, joined with the table of the data if it is given. */
final class ExportedTable {

    private ExportedTable() {}

    /**
     * @param argument a model file, or the folder of a fit
     * @param input the data that the model was fitted to, or null
     * @throws InputException if the data cannot be read or is other data
     */
    static Table of(String argument, GneModel model, @Nullable String input, InputSettings settings) {
        int rows = model.embedding().size();
        Path file = ModelArgument.file(argument);
        if (input == null) {
            return MapTable.of(
                    file.toString(),
                    model.embedding(),
                    null,
                    model.rowLabels(),
                    ShownMap.errors(file, rows),
                    MapTags.read(file, model, null));
        }
        Dataset data = settings.read(input, model);
        if (data.samples().size() != rows) {
            throw new InputException(data.name() + ": found " + data.samples().size() + " rows, expected the " + rows
                    + " that " + argument + " was fitted to (use --limit if only the first rows were used)");
        }
        float[] errors =
                model.reconstructionErrors(data.samples(), Runtime.getRuntime().availableProcessors());
        Table map = MapTable.of(
                data.name(),
                model.embedding(),
                data.ids(),
                Results.labels(data, model),
                errors,
                MapTags.read(file, model, data));
        Table original = settings.table(input);
        return original == null ? map : new JoinedTable(map, original, ParquetRows.AXES);
    }
}

package org.gne.cli.map;

import java.nio.file.Path;
import java.util.Set;
import org.gne.GneModel;
import org.gne.cli.input.InputSettings;
import org.gne.cli.input.ModelArgument;
import org.gne.cli.input.ShownMap;
import org.gne.data.Dataset;
import org.gne.io.InputException;
import org.gne.io.Table;
import org.gne.io.export.JoinedTable;
import org.gne.io.export.MapTable;
import org.jspecify.annotations.Nullable;

/** The table of a map: its rows and, where the data is named, what the data knows of them. */
final class ExportedTable {

    /** A column z of the data beside x and y would make a map of three dimensions of it. */
    private static final Set<String> AXES = Set.of("x", "y", "z");

    private ExportedTable() {}

    /**
     * @param argument a model file, or the folder of a fit
     * @param input the data that it was fitted to, or null
     * @throws InputException if the data can not be read or is other data
     */
    static Table of(String argument, GneModel model, @Nullable String input, InputSettings settings) {
        int rows = model.embedding().size();
        Path file = ModelArgument.file(argument);
        if (input == null) {
            return MapTable.of(file.toString(), model.embedding(), null, model.labels(), ShownMap.errors(file, rows));
        }
        Dataset data = settings.read(input, model.schema());
        if (data.samples().size() != rows) {
            throw new InputException(data.name() + ": found " + data.samples().size() + " rows, expected the " + rows
                    + " that " + argument + " was fitted to (--limit where only the first were used)");
        }
        float[] errors =
                model.reconstructionErrors(data.samples(), Runtime.getRuntime().availableProcessors());
        Table map = MapTable.of(
                data.name(),
                model.embedding(),
                data.ids(),
                data.labels() == null ? model.labels() : data.labels(),
                errors);
        Table original = settings.table(input);
        return original == null ? map : new JoinedTable(map, original, AXES);
    }
}

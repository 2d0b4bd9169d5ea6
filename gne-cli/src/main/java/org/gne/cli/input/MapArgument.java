package org.gne.cli.input;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.gne.GneModel;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.RowLabels;
import org.gne.io.InputException;
import org.gne.io.LabelChoice;
import org.gne.io.LabelType;
import org.gne.io.table.Coordinates;
import org.gne.results.ResultFiles;
import org.jspecify.annotations.Nullable;

/**
 * A map on the command line: the folder of a fit, a model file, or a table of coordinates.
 *
 * @param labels the labels in the same file or in the model, classes or numbers, or null
 * @param notes what a person should know of how labels were read, a line each
 * @param model the model of the map, or null
 */
public record MapArgument(
        String name,
        Embedding embedding,
        @Nullable RowLabels labels,
        @Nullable GneModel model,
        List<String> notes) {

    /**
     * @param axes the columns with the coordinates, or empty to find them by name
     * @param type the type of labels in a table of coordinates, or null to find out
     * @throws InputException if there is no map, or it cannot be read
     */
    public static MapArgument load(String argument, List<String> axes, @Nullable LabelType type) {
        if (argument.endsWith(".safetensors")) {
            GneModel model = ModelArgument.load(argument);
            return new MapArgument(argument, model.embedding(), model.target(), model, List.of());
        }
        if (!isFolder(argument)) {
            return of(Coordinates.read(argument, axes), type);
        }
        Path table = Path.of(argument, ResultFiles.EMBEDDING);
        boolean exists = Files.exists(table);
        if (Files.exists(Path.of(argument, ResultFiles.MODEL))) {
            GneModel model = ModelArgument.load(argument);
            if (model.target() != null || !exists) {
                return new MapArgument(argument, model.embedding(), model.target(), model, List.of());
            }
            // Without a target in the model, they are classes, whatever they look like.
            Coordinates map = Coordinates.read(table.toString(), axes);
            boolean same = map.embedding().size() == model.embedding().size();
            return new MapArgument(argument, model.embedding(), same ? map.labels() : null, model, List.of());
        }
        if (!exists) {
            throw new InputException(argument + ": found neither " + ResultFiles.MODEL + " nor " + ResultFiles.EMBEDDING
                    + " in this folder, expected the folder of a fit, or a file of coordinates");
        }
        return of(Coordinates.read(table.toString(), axes), type);
    }

    private static MapArgument of(Coordinates map, @Nullable LabelType type) {
        Labels classes = map.labels();
        if (classes == null) {
            return new MapArgument(map.name(), map.embedding(), null, null, List.of());
        }
        LabelChoice.Chosen chosen = LabelChoice.of(map.name(), String.valueOf(map.labelName()), classes, type);
        return new MapArgument(map.name(), map.embedding(), chosen.rowLabels(), null, chosen.notes());
    }

    private static boolean isFolder(String argument) {
        try {
            return Files.isDirectory(Path.of(argument));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}

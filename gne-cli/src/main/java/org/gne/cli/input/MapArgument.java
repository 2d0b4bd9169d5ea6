package org.gne.cli.input;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.gne.GneModel;
import org.gne.cli.output.ResultFiles;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.io.InputException;
import org.gne.io.table.Coordinates;
import org.jspecify.annotations.Nullable;

/**
 * A map on the command line: the folder of a fit, a model file, or a table of coordinates.
 *
 * @param labels the labels in the same file, or null
 * @param model the model of the map, or null
 */
public record MapArgument(
        String name,
        Embedding embedding,
        @Nullable Labels labels,
        @Nullable GneModel model) {

    /**
     * @param axes the columns with the coordinates, or empty to find them by name
     * @throws InputException if there is no map, or it cannot be read
     */
    public static MapArgument load(String argument, List<String> axes) {
        if (argument.endsWith(".safetensors")) {
            GneModel model = ModelArgument.load(argument);
            return new MapArgument(argument, model.embedding(), null, model);
        }
        if (!isFolder(argument)) {
            return of(Coordinates.read(argument, axes));
        }
        Path table = Path.of(argument, ResultFiles.EMBEDDING);
        MapArgument map = Files.exists(table) ? of(Coordinates.read(table.toString(), axes)) : null;
        if (Files.exists(Path.of(argument, ResultFiles.MODEL))) {
            GneModel model = ModelArgument.load(argument);
            Labels labels =
                    map != null && map.embedding.size() == model.embedding().size() ? map.labels : null;
            return new MapArgument(argument, model.embedding(), labels, model);
        }
        if (map == null) {
            throw new InputException(argument + ": found neither " + ResultFiles.MODEL + " nor " + ResultFiles.EMBEDDING
                    + " in this folder, expected the folder of a fit, or a file of coordinates");
        }
        return map;
    }

    private static MapArgument of(Coordinates coordinates) {
        return new MapArgument(coordinates.name(), coordinates.embedding(), coordinates.labels(), null);
    }

    private static boolean isFolder(String argument) {
        try {
            return Files.isDirectory(Path.of(argument));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}

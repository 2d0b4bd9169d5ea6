package org.gne.cli.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.gne.GneModel;
import org.gne.cli.output.Failures;
import org.gne.io.InputException;
import org.gne.results.ResultFiles;

/** A model on the command line: a model file, or the folder of a fit or of a comparison. */
public final class ModelArgument {

    private ModelArgument() {}

    /** The model file: the file itself, that of a fit (the checkpoint if it was interrupted), or that of GNE in a comparison. */
    public static Path file(String argument) {
        Path path = Path.of(argument);
        if (!Files.isDirectory(path)) {
            return path;
        }
        ComparisonFolder comparison = ComparisonFolder.of(path);
        if (comparison != null) {
            return comparison.model();
        }
        Path model = path.resolve(ResultFiles.MODEL);
        Path underWay = path.resolve(ResultFiles.CHECKPOINT);
        return !Files.exists(model) && Files.exists(underWay) ? underWay : model;
    }

    /**
     * @throws InputException if there is none, or it cannot be read
     */
    public static GneModel load(String argument) {
        try {
            return GneModel.load(file(argument));
        } catch (InvalidPathException | IOException e) {
            throw new InputException(Failures.message(e), e);
        }
    }
}

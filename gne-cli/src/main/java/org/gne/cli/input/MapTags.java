package org.gne.cli.input;

import java.io.IOException;
import java.nio.file.Path;
import org.gne.GneModel;
import org.gne.cli.output.Failures;
import org.gne.data.Dataset;
import org.gne.explorer.TagFile;
import org.gne.io.InputException;
import org.gne.io.export.RowTags;
import org.gne.results.ResultFiles;
import org.gne.results.Results;
import org.jspecify.annotations.Nullable;

/** The tags of a map's rows, in a file beside the model. */
public final class MapTags {

    private MapTags() {}

    /**
     * The file of the tags of a map.
     *
     * @param file the model file
     * @param data the rows, or null
     */
    public static TagFile file(Path file, GneModel model, @Nullable Dataset data) {
        return new TagFile(
                file.toAbsolutePath().resolveSibling(ResultFiles.TAGS),
                model.embedding().size(),
                Results.ids(data, model));
    }

    /**
     * The tags that the file has now.
     *
     * @throws InputException if it cannot be read
     */
    public static RowTags read(Path file, GneModel model, @Nullable Dataset data) {
        try {
            return file(file, model, data).read();
        } catch (IOException e) {
            throw new InputException(Failures.message(e), e);
        }
    }
}

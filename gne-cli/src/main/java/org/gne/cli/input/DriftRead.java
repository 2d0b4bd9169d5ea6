package org.gne.cli.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gne.cli.output.Failures;
import org.gne.data.Labels;
import org.gne.explorer.RowMoves;
import org.gne.io.InputException;
import org.gne.io.export.DriftTable;
import org.gne.results.ResultFiles;
import org.jspecify.annotations.Nullable;

/** What {@code gne grow} wrote of the moves of rows, for the page. */
final class DriftRead {

    private static final List<String> KINDS =
            List.of("old rows", "new rows", "new rows, unexplained by the map before");

    private DriftRead() {}

    /**
     * @param model the file of the model
     * @return null if the map is that of a fit
     * @throws InputException if the file cannot be read, or is that of another map
     */
    static @Nullable RowMoves of(Path model, int rows) {
        Path file = model.resolveSibling(ResultFiles.DRIFT);
        if (!Files.exists(file)) {
            return null;
        }
        try {
            DriftTable.Read drift = DriftTable.read(file, rows);
            int[] kinds = new int[rows];
            for (int row = 0; row < rows; row++) {
                kinds[row] = !drift.added()[row] ? 0 : drift.explained()[row] ? 1 : 2;
            }
            return new RowMoves("old and new rows", new Labels(kinds, KINDS), drift.before());
        } catch (IOException e) {
            throw new InputException(Failures.message(e), e);
        }
    }
}

package org.gne.cli.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.gne.cli.output.Failures;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.explorer.RowMoves;
import org.gne.io.InputException;
import org.gne.io.export.DriftTable;
import org.gne.io.export.SlicesTable;
import org.gne.results.ResultFiles;
import org.jspecify.annotations.Nullable;

/** What {@code gne grow}, or {@code gne fit --by}, wrote of the moves of rows, for the page. */
final class MovesRead {

    private static final List<String> KINDS =
            List.of("old rows", "new rows", "new rows, unexplained by the map before");

    private static final String GROWN =
            "A line goes from where a row was on the map before (a new row: where it was placed) to where it is now.";

    private static final String TIED =
            "A line goes from where the same id was in the slice before to where it is in this one.";

    private MovesRead() {}

    /**
     * @param model the file of the model
     * @return null if the map is that of a fit
     * @throws InputException if the file cannot be read, or is that of another map
     */
    static @Nullable RowMoves of(Path model, Embedding map) {
        if (Files.exists(model.resolveSibling(ResultFiles.SLICES))) {
            return slices(model.resolveSibling(ResultFiles.SLICES), map);
        }
        int rows = map.size();
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
            return new RowMoves("old and new rows", GROWN, new Labels(kinds, KINDS), drift.before());
        } catch (IOException e) {
            throw new InputException(Failures.message(e), e);
        }
    }

    /** The rows of a slice, and where the same thing was in the slice before. */
    private static RowMoves slices(Path file, Embedding map) {
        try {
            SlicesTable.Read read = SlicesTable.read(file, map.size());
            float[] before = new float[2 * map.size()];
            Arrays.fill(before, Float.NaN);
            for (int row = 0; row < map.size(); row++) {
                if (read.before()[row] >= 0) {
                    before[2 * row] = map.get(read.before()[row], 0);
                    before[2 * row + 1] = map.get(read.before()[row], 1);
                }
            }
            return new RowMoves("slice", TIED, read.slices(), new Embedding(before, 2));
        } catch (IOException e) {
            throw new InputException(Failures.message(e), e);
        }
    }
}

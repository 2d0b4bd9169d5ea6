package org.gne.cli.fit;

import java.util.List;
import org.gne.cli.input.InputArgument;
import org.gne.cli.input.NameSettings;
import org.gne.data.Dataset;
import org.gne.data.Labels;
import org.gne.data.Slices;
import org.gne.io.InputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether the rows are in slices, such as months, and how firmly the same thing is tied to itself in the next slice. */
final class SliceSettings {

    private static final double TIE = 1;

    @Option(
            names = "--by",
            paramLabel = "COLUMN",
            description =
                    "The column of slices, such as months: one map for all of them, on which rows of the same --id in consecutive slices"
                            + " are tied to each other. The column is not part of the rows. For several files: --file-column month --by month.")
    private @Nullable String by;

    @Option(
            names = "--tie",
            paramLabel = "WEIGHT",
            description = "With --by, how firmly they are tied: 100 keeps paths short, 0.1 lets rows go; default: 1.")
    private @Nullable Double tie;

    /** Leaves the column out of the rows; called before they are read. */
    void leaveOut(InputArgument input) {
        if (by == null && tie != null) {
            throw new IllegalArgumentException("--tie: found " + tie + " without --by, expected both");
        }
        if (by != null) {
            input.leaveOut(by);
        }
    }

    /** The weight of the ties. */
    double tie() {
        return tie == null ? TIE : tie;
    }

    /**
     * The slices of the rows, or null if there are none.
     *
     * @throws InputException if rows have no ids, there is no such column, or an id is there twice in a slice
     */
    @Nullable Slices slices(Dataset data, InputArgument input) {
        if (by == null) {
            return null;
        }
        if (data.ids() == null) {
            throw new InputException(data.name()
                    + ": --by: found rows without ids, expected --id: by it the same thing is found in the next slice");
        }
        List<String> cells = NameSettings.column(by, data, input.input(), input);
        List<String> names = Slices.inOrder(cells);
        if (names.size() < 2) {
            throw new InputException(
                    data.name() + ": --by " + by + ": found " + names.size() + " slices, expected at least 2");
        }
        int[] slice = cells.stream().mapToInt(names::indexOf).toArray();
        try {
            return Slices.of(new Labels(slice, names), data.ids());
        } catch (IllegalArgumentException e) {
            throw new InputException(data.name() + ": --by " + by + ": " + e.getMessage(), e);
        }
    }
}

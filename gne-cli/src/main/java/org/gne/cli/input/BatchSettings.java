package org.gne.cli.input;

import org.gne.GneModel;
import org.gne.GneOptions;
import org.gne.batch.BatchFactors;
import org.gne.data.Dataset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which batch each row of counts belongs to, so that the map does not show it. */
public final class BatchSettings {

    @Option(
            names = "--batch-column",
            paramLabel = "NAME",
            description =
                    "For counts: a column with the batch of each row, such as the donor or the run. Counts are divided by a"
                            + " factor for each column and batch, which is learnt first, so that batches mix on the map.")
    private @Nullable String column;

    private @Nullable BatchFactors factors;

    /**
     * The data that is fitted: as it is, or with its counts divided by the factors of their batches.
     *
     * @throws org.gne.io.InputException if there is no such column, or the data are no counts
     */
    public Dataset of(Dataset data, InputArgument input, GneOptions options) {
        if (column == null) {
            return data;
        }
        Batches.Corrected corrected =
                Batches.learn(data, input.input(), column, input, options.seed(), options.threads());
        factors = corrected.factors();
        input.print(corrected
                .data()
                .notes()
                .subList(data.notes().size(), corrected.data().notes().size()));
        return corrected.data();
    }

    /** The model with the factors of its batches, if there are any. */
    public GneModel with(GneModel model) {
        return model.withBatches(factors);
    }
}

package org.gne.cli.compare;

import java.util.Map;
import org.gne.GneModel;
import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;
import org.gne.nn.Decoder;
import org.gne.quality.Explained;
import org.jspecify.annotations.Nullable;

/**
 * The results of a method.
 *
 * @param embedding one point per row
 * @param decoder in scaled units, or null if the method has none
 * @param losses the loss of each epoch, with noise; empty if there are no epochs
 * @param facts that only the method itself knows, as {@code metrics.json} names them
 * @param newRows computes the errors of new rows, or null if the method cannot place new rows
 * @param model of GNE, as a fit leaves it; null for the other methods
 */
public record MethodMap(
        Embedding embedding,
        @Nullable Decoder decoder,
        double[] losses,
        Map<String, Object> facts,
        @Nullable NewRows newRows,
        @Nullable GneModel model) {

    /**
     * The explained share of the rows, with the errors of the rows.
     *
     * @return null if there is no decoder
     */
    @Nullable Explained explained(Setup setup, Parallel parallel) {
        if (decoder == null) {
            return null;
        }
        return model != null ? model.explained() : Explained.of(setup.seenBy(decoder), embedding, decoder, parallel);
    }

    /** Places new rows on the map and decodes their coordinates. */
    @FunctionalInterface
    public interface NewRows {
        /**
         * @param rows in the units of the data
         * @return {@code [rows]}: mean squared error over the columns, in scaled units
         */
        float[] errors(Samples rows, Parallel parallel);
    }
}

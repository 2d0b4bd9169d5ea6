package org.gne.spark;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.Serializable;
import org.gne.GneOptions;
import org.gne.Preset;
import org.gne.loop.LoopOptions;
import org.gne.nn.Encoding;
import org.gne.nn.Heads;
import org.gne.nn.MlpShape;
import org.gne.train.TrainingOptions;

/**
 * What a fit is told, in a form that travels; all else follows from it.
 *
 * @param epochs 0 for the preset's
 * @param batch 0 for the preset's
 * @param neighborWeight NaN for the preset's
 * @param rounds times an epoch that decoders are merged, at least 1
 * @param parts partitions
 * @param labelWeight how much labels influence the fit, 0 for not at all
 */
@DefaultSerializer(JavaSerializer.class)
record Settings(
        String preset,
        int dim,
        int hidden,
        int blocks,
        int epochs,
        int batch,
        double neighborWeight,
        long seed,
        int rounds,
        int parts,
        double labelWeight)
        implements Serializable {

    /** A part's batches are not made smaller than a tile. */
    private static final int FEWEST_ROWS = 64;

    GneOptions options() {
        GneOptions options = GneOptions.of(Preset.of(preset))
                .withDim(dim)
                .withHidden(hidden)
                .withBlocks(blocks)
                .withSeed(seed);
        TrainingOptions training = options.training();
        training = epochs > 0 ? training.withEpochs(epochs) : training;
        training = batch > 0 ? training.withBatch(batch) : training;
        options = options.withTraining(training);
        options = Double.isNaN(neighborWeight) ? options : options.withNeighborWeight(neighborWeight);
        return labelWeight > 0 ? options.withLabelWeight(labelWeight) : options;
    }

    /**
     * How a part is trained: parts take their steps at the same time, so that the rows of a step are shared out among
     * them, and an epoch has as many steps one after another as on one machine.
     *
     * @param rows of all parts
     */
    TrainingOptions training(long rows) {
        TrainingOptions all = options().training().forRows((int) Math.min(Integer.MAX_VALUE, rows));
        LoopOptions loop = all.loop();
        int own = Math.min(loop.batch(), Math.max(FEWEST_ROWS, loop.batch() / parts));
        return all.withLoop(loop.withBatch(own));
    }

    /**
     * The shape of the decoder.
     *
     * @param rows the number of rows of all parts
     */
    MlpShape shape(Heads heads, long rows) {
        Encoding encoding = options().encoding().of(dim, (int) Math.min(Integer.MAX_VALUE, rows));
        return new MlpShape(encoding, hidden, blocks, heads);
    }
}

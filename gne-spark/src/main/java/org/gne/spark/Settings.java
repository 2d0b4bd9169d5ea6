package org.gne.spark;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.Serializable;
import org.gne.GneOptions;
import org.gne.Preset;
import org.gne.data.Schema;
import org.gne.loop.LoopOptions;
import org.gne.nn.Encoding;
import org.gne.nn.Heads;
import org.gne.nn.MlpShape;
import org.gne.train.DecoderMerge;
import org.gne.train.TrainingOptions;

/**
 * What a fit is told, in a form that travels; all else follows from it.
 *
 * @param epochs 0 for the preset's
 * @param batch 0 for the preset's
 * @param neighborWeight NaN for the preset's
 * @param rounds times an epoch that decoders are merged, 0 for as often as the partitions need
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

    private static final int FEWEST_ROUNDS = 8;

    /** A fit has at least so many rounds, so that a partition takes a few steps of its own between two mergers. */
    private static final int ROUNDS = 320;

    /** And at least so many for each partition. */
    private static final int ROUNDS_OF_PART = 20;

    /** The partitions together take at least so many steps in a round, unless an epoch has too few rounds then. */
    private static final int STEPS_OF_ROUND = 16;

    /** The largest factor of the learning rate where steps are lost. */
    private static final double LONGEST_STEP = 3;

    /** Fewer rows do not make a partition, unless the user says how many partitions there are. */
    private static final int FEWEST_OF_PART = 4_096;

    /**
     * The number of partitions where the user does not say it: that of the data, but no more than are worth it.
     *
     * @param found the partitions of the data
     * @param rows of all partitions
     */
    static int partsFor(int found, long rows) {
        return (int) Math.max(1, Math.min(found, rows / FEWEST_OF_PART));
    }

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
     * How often decoders are merged in an epoch: the more partitions there are, the more often in a fit, whatever the number of rows; but not
     * after fewer steps than are worth it.
     *
     * @param epochs of the fit
     * @param batches of a partition in an epoch
     */
    int roundsOf(int epochs, int batches) {
        if (parts == 1) {
            return 1;
        }
        if (rounds > 0) {
            return Math.min(rounds, batches);
        }
        int often = (Math.max(ROUNDS, ROUNDS_OF_PART * parts) + epochs - 1) / epochs;
        long worth = (long) batches * parts / STEPS_OF_ROUND;
        return (int) Math.min(batches, Math.max(FEWEST_ROUNDS, Math.min(often, worth)));
    }

    /**
     * How a part is trained: parts take their steps at the same time, so that the rows of a step are shared out among
     * them, and an epoch has as many steps one after another as on one machine. With more parts than that, steps are lost, and the rest are
     * longer, unless decoders are merged after many steps only.
     *
     * @param rows of all parts
     * @param schema what a row is
     */
    TrainingOptions training(long rows, Schema schema) {
        TrainingOptions all = options().training().forRows((int) Math.min(Integer.MAX_VALUE, rows), schema);
        LoopOptions loop = all.loop();
        int own = Math.min(loop.batch(), Math.max(FEWEST_ROWS, loop.batch() / parts));
        double lost = loop.batch() < FEWEST_ROWS ? 1 : Math.max(1, (double) own * parts / loop.batch());
        LoopOptions part = loop.withBatch(own);
        if (parts == 1) {
            return all.withLoop(part);
        }
        int batches =
                (int) Math.max(1, Math.min(Integer.MAX_VALUE, (rows + (long) parts * own - 1) / ((long) parts * own)));
        double steps = (double) batches / roundsOf(all.epochs(), batches);
        double longer = 1 + (Math.min(LONGEST_STEP, lost) - 1) * DecoderMerge.adding(parts, steps);
        return all.withLoop(part.withRate(part.rate().times(longer)));
    }

    /**
     * The shape of the decoder.
     *
     * @param rows the number of rows of all parts
     * @param schema what a row is
     */
    MlpShape shape(Heads heads, long rows, Schema schema) {
        Encoding encoding = options().encoding().of(dim, (int) Math.min(Integer.MAX_VALUE, rows), schema);
        return new MlpShape(encoding, hidden, blocks, heads);
    }
}

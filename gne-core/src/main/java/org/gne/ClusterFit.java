package org.gne;

import org.gne.data.Embedding;
import org.gne.data.Ids;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.data.Schema;
import org.gne.data.Target;
import org.gne.kernel.Parallel;
import org.gne.loop.TrainingResult;
import org.gne.nn.LastLayer;
import org.gne.nn.ResidualMlp;
import org.gne.quality.ErrorLimit;
import org.gne.quality.Explained;
import org.jspecify.annotations.Nullable;

/**
 * The end of a fit whose rows are on many machines: what {@link Gne#fit} does with a trained map, from some rows that stand for all. If
 * they are all rows, the model is that of {@code Gne.fit}, bit for bit.
 *
 * @hidden internal
 */
public final class ClusterFit {

    private ClusterFit() {}

    /** By how much a map has drifted away from 0: {@code [dim]}; null if it is near 0. */
    public static float @Nullable [] drift(Embedding map) {
        return Centring.middle(map);
    }

    /** The map at 0. */
    public static Embedding centred(Embedding map, float[] drift) {
        return Centring.shifted(map, drift);
    }

    /**
     * The decoder after training: with the best last layer for real numbers (except the paper's method, which has none of this), and with
     * the dispersions of counts.
     *
     * @param some rows in scaled units that stand for all rows
     * @param places their coordinates
     */
    public static ResidualMlp finished(
            ResidualMlp decoder, Preset preset, Samples some, Embedding places, Parallel parallel) {
        ResidualMlp solved = preset == Preset.PAPER ? decoder : LastLayer.solved(decoder, places, some, parallel);
        return Dispersions.of(solved, places, some, parallel);
    }

    static TrainingResult finished(TrainingResult result, Preset preset, Samples scaled, Parallel parallel) {
        Embedding map = result.embedding();
        return result.with(map, finished(result.decoder(), preset, scaled, map, parallel));
    }

    /**
     * The largest error of a row that the map explains.
     *
     * @param some rows in scaled units that stand for all rows
     * @param places their coordinates
     * @param errors the errors of all rows
     */
    public static double limit(Samples some, Embedding places, ResidualMlp decoder, float[] errors, Parallel parallel) {
        return some.size() < errors.length
                ? ErrorLimit.of(errors)
                : ErrorLimit.of(some, places, decoder, errors, parallel);
    }

    /**
     * The model.
     *
     * @param map the coordinates of all rows
     * @param some rows in scaled units that stand for all rows: the shares that the map explains are of these
     * @param places their coordinates
     * @param errors the errors of all rows
     * @param labels the classes of the rows, or null
     * @param target the numbers that the rows are labelled with, or null
     * @param ids the ids of the rows, or null
     */
    public static GneModel model(
            Embedding map,
            ResidualMlp decoder,
            Scaling scaling,
            Schema schema,
            FitRecord record,
            Samples some,
            Embedding places,
            float[] errors,
            @Nullable Labels labels,
            @Nullable Target target,
            @Nullable Ids ids,
            Parallel parallel) {
        Explained part = Explained.of(some, places, decoder, parallel);
        Explained explained = new Explained(part.total(), part.columns(), part.nullError(), errors);
        return new GneModel(map, decoder, scaling, schema, record, null, null, explained, null)
                .withTarget(target)
                .withIds(ids)
                .withMixture(labels, parallel);
    }
}

package org.gne.cli.compare;

import java.util.List;
import org.gne.GneOptions;
import org.gne.baseline.AutoencoderOptions;
import org.gne.data.Dataset;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.data.Survey;
import org.gne.nn.Decoder;

/**
 * The input of all methods of a comparison: the same rows, the same scaling, the same seed.
 *
 * @param data rows in their own units
 * @param scaling the scaling for all methods
 * @param survey the statistics of these rows
 * @param scaled the scaled rows, NaN where a value is missing
 * @param complete the same, with the mean of its column in place of each missing value, for methods other than GNE
 * @param represented the complete rows, converted for the comparison by distance, for methods without heads
 * @param gne the options of GNE; all methods use their seed and threads
 * @param network the options of the methods with an encoder network
 */
public record Setup(
        Dataset data,
        Survey survey,
        Scaling scaling,
        Samples scaled,
        Samples complete,
        Samples represented,
        GneOptions gne,
        AutoencoderOptions network) {

    private static final String NOTE =
            "methods other than GNE use the mean of the column in place of each missing value";

    public static Setup of(Dataset data, Survey survey, Scaling scaling, GneOptions gne, AutoencoderOptions network) {
        Samples scaled = data.samples().scaled(scaling);
        boolean gaps = survey.missing() > 0;
        Samples complete = gaps ? scaled.filledByMeans() : scaled;
        Samples represented = network.heads().represented(complete);
        Dataset noted = gaps ? data.withNotes(List.of(NOTE)) : data;
        return new Setup(noted, survey, scaling, scaled, complete, represented, gne, network);
    }

    /**
     * The rows in the form that a decoder generates, NaN where a value is missing: scaled, or converted for the comparison
     * by distance.
     */
    public Samples seenBy(Decoder decoder) {
        return decoder.heads().euclidean() ? network.heads().represented(scaled) : scaled;
    }

    /** Other rows in the form that a decoder generates, from rows in the units of the data. */
    public Samples seenBy(Decoder decoder, Samples rows) {
        Samples others = rows.scaled(scaling);
        return decoder.heads().euclidean() ? network.heads().represented(others) : others;
    }

    public long seed() {
        return gne.seed();
    }

    public int threads() {
        return gne.threads();
    }
}

package org.gne;

import org.gne.loop.Schedule;
import org.gne.nn.EncodingKind;
import org.gne.nn.HeadKinds;
import org.gne.nn.Loss;
import org.gne.nn.MlpShape;
import org.gne.train.TrainingOptions;

/**
 * How rows are added to a map. Everything else is as in the fit of the map: its preset, seed, decoder, scaling.
 *
 * @param anchor the weight that holds old rows at their coordinates: the cost of a row that is one standard deviation of the map away,
 *     in variances of the data; at least 0. More keeps the old map, less lets it make room for new rows; 0 lets old rows go. The
 *     curve is in docs/growing.md
 * @param rehearse the number of rows that the map generates in place of its old rows, at least 1; 0 if the old rows are there
 * @param epochs the number of passes over the new rows, of which every third has an old row too; 0 for half of those of the preset
 * @param threads the number of threads, at least 1; it changes the time, never the result
 */
public record GrowOptions(double anchor, int rehearse, int epochs, int threads) {

    /** The default of {@link #anchor}. */
    public static final double ANCHOR = 100;

    /** The training continues as if this share of a fit were done: rates and noise are lower, neighbours attract less. */
    private static final double DONE = 0.5;

    /** The same for the forces between neighbours, which must still gather new kinds of rows. */
    private static final double GATHERED = 0.2;

    /** The share of the epochs of a fit. */
    private static final int SHARE = 2;

    /** Old rows, which the decoder knows, are trained in one of so many epochs, new rows in each. */
    static final int EVERY = 3;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public GrowOptions {
        if (!(anchor >= 0) || Double.isInfinite(anchor)) {
            throw new IllegalArgumentException("anchor: found " + anchor + ", expected a number of at least 0");
        }
        atLeast("rows to rehearse", rehearse, 0);
        atLeast("epochs", epochs, 0);
        atLeast("threads", threads, 1);
    }

    private static void atLeast(String name, int found, int least) {
        if (found < least) {
            throw new IllegalArgumentException(name + ": found " + found + ", expected at least " + least);
        }
    }

    /** The default options: {@link #ANCHOR}, with the old rows, on all threads of this machine. */
    public static GrowOptions defaults() {
        return new GrowOptions(ANCHOR, 0, 0, Runtime.getRuntime().availableProcessors());
    }

    /** The same options with another {@link #anchor}. */
    public GrowOptions withAnchor(double value) {
        return new GrowOptions(value, rehearse, epochs, threads);
    }

    /** The same options with another {@link #rehearse}. */
    public GrowOptions withRehearse(int value) {
        return new GrowOptions(anchor, value, epochs, threads);
    }

    /** The same options with another {@link #epochs}. */
    public GrowOptions withEpochs(int value) {
        return new GrowOptions(anchor, rehearse, value, threads);
    }

    /** The same options with another {@link #threads}. */
    public GrowOptions withThreads(int value) {
        return new GrowOptions(anchor, rehearse, epochs, value);
    }

    /** The options of the training that adds rows to a map. */
    GneOptions training(GneModel model) {
        MlpShape shape = model.decoder().shape();
        Preset preset = preset(model.record().preset());
        GneOptions fit = GneOptions.of(preset)
                .withDim(model.dim())
                .withEncoding(encoding(shape.encoding().key()))
                .withHidden(shape.hidden())
                .withBlocks(shape.blocks())
                .withSeed(model.record().seed())
                .withThreads(threads)
                .withScaling(model.scaling().kind())
                .withLoss(loss(shape))
                .withLabelWeight(model.record().labelWeight());
        return fit.withTraining(shorter(fit.training()));
    }

    private TrainingOptions shorter(TrainingOptions fit) {
        TrainingOptions late = fit.withLoop(fit.loop().shorter(SHARE))
                .withDecoderRate(late(fit.loop().rate()))
                .withCoordinateRate(late(fit.coordinates().rate()))
                .withNoise(late(fit.coordinates().noise()))
                .withNeighbors(fit.neighbors()
                        .withLayout((fit.neighbors().layout() + 1) / 2)
                        .withPull(fit.neighbors()
                                .pull()
                                .startingAt(fit.neighbors().pull().at(GATHERED)))
                        .withSearch(late(fit.neighbors().search()))
                        .withCentre(late(fit.neighbors().centre())));
        return epochs == 0 ? late : late.withEpochs(epochs);
    }

    private static Schedule late(Schedule schedule) {
        return schedule.startingAt(schedule.at(DONE));
    }

    /** The preset by its name; models of Spark and of other programs may have other names. */
    private static Preset preset(String name) {
        for (Preset preset : Preset.values()) {
            if (preset.toString().equals(name)) {
                return preset;
            }
        }
        return Preset.DEFAULT;
    }

    private static EncodingKind encoding(String key) {
        return switch (key) {
            case "grids" -> EncodingKind.GRIDS;
            case "sine" -> EncodingKind.SINE;
            default -> EncodingKind.NONE;
        };
    }

    private static Loss loss(MlpShape shape) {
        boolean entropy =
                shape.heads().stretches().stream().anyMatch(stretch -> stretch.head() == HeadKinds.UNIT_CROSS_ENTROPY);
        return entropy ? Loss.CROSS_ENTROPY : Loss.SQUARED_ERROR;
    }
}

package org.gne.cli.input;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.gne.Checkpoint;
import org.gne.GneOptions;
import org.gne.Preset;
import org.gne.baseline.AutoencoderOptions;
import org.gne.data.ScalingKind;
import org.gne.loop.LoopOptions;
import org.gne.loop.Schedule;
import org.gne.nn.EncodingKind;
import org.gne.nn.Loss;
import org.gne.train.TrainingOptions;
import org.gne.train.TrainingOptions.Start;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a fit. An option that is not given has the value of the preset. */
public final class FitSettings {

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "paper (the method exactly as in the paper), fast, default or best; default: default.")
    private @Nullable String preset;

    @Option(names = "--dim", paramLabel = "N", description = "Dimensions of the map; default: 2.")
    private @Nullable Integer dim;

    @Option(
            names = "--map-encoding",
            paramLabel = "KIND",
            description =
                    "What the decoder receives of a point of the map: grids (features learnt on grids over the map; waves"
                            + " on maps of more than 3 dimensions), sine (learnt waves) or none (the coordinates alone);"
                            + " default: grids, for preset paper none.")
    private @Nullable EncodingKind encoding;

    @Option(
            names = "--hidden",
            paramLabel = "N",
            description = "Width of the decoder; default: 64, for preset best 96.")
    private @Nullable Integer hidden;

    @Option(
            names = "--blocks",
            paramLabel = "N",
            description = "Residual blocks of the decoder; default: 3, for preset fast 2, for paper 4.")
    private @Nullable Integer blocks;

    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the rows.")
    private @Nullable Integer epochs;

    @Option(
            names = "--time",
            paramLabel = "TIME",
            description =
                    "Train for about this long, such as 30s, 5m or 1h30m: after a trial epoch, as many epochs as fit. Reading, "
                            + "drawing and measuring come on top.")
    private @Nullable String time;

    @Option(names = "--batch", paramLabel = "ROWS", description = "Rows per step.")
    private @Nullable Integer batch;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed gives the same map, bit for bit; default: 1.")
    private @Nullable Long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Number of threads; it changes the time, never the map; default: all processors.")
    private @Nullable Integer threads;

    @Option(names = "--decoder-rate", paramLabel = "RATE", description = "Learning rate of the decoder.")
    private @Nullable Double decoderRate;

    @Option(names = "--coordinate-rate", paramLabel = "RATE", description = "Learning rate of the coordinates.")
    private @Nullable Double coordinateRate;

    @Option(
            names = "--noise",
            paramLabel = "SD",
            description = "Standard deviation of the noise on coordinates at the start of training.")
    private @Nullable Double noise;

    @Option(names = "--start", paramLabel = "WHERE", description = "Initial coordinates: ${COMPLETION-CANDIDATES}.")
    private @Nullable Start start;

    @Option(
            names = "--neighbors",
            paramLabel = "WEIGHT",
            description =
                    "How strongly neighbours attract each other: less lowers the error, more keeps neighbours and classes"
                            + " together; 0 turns it off; default: 1, for preset paper 0.")
    private @Nullable Double neighbors;

    @Option(
            names = "--label-weight",
            paramLabel = "WEIGHT",
            description =
                    "Use labels to find neighbours: the squared distance to a row of another class is multiplied by 1 +"
                            + " WEIGHT; rows without a label take part. Default: 0, labels only colour the map.")
    private @Nullable Double labelWeight;

    @Option(
            names = "--loss",
            paramLabel = "LOSS",
            description = "Loss of images and other values between 0 and 1: ${COMPLETION-CANDIDATES}.")
    private @Nullable Loss loss;

    @Option(
            names = "--scale",
            paramLabel = "HOW",
            description = "How values are scaled: ${COMPLETION-CANDIDATES}; default: chosen by the data.")
    private @Nullable ScalingKind scale;

    /**
     * The options of the preset, changed by those that were given.
     *
     * @throws IllegalArgumentException if a value is out of range
     */
    public GneOptions options() {
        GneOptions options = preset == null ? GneOptions.defaults() : GneOptions.of(Preset.of(preset));
        options = dim == null ? options : options.withDim(dim);
        options = encoding == null ? options : options.withEncoding(encoding);
        options = hidden == null ? options : options.withHidden(hidden);
        options = blocks == null ? options : options.withBlocks(blocks);
        options = seed == null ? options : options.withSeed(seed);
        options = threads == null ? options : options.withThreads(threads);
        options = loss == null ? options : options.withLoss(loss);
        options = scale == null ? options : options.withScaling(scale);
        options = neighbors == null ? options : options.withNeighborWeight(neighbors);
        options = labelWeight == null ? options : options.withLabelWeight(labelWeight);
        return options.withTraining(training(options.training()));
    }

    /** Changes the options of a network with an encoder by those that were given. */
    public AutoencoderOptions network(AutoencoderOptions network) {
        network = hidden == null ? network : network.withHidden(hidden);
        network = blocks == null ? network : network.withBlocks(blocks);
        LoopOptions loop = network.loop();
        loop = epochs == null ? loop : loop.withEpochs(epochs);
        loop = batch == null ? loop : loop.withBatch(batch);
        return network.withLoop(loop);
    }

    /**
     * The options of a fit that is continued: those it began with. Options that are given must have the same values, except
     * the threads.
     *
     * @throws IllegalArgumentException if an option has another value
     */
    public GneOptions goingOn(Checkpoint from) {
        GneOptions begun = from.options();
        TrainingOptions training = begun.training()
                .forRows(from.model().embedding().size(), from.model().schema());
        same("--preset", preset == null ? null : Preset.of(preset), begun.preset());
        same("--dim", dim, begun.dim());
        same("--map-encoding", encoding, begun.encoding());
        same("--hidden", hidden, begun.hidden());
        same("--blocks", blocks, begun.blocks());
        same("--seed", seed, begun.seed());
        same("--scale", scale, begun.scaling());
        same("--epochs", epochs, training.epochs());
        same("--batch", batch, training.loop().batch());
        same("--loss", loss, begun.loss());
        same("--start", start, training.start());
        same("--decoder-rate", decoderRate, training.loop().rate().start());
        same("--coordinate-rate", coordinateRate, training.coordinates().rate().start());
        same("--neighbors", neighbors, training.neighbors().weight());
        same("--label-weight", labelWeight, training.neighbors().labels());
        same("--noise", noise, training.coordinates().noise().start());
        return threads == null ? begun : begun.withThreads(threads);
    }

    private static void same(String option, @Nullable Object asked, @Nullable Object begun) {
        if (asked != null && !asked.equals(begun)) {
            throw new IllegalArgumentException(option + ": found " + asked + ", expected "
                    + (begun == null ? "none" : begun) + " as when the fit began, or no such option");
        }
    }

    private static double seconds(String time) {
        try {
            Duration duration = Duration.parse("PT" + time.strip().toUpperCase(Locale.ROOT));
            if (!duration.isNegative() && !duration.isZero()) {
                return duration.toMillis() * 1e-3;
            }
        } catch (DateTimeParseException e) {
            // Said below.
        }
        throw new IllegalArgumentException("--time: found '" + time + "', expected a time such as 30s, 5m or 1h30m");
    }

    private TrainingOptions training(TrainingOptions training) {
        if (time != null && epochs != null) {
            throw new IllegalArgumentException("--time and --epochs: found both, expected one of them");
        }
        training = time == null ? training : training.withSeconds(seconds(time));
        training = epochs == null ? training : training.withEpochs(epochs);
        training = batch == null ? training : training.withBatch(batch);
        training = start == null ? training : training.withStart(start);
        training = decoderRate == null
                ? training
                : training.withDecoderRate(
                        from("--decoder-rate", training.loop().rate(), decoderRate));
        training = coordinateRate == null
                ? training
                : training.withCoordinateRate(
                        from("--coordinate-rate", training.coordinates().rate(), coordinateRate));
        return noise == null
                ? training
                : training.withNoise(from("--noise", training.coordinates().noise(), noise));
    }

    private static Schedule from(String option, Schedule schedule, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(option + ": found " + value + ", expected a number of at least 0");
        }
        return schedule.startingAt(value);
    }
}

package org.gne.spark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.gne.nn.AdamState;
import org.gne.train.CommonStart;
import org.gne.train.DecoderMerge;
import org.gne.train.PartTraining;
import org.gne.train.TrainingOptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains round after round: broadcasts the decoder, lets each partition train it on its own rows, and merges the
 * results. Coordinates and their moments never leave their partition, except those of the chosen rows, which every
 * partition gets.
 */
final class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    /**
     * What training leaves.
     *
     * @param states one per partition; checkpointed
     * @param losses {@code [epochs]}: mean loss of each over rows and columns, noise on
     */
    record Trained(
            JavaRDD<PartState> states,
            String checkpoint,
            AdamState decoder,
            double[] losses,
            double seconds,
            double operations) {}

    private final JavaSparkContext context;
    private final JavaRDD<Part> parts;
    private final Broadcast<Shared> shared;
    private final Checkpoints checkpoints;
    private final TrainingOptions options;
    private final int dim;
    private final int rounds;
    /** Of a partition in a round. */
    private final double steps;

    private final long rows;
    private final int chosen;
    private final double known;
    private final String fit;

    private @Nullable JavaRDD<PartState> states;
    private String checkpoint = "";
    private AdamState decoder;
    private float[] squares;
    private float[] means;
    private float[] map;
    private float[] epochMap;
    private int done;
    private double[] losses = {};
    private double loss;
    private long moved;
    private double secondsBefore;
    private double operations;

    Rounds(
            JavaSparkContext context,
            JavaRDD<Part> parts,
            Broadcast<Shared> shared,
            PartsSurvey survey,
            Checkpoints checkpoints) {
        this.context = context;
        this.parts = parts;
        this.shared = shared;
        this.checkpoints = checkpoints;
        Settings settings = shared.value().settings();
        options = shared.value().training();
        dim = settings.dim();
        rows = survey.rows();
        chosen = shared.value().chosen();
        known = shared.value().heads().known(survey.all());
        int batches =
                (survey.largest() + options.loop().batch() - 1) / options.loop().batch();
        rounds = settings.roundsOf(options.epochs(), batches);
        steps = (double) batches / rounds;
        CommonStart common = shared.value().common();
        decoder = PartTraining.decoder(shared.value().shape(), options, settings.seed(), common);
        fit = settings + " " + survey.rows() + " x " + survey.width() + " " + survey.sha256();
        squares = new float[DecoderMerge.blocks(decoder.parameters().length)];
        means = new float[squares.length];
        map = common.places().values();
        epochMap = map;
        Progress progress = checkpoints.found(fit);
        if (progress != null) {
            resume(progress);
        }
    }

    private void resume(Progress progress) {
        states = checkpoints.states(progress).persist(StorageLevel.MEMORY_AND_DISK());
        checkpoint = progress.states();
        FitState state = checkpoints.state(progress);
        decoder = state.decoder().state();
        squares = state.squares();
        means = state.means();
        map = state.map();
        epochMap = state.epochMap();
        done = progress.done();
        losses = progress.losses();
        loss = progress.loss();
        secondsBefore = progress.seconds();
        operations = progress.operations();
        LOG.info("continuing after {} of {} epochs", losses.length, options.epochs());
    }

    /**
     * Runs the rounds that are left.
     *
     * @throws IllegalStateException if training diverges
     */
    Trained run() {
        try (FitWatch watch = new FitWatch(context)) {
            return run(watch);
        }
    }

    private Trained run(FitWatch watch) {
        LOG.info(
                "{} epochs of {} rounds in {} partitions, {} rows in a step of each; a round sends {} MB to each executor and as much from"
                        + " each partition",
                options.epochs(),
                rounds,
                parts.getNumPartitions(),
                options.loop().batch(),
                megabytes(12L * decoder.parameters().length + 8L * map.length));
        long begin = System.nanoTime();
        Round round = Round.of(done, rounds, options, dim);
        while (round.trains() || round.searches()) {
            watch.begin(round, options.epochs());
            Merged merged = run(round);
            watch.end();
            loss += merged.loss();
            moved += merged.moved();
            operations += merged.operations();
            double seconds = secondsBefore + (System.nanoTime() - begin) * 1e-9;
            if (round.endsEpoch()) {
                endEpoch(seconds);
            }
            done++;
            if (!round.trains()) {
                break;
            }
            if (round.endsEpoch()) {
                checkpoints.keep(
                        new Progress(fit, done, checkpoint, losses, loss, seconds, operations),
                        new FitState(Weights.of(decoder), squares, means, map, epochMap));
            }
            round = Round.of(done, rounds, options, dim);
        }
        double seconds = secondsBefore + (System.nanoTime() - begin) * 1e-9;
        return new Trained(Objects.requireNonNull(states), checkpoint, decoder, losses, seconds, operations);
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes * 1e-6);
    }

    private void endEpoch(double seconds) {
        losses = Arrays.copyOf(losses, losses.length + 1);
        double mean = loss / known;
        losses[losses.length - 1] = mean;
        loss = 0;
        if (!PartTraining.sound(mean, losses[0], decoder)) {
            throw new IllegalStateException("training diverged in epoch " + losses.length + " (loss " + mean
                    + "): lower the learning rates or merge more often (roundsPerEpoch)");
        }
        LOG.info(
                "epoch {} of {}: loss {}, {} rows moved, {} s, about {} s left",
                losses.length,
                options.epochs(),
                (float) mean,
                moved,
                Math.round(seconds),
                Math.round(seconds / losses.length * (options.epochs() - losses.length)));
        moved = 0;
    }

    private Merged run(Round round) {
        epochMap = round.index() == 0 ? map : epochMap;
        Broadcast<Begin> begin = context.broadcast(new Begin(Weights.of(decoder), map, epochMap));
        Broadcast<Shared> all = shared;
        JavaRDD<PartState> before = states;
        JavaRDD<PartState> after = before == null
                ? parts.map(part -> train(part, null, begin.value(), round, all.value()))
                : parts.zipPartitions(
                        before,
                        (part, state) -> List.of(train(part.next(), state.next(), begin.value(), round, all.value()))
                                .iterator());
        after.setName("states after round " + done).persist(StorageLevel.MEMORY_AND_DISK());
        // The states of other rounds are computed again from those before, if an executor is lost.
        boolean kept = round.endsEpoch() || !round.trains();
        if (kept) {
            after.checkpoint();
        }
        Merged merged = merge(after, begin);
        decoder = merged.decoder(decoder, new DecoderMerge(parts.getNumPartitions(), steps, squares, means));
        map = merged.map();
        if (before != null) {
            before.unpersist();
        }
        if (kept) {
            if (!checkpoint.isEmpty()) {
                checkpoints.drop(checkpoint);
            }
            checkpoint = after.getCheckpointFile().get();
        }
        begin.unpersist();
        states = after;
        return merged;
    }

    private static PartState train(Part part, @Nullable PartState before, Begin begin, Round round, Shared shared) {
        int threads = TaskContext.get().cpus();
        return part.train(before, begin, round, shared, threads);
    }

    private Merged merge(JavaRDD<PartState> from, Broadcast<Begin> begin) {
        long all = rows;
        int some = chosen;
        int axes = dim;
        JavaRDD<Merged> shares = parts.zipPartitions(
                from,
                (part, state) -> List.of(Merged.of(
                                state.next(),
                                part.next(),
                                all,
                                some,
                                axes,
                                begin.value().decoder()))
                        .iterator());
        return OrderedTree.sum(shares, 12L * decoder.parameters().length);
    }
}

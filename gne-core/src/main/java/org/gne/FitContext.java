package org.gne;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gne.data.Dataset;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.data.Survey;
import org.gne.kernel.Kernels;
import org.gne.kernel.Parallel;
import org.gne.loop.DivergedException;
import org.gne.loop.FitListener;
import org.gne.loop.FitProgress;
import org.gne.loop.TrainingResult;
import org.gne.loop.TrainingState;
import org.gne.nn.Encoding;
import org.gne.nn.Heads;
import org.gne.nn.MlpShape;
import org.gne.nn.ResidualMlp;
import org.gne.quality.ErrorLimit;
import org.gne.quality.Explained;
import org.gne.train.Holding;
import org.gne.train.Training;
import org.jspecify.annotations.Nullable;

/** The common parts of all models of a fit, the intermediate ones and the last one; saves checkpoints. */
final class FitContext {

    private final Samples samples;
    private GneOptions options;
    private final Scaling scaling;
    private final Heads heads;
    private final Encoding encoding;
    private final double known;
    private final String dataSha256;
    private final List<GrowthRecord> growths;
    private final double tie;

    /**
     * Copies what it needs from the survey, and does not keep the survey.
     *
     * @param tie the weight that ties rows of the same id, or 0
     * @param from the checkpoint that the fit continues, or null. Its scaling and heads are kept, because another version
     *     of GNE may choose others
     */
    FitContext(Samples samples, GneOptions options, double tie, Survey survey, @Nullable Checkpoint from) {
        this.samples = samples;
        this.options = options;
        scaling = from == null
                ? options.scalingFor(survey, samples.schema())
                : from.model().scaling();
        heads = from == null ? options.headsFor(survey, samples.schema(), scaling) : from.heads();
        encoding = from == null
                ? options.encoding().of(options.dim(), samples.size(), samples.schema())
                : from.model().decoder().shape().encoding();
        known = heads.known(survey);
        dataSha256 = survey.sha256();
        growths = List.of();
        this.tie = tie;
    }

    /**
     * A fit that adds rows to a map.
     *
     * @param samples the old rows, or those that stand for them, then the new ones
     * @param growths how rows were added, this time too
     */
    FitContext(
            Samples samples,
            GneOptions options,
            Survey survey,
            Scaling scaling,
            MlpShape shape,
            List<GrowthRecord> growths) {
        this.samples = samples;
        this.options = options;
        this.scaling = scaling;
        heads = shape.heads();
        encoding = shape.encoding();
        known = heads.known(survey);
        dataSha256 = survey.sha256();
        this.growths = List.copyOf(growths);
        tie = 0;
    }

    Scaling scaling() {
        return scaling;
    }

    Samples scaled() {
        return samples.scaled(scaling);
    }

    /**
     * Trains, saves checkpoints, and makes the model.
     *
     * @param data the rows, and what is known of them
     * @param labels the classes that help the fit, or null
     * @param holding the map to which rows are added, or the rows that are tied; or null
     * @param from the checkpoint to continue from, or null
     * @param checkpoints where and how often the state is saved, or null
     * @param finish makes the model of the fit from that of the trained rows
     * @throws FitDivergedException if training diverges; it holds the last good model
     */
    GneModel train(
            Dataset data,
            @Nullable Labels labels,
            @Nullable Holding holding,
            @Nullable Checkpoint from,
            FitListener listener,
            @Nullable CheckpointOptions checkpoints,
            UnaryOperator<GneModel> finish,
            Parallel parallel) {
        Keeper keeper = checkpoints == null ? null : new Keeper(listener, checkpoints);
        try {
            TrainingResult result = Training.resume(
                    scaled(),
                    known,
                    labels,
                    shape(),
                    options.training(),
                    holding,
                    options.seed(),
                    parallel,
                    from == null ? null : from.state(),
                    keeper == null ? listener : keeper);
            if (keeper != null) {
                keeper.ended(result);
            }
            return finish.apply(model(result, data, parallel));
        } catch (DivergedException e) {
            throw new FitDivergedException(e, finish.apply(model(e.lastGood(), data, parallel)));
        }
    }

    private MlpShape shape() {
        return new MlpShape(encoding, options.hidden(), options.blocks(), heads);
    }

    /** The model of a training that has ended, with the errors of its rows, their labels and ids, and the mixture. */
    private GneModel model(TrainingResult result, Dataset data, Parallel parallel) {
        // Rows that were held must not move with the rest.
        TrainingResult still = growths.isEmpty() ? Centring.of(result) : result;
        TrainingResult centred = ClusterFit.finished(still, options.preset(), scaled(), parallel);
        Explained explained = Explained.of(scaled(), centred.embedding(), centred.decoder(), parallel);
        double limit = ErrorLimit.of(scaled(), centred.embedding(), centred.decoder(), explained.errors(), parallel);
        return model(centred, explained, limit)
                .withTarget(data.target())
                .withIds(data.ids())
                .withMixture(data.labels(), parallel);
    }

    private GneModel model(TrainingResult result, Explained explained, double limit) {
        FitRecord record = new FitRecord(
                options.preset().toString(),
                samples.size(),
                options.seed(),
                result.epochs(),
                options.threads(),
                Kernels.active().name(),
                Runtime.version().toString(),
                options.loss().name(),
                result.loss(),
                Arrays.stream(result.losses()).min().orElse(Double.NaN),
                result.seconds(),
                result.operations() / result.seconds() * 1e-9,
                limit,
                options.training().neighbors().labelled()
                        ? options.training().neighbors().labels()
                        : 0,
                dataSha256.isEmpty() ? null : dataSha256,
                tie,
                growths);
        return new GneModel(
                result.embedding(), result.decoder(), scaling, samples.schema(), record, null, null, explained, null);
    }

    /** Passes all progress on to another listener, and saves a checkpoint from time to time. */
    final class Keeper implements FitListener {

        private final FitListener listener;
        private final CheckpointOptions checkpoints;
        private long last = System.nanoTime();
        private boolean settles;

        Keeper(FitListener listener, CheckpointOptions checkpoints) {
            this.listener = listener;
            this.checkpoints = checkpoints;
        }

        @Override
        public void onSurvey(Survey survey) {
            listener.onSurvey(survey);
        }

        @Override
        public void onNotes(List<String> notes) {
            listener.onNotes(notes);
        }

        @Override
        public void onEpochs(int epochs, double seconds) {
            // A fit that is resumed has these epochs, however fast the machine is then.
            options = options.withEpochs(epochs);
            listener.onEpochs(epochs, seconds);
        }

        @Override
        public Action onBatch(int epoch, int rows) {
            Action action = listener.onBatch(epoch, rows);
            settles |= action == Action.SETTLE;
            return action;
        }

        @Override
        public Action onEpoch(FitProgress progress) {
            boolean due = System.nanoTime() - last >= checkpoints.every().toNanos();
            if (due && progress.epoch() < progress.epochs() && !settles) {
                keep(progress.state());
            }
            Action action = listener.onEpoch(progress);
            if (action == Action.SETTLE && !settles) {
                // From here on the rates are others than those of a fit that is resumed.
                settles = true;
                keep(progress.state());
            }
            return action;
        }

        /** Saves the last finished epoch of a training that was stopped. */
        void ended(TrainingResult result) {
            int all =
                    options.training().forRows(samples.size(), samples.schema()).epochs();
            if (!settles && result.epochs() < all) {
                // An interrupted thread cannot write files.
                boolean interrupted = Thread.interrupted();
                keep(result.state());
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        private void keep(TrainingState state) {
            TrainingResult sofar = new TrainingResult(
                    new Embedding(state.codes().parameters(), options.dim()),
                    new ResidualMlp(shape(), state.decoder().parameters()),
                    state.losses(),
                    state.seconds(),
                    state.operations(),
                    state);
            try {
                new Checkpoint(model(sofar, Explained.unknown(), Double.NaN), options, dataSha256, state)
                        .save(checkpoints.file());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            last = System.nanoTime();
        }
    }
}

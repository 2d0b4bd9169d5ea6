package org.gne.spark;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.gne.ClusterFit;
import org.gne.FitRecord;
import org.gne.GneModel;
import org.gne.GneOptions;
import org.gne.Preset;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.PrincipalComponents;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.data.Schema;
import org.gne.kernel.Kernels;
import org.gne.kernel.Parallel;
import org.gne.nn.Heads;
import org.gne.nn.ResidualMlp;
import org.gne.train.CommonStart;
import org.gne.train.TrainingOptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A fit on the partitions of a data set, from the rows to the model. */
final class DistributedFit {

    /**
     * The result of a fit.
     *
     * @param map the coordinates of the rows: one element per partition, checkpointed
     */
    record Result(GneModel model, JavaRDD<PartMap> map) {}

    private static final Logger LOG = LoggerFactory.getLogger(DistributedFit.class);

    private final JavaSparkContext context;
    private final Settings settings;
    private final Checkpoints checkpoints;

    DistributedFit(JavaSparkContext context, Settings settings, Checkpoints checkpoints) {
        this.context = context;
        this.settings = settings;
        this.checkpoints = checkpoints;
    }

    /**
     * @param schema what a row is
     * @throws IllegalArgumentException if rows cannot be used for training
     * @throws IllegalStateException if training diverges
     */
    Result run(Source source, Schema schema) {
        JavaRDD<PartRows> dealt = source.deal(settings.parts()).setName("rows").persist(StorageLevel.MEMORY_AND_DISK());
        PartsSurvey survey = PartsSurvey.of(dealt, j -> valueName(source, schema, j));
        report(source, survey);
        if (survey.rows() * settings.dim() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("found a map of " + survey.rows() + " rows, expected at most "
                    + Integer.MAX_VALUE / settings.dim() + ": the model holds all coordinates in one array");
        }
        int rows = (int) survey.rows();
        RowNames names = RowNames.of(dealt, rows, source.label(), source.id() != null);
        Scaling scaling = settings.options().scalingFor(survey.all(), schema);
        Heads heads = settings.options().headsFor(survey.all(), schema, scaling);
        Samples some = survey.some(dealt, source.reader()).scaled(scaling);
        Shared shared = shared(dealt, names, rows, schema, scaling, heads, some);
        Broadcast<Shared> everywhere = context.broadcast(shared);
        JavaRDD<Part> parts = dealt.map(part -> Part.of(part, everywhere.value(), threads()))
                .setName("rows and neighbours")
                .persist(StorageLevel.MEMORY_AND_DISK());
        parts.count();
        // The rows themselves are the same arrays; what is let go of is the list of them.
        dealt.unpersist();
        Rounds.Trained trained = new Rounds(context, parts, everywhere, survey, checkpoints).run();
        Result result = result(parts, trained, everywhere, schema, some, names);
        trained.states().unpersist();
        checkpoints.drop(trained.checkpoint());
        checkpoints.done();
        parts.unpersist();
        return result;
    }

    private static String valueName(Source source, Schema schema, int value) {
        return source.reader() instanceof VectorReader vector
                ? "column " + vector.name() + ", value " + value
                : "column " + schema.valueName(value);
    }

    private void report(Source source, PartsSurvey survey) {
        long skipped = source.skipped();
        if (skipped > 0) {
            LOG.warn(
                    "{} of {} rows are left out, because they cannot be used (handleInvalid)",
                    skipped,
                    skipped + survey.rows());
        }
        LOG.info("{} rows of {} values in {} partitions", survey.rows(), survey.width(), settings.parts());
    }

    private Shared shared(
            JavaRDD<PartRows> dealt,
            RowNames names,
            int rows,
            Schema schema,
            Scaling scaling,
            Heads heads,
            Samples some) {
        TrainingOptions options = settings.training(rows, schema);
        Labels labels = settings.labelWeight() > 0 ? names.requireClasses(settings.labelWeight()) : null;
        try (Parallel parallel = new Parallel(Runtime.getRuntime().availableProcessors())) {
            PrincipalComponents components =
                    CommonStart.components(heads.represented(some), settings.dim(), settings.seed(), parallel);
            ChosenRows chosen = ChosenRows.of(context, dealt, settings, schema, scaling, heads, components, rows);
            Embedding reduced = chosen.reduced();
            Embedding places = chosen.places();
            int[] classes = labels == null ? null : classes(labels, rows, reduced.size());
            CommonStart common = places == null
                    ? CommonStart.laidOut(components, reduced, classes, options, settings.seed(), parallel)
                    : new CommonStart(components, reduced, places, false);
            return new Shared(
                    settings,
                    rows,
                    schema,
                    scaling,
                    heads,
                    common,
                    labels == null ? List.of() : labels.names(),
                    classes);
        }
    }

    private static int[] classes(Labels labels, int rows, int chosen) {
        int[] classes = new int[chosen];
        for (int i = 0; i < chosen; i++) {
            classes[i] = labels.classes()[(int) PartRows.number(rows, chosen, i)];
        }
        return classes;
    }

    private static int threads() {
        return TaskContext.get().cpus();
    }

    private Result result(
            JavaRDD<Part> parts,
            Rounds.Trained trained,
            Broadcast<Shared> everywhere,
            Schema schema,
            Samples some,
            RowNames names) {
        Shared shared = everywhere.value();
        int dim = settings.dim();
        float[] coordinates = new float[(int) shared.rows() * dim];
        for (PartState state : trained.states().map(PartState::onlyCoordinates).collect()) {
            state.scatter(coordinates, settings.parts(), dim);
        }
        Embedding embedding = new Embedding(coordinates, dim);
        ResidualMlp decoder = new ResidualMlp(shared.shape(), trained.decoder().parameters());
        float[] drift = ClusterFit.drift(embedding);
        if (drift != null) {
            embedding = ClusterFit.centred(embedding, drift);
            decoder = decoder.shifted(drift);
        }
        int count = some.size();
        Embedding places = embedding.rows(IntStream.range(0, count)
                .map(i -> (int) PartRows.number(shared.rows(), count, i))
                .toArray());
        try (Parallel parallel = new Parallel(Runtime.getRuntime().availableProcessors())) {
            decoder = ClusterFit.finished(decoder, Preset.of(settings.preset()), some, places, parallel);
            JavaRDD<PartMap> map = map(parts, trained, everywhere, decoder, drift);
            float[] errors = new float[(int) shared.rows()];
            for (PartMap part : map.map(PartMap::onlyErrors).collect()) {
                part.scatter(errors);
            }
            double limit = ClusterFit.limit(some, places, decoder, errors, parallel);
            GneModel model = ClusterFit.model(
                    embedding,
                    decoder,
                    shared.scaling(),
                    schema,
                    record(trained, shared.rows(), limit),
                    some,
                    places,
                    errors,
                    names.classes(),
                    names.target(),
                    names.ids(),
                    parallel);
            return new Result(model, map);
        }
    }

    private JavaRDD<PartMap> map(
            JavaRDD<Part> parts,
            Rounds.Trained trained,
            Broadcast<Shared> shared,
            ResidualMlp decoder,
            float @Nullable [] drift) {
        Broadcast<FrozenDecoder> frozen = context.broadcast(FrozenDecoder.of(decoder));
        JavaRDD<PartMap> map = parts.zipPartitions(
                trained.states(),
                (part, state) -> List.of(PartMap.of(
                                part.next(), state.next(), frozen.value().decoder(), drift, shared.value(), threads()))
                        .iterator());
        map.setName("map").persist(StorageLevel.MEMORY_AND_DISK());
        map.checkpoint();
        return map;
    }

    private FitRecord record(Rounds.Trained trained, long rows, double limit) {
        GneOptions options = settings.options();
        double[] losses = trained.losses();
        return new FitRecord(
                settings.preset(),
                (int) rows,
                settings.seed(),
                losses.length,
                context.defaultParallelism(),
                Kernels.active().name(),
                Runtime.version().toString(),
                options.loss().name(),
                losses.length == 0 ? Double.NaN : losses[losses.length - 1],
                Arrays.stream(losses).min().orElse(Double.NaN),
                trained.seconds(),
                trained.operations() / trained.seconds() * 1e-9,
                limit,
                settings.labelWeight());
    }
}

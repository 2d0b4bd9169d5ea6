package org.gne.spark;

import java.util.Arrays;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.storage.StorageLevel;
import org.gne.FitRecord;
import org.gne.GneModel;
import org.gne.GneOptions;
import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.data.Schema;
import org.gne.kernel.Kernels;
import org.gne.kernel.Parallel;
import org.gne.nn.HeadChoice;
import org.gne.nn.Heads;
import org.gne.nn.ResidualMlp;
import org.gne.quality.ErrorLimit;
import org.gne.quality.Explained;
import org.gne.train.CommonStart;
import org.jspecify.annotations.Nullable;

/** A fit on the partitions of a data set, from the rows to the model. */
final class DistributedFit {

    /**
     * The result of a fit.
     *
     * @param map the coordinates of the rows: one element per partition, checkpointed
     */
    record Result(GneModel model, JavaRDD<PartMap> map) {}

    private final JavaSparkContext context;
    private final Settings settings;
    private final Checkpoints checkpoints;

    DistributedFit(JavaSparkContext context, Settings settings, Checkpoints checkpoints) {
        this.context = context;
        this.settings = settings;
        this.checkpoints = checkpoints;
    }

    /**
     * @param picture the image that a row is, or null for columns with their numbers as names
     * @throws IllegalArgumentException if rows cannot be used for training
     * @throws IllegalStateException if training diverges
     */
    Result run(Dataset<?> data, String features, @Nullable String ids, Schema.@Nullable Picture picture) {
        JavaRDD<PartRows> dealt = Source.deal(data, features, ids, settings.parts())
                .setName("rows")
                .persist(StorageLevel.MEMORY_AND_DISK());
        PartsSurvey survey = PartsSurvey.of(dealt, features);
        Schema schema = schema(survey, features, picture);
        if (survey.rows() * settings.dim() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("found a map of " + survey.rows() + " rows, expected at most "
                    + Integer.MAX_VALUE / settings.dim() + ": the model holds all coordinates in one array");
        }
        Scaling scaling = Scaling.suiting(survey.all(), schema);
        Samples chosen = survey.chosen(dealt, schema).scaled(scaling);
        Heads heads =
                HeadChoice.of(schema, scaling, survey.all(), settings.options().loss());
        Shared shared =
                new Shared(settings, survey.rows(), survey.width(), scaling, heads, commonStart(chosen, survey.rows()));
        Broadcast<Shared> everywhere = context.broadcast(shared);
        JavaRDD<Part> parts = dealt.map(rows -> Part.of(rows, everywhere.value(), threads()))
                .setName("rows and neighbours")
                .persist(StorageLevel.MEMORY_AND_DISK());
        parts.count();
        // The rows themselves are the same arrays; what is let go of is the list of them.
        dealt.unpersist();
        Rounds.Trained trained = new Rounds(context, parts, everywhere, survey, checkpoints).run();
        JavaRDD<PartMap> map = map(parts, trained, everywhere);
        GneModel model = model(map, trained, shared, schema, chosen);
        trained.states().unpersist();
        checkpoints.drop(trained.checkpoint());
        checkpoints.done();
        parts.unpersist();
        return new Result(model, map);
    }

    private static Schema schema(PartsSurvey survey, String features, Schema.@Nullable Picture picture) {
        if (picture == null) {
            return Schema.Columns.numbered(survey.width());
        }
        if (picture.width() != survey.width()) {
            throw new IllegalArgumentException("column " + features + ": found " + survey.width()
                    + " values in a row, expected " + picture.width() + " as the picture has");
        }
        return picture;
    }

    private CommonStart commonStart(Samples chosen, long rows) {
        try (Parallel parallel = new Parallel(Runtime.getRuntime().availableProcessors())) {
            return CommonStart.of(chosen, settings.dim(), settings.training(rows), settings.seed(), parallel);
        }
    }

    private static int threads() {
        return TaskContext.get().cpus();
    }

    private JavaRDD<PartMap> map(JavaRDD<Part> parts, Rounds.Trained trained, Broadcast<Shared> shared) {
        Broadcast<Weights> decoder = context.broadcast(Weights.of(trained.decoder()));
        JavaRDD<PartMap> map = parts.zipPartitions(
                trained.states(),
                (part, state) -> java.util.List.of(PartMap.of(
                                part.next(), state.next(), decoder.value().state(), shared.value(), threads()))
                        .iterator());
        map.setName("map").persist(StorageLevel.MEMORY_AND_DISK());
        map.checkpoint();
        return map;
    }

    private GneModel model(JavaRDD<PartMap> map, Rounds.Trained trained, Shared shared, Schema schema, Samples chosen) {
        int rows = (int) shared.rows();
        float[] coordinates = new float[rows * settings.dim()];
        float[] errors = new float[rows];
        for (PartMap part : map.map(PartMap::withoutIds).collect()) {
            part.scatter(coordinates, errors);
        }
        Embedding embedding = new Embedding(coordinates, settings.dim());
        ResidualMlp decoder = new ResidualMlp(shared.shape(), trained.decoder().parameters());
        GneOptions options = settings.options();
        double[] losses = trained.losses();
        FitRecord record = new FitRecord(
                settings.preset(),
                rows,
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
                limit(chosen, embedding, decoder, errors),
                0);
        Explained explained = new Explained(Double.NaN, new double[0], Double.NaN, errors);
        return new GneModel(embedding, decoder, shared.scaling(), schema, record, null, null, explained, null);
    }

    /** @param chosen all rows, if they are few enough for {@link ErrorLimit} */
    private static double limit(Samples chosen, Embedding map, ResidualMlp decoder, float[] errors) {
        if (chosen.size() < map.size()) {
            return ErrorLimit.of(errors);
        }
        try (Parallel parallel = new Parallel(Runtime.getRuntime().availableProcessors())) {
            return ErrorLimit.of(chosen, map, decoder, errors, parallel);
        }
    }
}

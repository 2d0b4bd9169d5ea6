package org.gne.spark;

import java.util.Arrays;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.gne.GneOptions;
import org.gne.Preset;
import org.jspecify.annotations.Nullable;

/**
 * Fits a map of the rows of a data set, and a decoder that generates a row at any point of it, on the partitions of a
 * cluster.
 *
 * <pre>{@code
 * GneSparkModel model = new GneEstimator()
 *         .setFeaturesCol("features")
 *         .setCheckpointDir("hdfs:///fits/one")
 *         .fit(rows);
 * model.map().write().parquet("hdfs:///maps/one");
 * }</pre>
 *
 * <p>Rows are dealt out to partitions. Each partition trains the decoder on its own rows for a part of an epoch; then
 * the decoders are merged, and their mean is broadcast. The same rows in the same order, options and number of
 * partitions give the same bits. One partition and one round per epoch give the bits of {@link org.gne.Gne#fit}, if
 * there are at most {@link org.gne.train.CommonStart#MOST_ROWS} rows.
 *
 * <p>NaN (or a null in an array) is a missing value. A null row, a row of another length than the first, and an
 * infinite value throw an {@link IllegalArgumentException} that names the row.
 */
public final class GneEstimator extends Estimator<GneSparkModel>
        implements HasColumns<GneEstimator>, DefaultParamsWritable {

    private static final long serialVersionUID = 1;

    /** How often decoders are merged in an epoch by default. */
    static final int ROUNDS = 4;

    private final String uid;
    private final Param<String> idCol;
    private final Param<String> preset;
    private final IntParam dim;
    private final IntParam hidden;
    private final IntParam blocks;
    private final IntParam epochs;
    private final IntParam batchSize;
    private final DoubleParam neighborWeight;
    private final LongParam seed;
    private final IntParam partitions;
    private final IntParam roundsPerEpoch;
    private final Param<String> checkpointDir;
    private final Param<String> picture;

    public GneEstimator() {
        this(Identifiable$.MODULE$.randomUID("gne"));
    }

    public GneEstimator(String uid) {
        this.uid = uid;
        idCol = new Param<>(this, "idCol", "column with the ids of the rows; not set: their numbers, from 0");
        preset = new Param<>(this, "preset", "paper, fast, default or best");
        dim = new IntParam(this, "dim", "number of dimensions of the map", ParamValidators.gtEq(1));
        hidden = new IntParam(this, "hidden", "width of the decoder", ParamValidators.gtEq(1));
        blocks = new IntParam(this, "blocks", "number of residual blocks of the decoder", ParamValidators.gtEq(0));
        epochs = new IntParam(
                this, "epochs", "number of passes over the rows; not set: that of the preset", ParamValidators.gtEq(1));
        batchSize = new IntParam(
                this,
                "batchSize",
                "number of rows of a step, over all partitions; not set: that of the preset",
                ParamValidators.gtEq(1));
        neighborWeight = new DoubleParam(
                this,
                "neighborWeight",
                "weight of the attraction between neighbours; 0: none",
                ParamValidators.gtEq(0));
        seed = new LongParam(this, "seed", "seed of all random numbers");
        partitions = new IntParam(
                this,
                "partitions",
                "number of partitions that train in parallel; 0: that of the data set",
                ParamValidators.gtEq(0));
        roundsPerEpoch = new IntParam(
                this, "roundsPerEpoch", "how often decoders are merged in an epoch", ParamValidators.gtEq(1));
        checkpointDir = new Param<>(
                this,
                "checkpointDir",
                "folder for this fit only, which all executors can reach; a restarted job resumes from it");
        picture = new Param<>(this, "picture", "height x width x channels if rows are images, like 28x28x1");
        GneOptions defaults = GneOptions.defaults();
        ColumnParams.setDefaults(this);
        setDefault(preset, Preset.DEFAULT.toString());
        setDefault(dim, defaults.dim());
        setDefault(hidden, defaults.hidden());
        setDefault(seed, defaults.seed());
        setDefault(partitions, 0);
        setDefault(roundsPerEpoch, ROUNDS);
        setDefault(checkpointDir, "");
    }

    @Override
    public String uid() {
        return uid;
    }

    public Param<String> idCol() {
        return idCol;
    }

    public Param<String> preset() {
        return preset;
    }

    public IntParam dim() {
        return dim;
    }

    public IntParam hidden() {
        return hidden;
    }

    public IntParam blocks() {
        return blocks;
    }

    public IntParam epochs() {
        return epochs;
    }

    public IntParam batchSize() {
        return batchSize;
    }

    public DoubleParam neighborWeight() {
        return neighborWeight;
    }

    public LongParam seed() {
        return seed;
    }

    public IntParam partitions() {
        return partitions;
    }

    public IntParam roundsPerEpoch() {
        return roundsPerEpoch;
    }

    public Param<String> checkpointDir() {
        return checkpointDir;
    }

    public Param<String> picture() {
        return picture;
    }

    public GneEstimator setIdCol(String value) {
        set(idCol, value);
        return this;
    }

    public GneEstimator setPreset(String value) {
        set(preset, Preset.of(value).toString());
        return this;
    }

    public GneEstimator setDim(int value) {
        set(dim, value);
        return this;
    }

    public GneEstimator setHidden(int value) {
        set(hidden, value);
        return this;
    }

    public GneEstimator setBlocks(int value) {
        set(blocks, value);
        return this;
    }

    public GneEstimator setEpochs(int value) {
        set(epochs, value);
        return this;
    }

    public GneEstimator setBatchSize(int value) {
        set(batchSize, value);
        return this;
    }

    public GneEstimator setNeighborWeight(double value) {
        set(neighborWeight, value);
        return this;
    }

    public GneEstimator setSeed(long value) {
        set(seed, value);
        return this;
    }

    public GneEstimator setPartitions(int value) {
        set(partitions, value);
        return this;
    }

    public GneEstimator setRoundsPerEpoch(int value) {
        set(roundsPerEpoch, value);
        return this;
    }

    public GneEstimator setCheckpointDir(String value) {
        set(checkpointDir, value);
        return this;
    }

    public GneEstimator setPicture(String value) {
        set(picture, Pictures.parse(value) == null ? "" : value);
        return this;
    }

    /**
     * Fits the map.
     *
     * @throws IllegalArgumentException if there are no rows, a row or column cannot be used for training, or there is
     *     no folder for checkpoints
     * @throws IllegalStateException if training diverges
     */
    @Override
    public GneSparkModel fit(Dataset<?> dataset) {
        transformSchema(dataset.schema());
        var session = dataset.sparkSession();
        JavaSparkContext context = JavaSparkContext.fromSparkContext(session.sparkContext());
        Settings settings = settings(dataset);
        Checkpoints checkpoints = Checkpoints.in(context.sc(), getOrDefault(checkpointDir));
        String ids = ids();
        DistributedFit.Result result = new DistributedFit(context, settings, checkpoints)
                .run(dataset, getFeaturesCol(), ids, isSet(picture) ? Pictures.parse(getOrDefault(picture)) : null);
        Dataset<Row> map =
                session.createDataFrame(result.map().flatMap(PartMap::rows), mapSchema(dataset.schema(), ids));
        GneSparkModel model = new GneSparkModel(uid, result.model(), map);
        return (GneSparkModel) copyValues(model.setParent(this), ParamMap.empty());
    }

    private Settings settings(Dataset<?> dataset) {
        String name = getOrDefault(preset);
        int given = (Integer) getOrDefault(partitions);
        return new Settings(
                name,
                (Integer) getOrDefault(dim),
                (Integer) getOrDefault(hidden),
                isSet(blocks)
                        ? (Integer) getOrDefault(blocks)
                        : GneOptions.of(Preset.of(name)).blocks(),
                isSet(epochs) ? (Integer) getOrDefault(epochs) : 0,
                isSet(batchSize) ? (Integer) getOrDefault(batchSize) : 0,
                isSet(neighborWeight) ? (Double) getOrDefault(neighborWeight) : Double.NaN,
                (Long) getOrDefault(seed),
                (Integer) getOrDefault(roundsPerEpoch),
                given > 0 ? given : Math.max(1, dataset.rdd().getNumPartitions()));
    }

    private @Nullable String ids() {
        return isSet(idCol) ? getOrDefault(idCol) : null;
    }

    private StructType mapSchema(StructType schema, @Nullable String ids) {
        StructField id = ids == null ? DataTypes.createStructField("id", DataTypes.LongType, false) : schema.apply(ids);
        return ColumnParams.add(new StructType().add(id), this);
    }

    @Override
    public StructType transformSchema(StructType schema) {
        String ids = ids();
        if (ids != null && !Arrays.asList(schema.fieldNames()).contains(ids)) {
            throw new IllegalArgumentException(
                    ids + " does not exist. Available: " + String.join(", ", schema.fieldNames()));
        }
        return ColumnParams.withPlaces(schema, this);
    }

    @Override
    public GneEstimator copy(ParamMap extra) {
        return defaultCopy(extra);
    }

    public static MLReader<GneEstimator> read() {
        return new DefaultParamsReader<>();
    }

    public static GneEstimator load(String path) {
        return read().load(path);
    }
}

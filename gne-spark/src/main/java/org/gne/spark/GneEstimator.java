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
import org.apache.spark.ml.param.StringArrayParam;
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
import org.gne.data.Schema;
import org.gne.io.ColumnChoice;
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
 * <p>The values of a row are in one column ({@link #featuresCol}: a vector, or an array of float or double) or in columns of a table ({@link
 * #inputCols}: numbers, booleans, texts, dates and times, whose types are found as {@code gne fit} finds them).
 *
 * <p>Rows are dealt out to partitions. Each partition trains the decoder on its own rows for a part of an epoch; then
 * the decoders are merged, and the merged one is broadcast. The same rows in the same order, options and number of
 * partitions give the same bits. One partition gives the bits of {@link org.gne.Gne#fit}, if
 * there are at most {@link org.gne.train.CommonStart#MOST_ROWS} rows.
 *
 * <p>NaN (or a null in an array or a column of a table) is a missing value. A null row, a row of another length than the first, and an
 * infinite value throw an {@link IllegalArgumentException} that names the row, or what {@link #handleInvalid} says.
 *
 * @serial exclude
 */
public final class GneEstimator extends Estimator<GneSparkModel>
        implements HasColumns<GneEstimator>, DefaultParamsWritable {

    private static final long serialVersionUID = 1;

    private final String uid;
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
    private final StringArrayParam excludeCols;
    private final StringArrayParam columnTypes;
    private final StringArrayParam missingValues;
    private final Param<String> labelCol;
    private final DoubleParam labelWeight;

    /** An estimator with the default options and a random uid. */
    public GneEstimator() {
        this(Identifiable$.MODULE$.randomUID("gne"));
    }

    /**
     * An estimator with the default options.
     *
     * @param uid its identifier in a pipeline
     */
    public GneEstimator(String uid) {
        this.uid = uid;
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
                "number of partitions that train in parallel; 0: that of the data set, with at least 4,096 rows in each",
                ParamValidators.gtEq(0));
        roundsPerEpoch = new IntParam(
                this,
                "roundsPerEpoch",
                "how often decoders are merged in an epoch; 0: as often as the partitions need",
                ParamValidators.gtEq(0));
        checkpointDir = new Param<>(
                this,
                "checkpointDir",
                "folder for this fit only, which all executors can reach; a restarted job resumes from it");
        picture = new Param<>(this, "picture", "height x width x channels if rows are images, like 28x28x1");
        excludeCols =
                new StringArrayParam(this, "excludeCols", "columns of inputCols to leave out; * matches any text");
        columnTypes = new StringArrayParam(
                this, "columnTypes", "COLUMN=TYPE: real, binary, category, count, date, time, id, text or exclude");
        missingValues = new StringArrayParam(
                this, "missingValues", "texts or numbers that mean a missing value; COLUMN=TEXT for one column");
        labelCol = new Param<>(this, "labelCol", "column with the class of each row, or with a number");
        labelWeight = new DoubleParam(
                this,
                "labelWeight",
                "how much farther rows of other classes are, as neighbours; 0: labels do not change the map",
                ParamValidators.gtEq(0));
        GneOptions defaults = GneOptions.defaults();
        ColumnParams.setDefaults(this);
        setDefault(preset, Preset.DEFAULT.toString());
        setDefault(dim, defaults.dim());
        setDefault(hidden, defaults.hidden());
        setDefault(seed, defaults.seed());
        setDefault(partitions, 0);
        setDefault(roundsPerEpoch, 0);
        setDefault(checkpointDir, "");
        setDefault(labelWeight, 0.0);
    }

    @Override
    public String uid() {
        return uid;
    }

    /** The preset of the other options: paper, fast, default or best. */
    public Param<String> preset() {
        return preset;
    }

    /** The number of dimensions of the map; 2 by default. */
    public IntParam dim() {
        return dim;
    }

    /** The width of the decoder; 64 by default. */
    public IntParam hidden() {
        return hidden;
    }

    /** The number of residual blocks of the decoder; that of the preset by default. */
    public IntParam blocks() {
        return blocks;
    }

    /** The number of passes over all rows; that of the preset by default. */
    public IntParam epochs() {
        return epochs;
    }

    /** The number of rows of a step, over all partitions; that of the preset by default. */
    public IntParam batchSize() {
        return batchSize;
    }

    /** The weight of the attraction between neighbours; that of the preset by default. */
    public DoubleParam neighborWeight() {
        return neighborWeight;
    }

    /** The seed of all random numbers. */
    public LongParam seed() {
        return seed;
    }

    /**
     * The number of partitions that train in parallel; 0, the default, for that of the data set, but no more than there are times 4,096
     * rows.
     */
    public IntParam partitions() {
        return partitions;
    }

    /**
     * How often decoders are merged in an epoch; 0, the default, for 20 times as often in a fit as there are partitions, and at least 8 times
     * in an epoch.
     */
    public IntParam roundsPerEpoch() {
        return roundsPerEpoch;
    }

    /** The folder for checkpoints of this fit only, which all executors can reach. */
    public Param<String> checkpointDir() {
        return checkpointDir;
    }

    /** The size of the images that the rows are; not set for other rows. */
    public Param<String> picture() {
        return picture;
    }

    /** The columns of {@link #inputCols} to leave out. */
    public StringArrayParam excludeCols() {
        return excludeCols;
    }

    /** The types of columns of {@link #inputCols}, where they are not those that their values have: {@code COLUMN=TYPE}. */
    public StringArrayParam columnTypes() {
        return columnTypes;
    }

    /** The texts and numbers that mean a missing value: for all columns, or {@code COLUMN=TEXT}. */
    public StringArrayParam missingValues() {
        return missingValues;
    }

    /** The column with the class of each row, or with a number to colour the rows by. */
    public Param<String> labelCol() {
        return labelCol;
    }

    /** How much labels influence the map; 0, the default, for not at all. */
    public DoubleParam labelWeight() {
        return labelWeight;
    }

    /** Sets the columns of {@link #inputCols} to leave out; {@code *} matches any text. */
    public GneEstimator setExcludeCols(String... values) {
        set(excludeCols, values);
        return this;
    }

    /**
     * Sets the types of some columns: {@code COLUMN=TYPE} with the types real, binary, category, count, date, time, id, text (left out) and
     * exclude; {@code *} in COLUMN matches any text.
     */
    public GneEstimator setColumnTypes(String... values) {
        set(columnTypes, values);
        return this;
    }

    /** Sets texts or numbers that mean a missing value: {@code -9999} in all columns, {@code age=-1} in one. */
    public GneEstimator setMissingValues(String... values) {
        set(missingValues, values);
        return this;
    }

    /** Sets the column with the class of each row, or with a number; it is no part of the row. */
    public GneEstimator setLabelCol(String value) {
        set(labelCol, value);
        return this;
    }

    /**
     * Sets how much labels influence the map: the squared distance to a row of another class counts {@code 1 + value} times. 0 for not at
     * all; 1 is a typical value. It needs {@link #labelCol} with classes.
     */
    public GneEstimator setLabelWeight(double value) {
        set(labelWeight, value);
        return this;
    }

    /**
     * Sets the preset by its name.
     *
     * @throws IllegalArgumentException if there is no such preset
     */
    public GneEstimator setPreset(String value) {
        set(preset, Preset.of(value).toString());
        return this;
    }

    /** Sets the number of dimensions of the map, at least 1. */
    public GneEstimator setDim(int value) {
        set(dim, value);
        return this;
    }

    /** Sets the width of the decoder, at least 1. */
    public GneEstimator setHidden(int value) {
        set(hidden, value);
        return this;
    }

    /** Sets the number of residual blocks of the decoder, at least 0. */
    public GneEstimator setBlocks(int value) {
        set(blocks, value);
        return this;
    }

    /** Sets the number of passes over all rows, at least 1. */
    public GneEstimator setEpochs(int value) {
        set(epochs, value);
        return this;
    }

    /** Sets the number of rows of a step, over all partitions, at least 1. */
    public GneEstimator setBatchSize(int value) {
        set(batchSize, value);
        return this;
    }

    /** Sets the weight of the attraction between neighbours, at least 0; 0 turns it off. */
    public GneEstimator setNeighborWeight(double value) {
        set(neighborWeight, value);
        return this;
    }

    /** Sets the seed of all random numbers: the same seed, rows and number of partitions give the same map. */
    public GneEstimator setSeed(long value) {
        set(seed, value);
        return this;
    }

    /** Sets the number of partitions that train in parallel; 0 for that of the data set, with at least 4,096 rows in each. */
    public GneEstimator setPartitions(int value) {
        set(partitions, value);
        return this;
    }

    /** Sets how often decoders are merged in an epoch, 0 for the default; more rounds lower the error and send more data. */
    public GneEstimator setRoundsPerEpoch(int value) {
        set(roundsPerEpoch, value);
        return this;
    }

    /** Sets the folder for checkpoints; a restarted job resumes from it. */
    public GneEstimator setCheckpointDir(String value) {
        set(checkpointDir, value);
        return this;
    }

    /**
     * Sets the size of the images that the rows are, {@code 28x28x1}: height, width, channels.
     *
     * @throws IllegalArgumentException if it is not a size
     */
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
        if (settings.labelWeight() > 0 && !isSet(labelCol)) {
            throw new IllegalArgumentException("labelWeight: found " + settings.labelWeight()
                    + " without a column of labels, expected labelCol too");
        }
        SourceColumns columns = sourceColumns(dataset);
        Checkpoints checkpoints = Checkpoints.in(context.sc(), getOrDefault(checkpointDir));
        DistributedFit.Result result =
                new DistributedFit(context, settings, checkpoints).run(columns.source(), columns.schema());
        Dataset<Row> map = session.createDataFrame(
                result.map().flatMap(PartMap::rows), mapSchema(dataset.schema(), ColumnParams.id(this)));
        GneSparkModel model = new GneSparkModel(uid, result.model(), map);
        return (GneSparkModel) copyValues(model.setParent(this), ParamMap.empty());
    }

    private SourceColumns sourceColumns(Dataset<?> dataset) {
        String label = isSet(labelCol) ? getOrDefault(labelCol) : null;
        String id = ColumnParams.id(this);
        InvalidRows invalid = ColumnParams.invalid(this);
        Schema.Picture image = isSet(picture) ? Pictures.parse(getOrDefault(picture)) : null;
        if (!ColumnParams.isTable(this)) {
            return SourceColumns.vector(dataset.toDF(), getFeaturesCol(), image, id, label, invalid);
        }
        if (image != null) {
            throw new IllegalArgumentException(
                    "picture: found columns of a table (inputCols), expected a vector (featuresCol)");
        }
        ColumnChoice choice = SourceColumns.choice(
                getOrDefault(inputCols()), strings(excludeCols), strings(columnTypes), strings(missingValues));
        return SourceColumns.table(dataset.toDF(), choice.withLabel(label).withId(id), invalid);
    }

    private String[] strings(StringArrayParam param) {
        return isSet(param) ? getOrDefault(param) : new String[0];
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
                given > 0 ? given : Settings.partsFor(dataset.rdd().getNumPartitions(), dataset.count()),
                (Double) getOrDefault(labelWeight));
    }

    private StructType mapSchema(StructType schema, @Nullable String ids) {
        StructField id = ids == null ? DataTypes.createStructField("id", DataTypes.LongType, false) : schema.apply(ids);
        return ColumnParams.add(new StructType().add(id), this);
    }

    @Override
    public StructType transformSchema(StructType schema) {
        requireColumn(schema, ColumnParams.id(this));
        requireColumn(schema, isSet(labelCol) ? getOrDefault(labelCol) : null);
        return ColumnParams.withPlaces(schema, this);
    }

    private static void requireColumn(StructType schema, @Nullable String column) {
        if (column != null && !Arrays.asList(schema.fieldNames()).contains(column)) {
            throw new IllegalArgumentException(
                    column + " does not exist. Available: " + String.join(", ", schema.fieldNames()));
        }
    }

    @Override
    public GneEstimator copy(ParamMap extra) {
        return defaultCopy(extra);
    }

    /** Reads saved estimators. */
    public static MLReader<GneEstimator> read() {
        return new DefaultParamsReader<>();
    }

    /** Reads an estimator that was saved by {@code write().save(path)}. */
    public static GneEstimator load(String path) {
        return read().load(path);
    }
}

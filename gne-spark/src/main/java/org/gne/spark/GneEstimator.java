package org.gne.spark;

import java.util.Arrays;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.ParamMap;
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
        implements HasColumns<GneEstimator>,
                HasRowKinds<GneEstimator>,
                HasTraining<GneEstimator>,
                HasPartitions<GneEstimator>,
                DefaultParamsWritable {

    private static final long serialVersionUID = 1;

    private final String uid;

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
        GneOptions defaults = GneOptions.defaults();
        ColumnParams.setDefaults(this);
        setDefault(preset(), Preset.DEFAULT.toString());
        setDefault(dim(), defaults.dim());
        setDefault(hidden(), defaults.hidden());
        setDefault(seed(), defaults.seed());
        setDefault(partitions(), 0);
        setDefault(roundsPerEpoch(), 0);
        setDefault(checkpointDir(), "");
        setDefault(labelWeight(), 0.0);
    }

    @Override
    public String uid() {
        return uid;
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
        if (settings.labelWeight() > 0 && !isSet(labelCol())) {
            throw new IllegalArgumentException("labelWeight: found " + settings.labelWeight()
                    + " without a column of labels, expected labelCol too");
        }
        SourceColumns columns = sourceColumns(dataset);
        Checkpoints checkpoints = Checkpoints.in(context.sc(), getOrDefault(checkpointDir()));
        DistributedFit.Result result =
                new DistributedFit(context, settings, checkpoints).run(columns.source(), columns.schema());
        Dataset<Row> map = session.createDataFrame(
                result.map().flatMap(PartMap::rows), mapSchema(dataset.schema(), ColumnParams.id(this)));
        GneSparkModel model = new GneSparkModel(uid, result.model(), map);
        return (GneSparkModel) copyValues(model.setParent(this), ParamMap.empty());
    }

    private SourceColumns sourceColumns(Dataset<?> dataset) {
        String label = isSet(labelCol()) ? getOrDefault(labelCol()) : null;
        String id = ColumnParams.id(this);
        InvalidRows invalid = ColumnParams.invalid(this);
        Schema.Picture image = isSet(picture()) ? Pictures.parse(getOrDefault(picture())) : null;
        if (!ColumnParams.isTable(this)) {
            return SourceColumns.vector(dataset.toDF(), getFeaturesCol(), image, id, label, invalid);
        }
        if (image != null) {
            throw new IllegalArgumentException(
                    "picture: found columns of a table (inputCols), expected a vector (featuresCol)");
        }
        ColumnChoice choice = SourceColumns.choice(
                getOrDefault(inputCols()), strings(excludeCols()), strings(columnTypes()), strings(missingValues()));
        return SourceColumns.table(dataset.toDF(), choice.withLabel(label).withId(id), invalid);
    }

    private String[] strings(StringArrayParam param) {
        return isSet(param) ? getOrDefault(param) : new String[0];
    }

    private Settings settings(Dataset<?> dataset) {
        String name = getOrDefault(preset());
        int given = (Integer) getOrDefault(partitions());
        return new Settings(
                name,
                (Integer) getOrDefault(dim()),
                (Integer) getOrDefault(hidden()),
                isSet(blocks())
                        ? (Integer) getOrDefault(blocks())
                        : GneOptions.of(Preset.of(name)).blocks(),
                isSet(epochs()) ? (Integer) getOrDefault(epochs()) : 0,
                isSet(batchSize()) ? (Integer) getOrDefault(batchSize()) : 0,
                isSet(neighborWeight()) ? (Double) getOrDefault(neighborWeight()) : Double.NaN,
                (Long) getOrDefault(seed()),
                (Integer) getOrDefault(roundsPerEpoch()),
                given > 0 ? given : Settings.partsFor(dataset.rdd().getNumPartitions(), dataset.count()),
                (Double) getOrDefault(labelWeight()));
    }

    private StructType mapSchema(StructType schema, @Nullable String ids) {
        StructField id = ids == null ? DataTypes.createStructField("id", DataTypes.LongType, false) : schema.apply(ids);
        return ColumnParams.add(new StructType().add(id), this);
    }

    @Override
    public StructType transformSchema(StructType schema) {
        requireColumn(schema, ColumnParams.id(this));
        requireColumn(schema, isSet(labelCol()) ? getOrDefault(labelCol()) : null);
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

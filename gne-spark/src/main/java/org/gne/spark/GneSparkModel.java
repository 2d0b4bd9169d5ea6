package org.gne.spark;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.gne.GneModel;
import org.gne.data.Schema;
import org.gne.io.ReadOptions;
import org.jspecify.annotations.Nullable;

/**
 * A map in Spark: it holds the coordinates of the training rows, places other rows, and generates samples at any
 * coordinates.
 *
 * <p>It is saved like other models of Spark ML, with {@code model.safetensors} inside, which {@link GneModel#load} and
 * every tool of GNE can read. {@link #of} wraps a model that was fitted elsewhere.
 *
 * @serial exclude
 */
public final class GneSparkModel extends Model<GneSparkModel> implements HasColumns<GneSparkModel>, MLWritable {

    private static final long serialVersionUID = 1;

    private final String uid;
    private final Param<String> generatedCol;
    private final transient GneModel model;
    private final transient @Nullable Dataset<Row> map;

    GneSparkModel(String uid, GneModel model, @Nullable Dataset<Row> map) {
        this.uid = uid;
        this.model = model;
        this.map = map;
        generatedCol = new Param<>(this, "generatedCol", "column for the generated samples: vector");
        ColumnParams.setDefaults(this);
        setDefault(generatedCol, "generated");
    }

    /** Wraps a model that was fitted elsewhere. */
    public static GneSparkModel of(GneModel model) {
        return new GneSparkModel(Identifiable$.MODULE$.randomUID("gne"), model, null);
    }

    @Override
    public String uid() {
        return uid;
    }

    /** The column for generated samples: vectors. */
    public Param<String> generatedCol() {
        return generatedCol;
    }

    /** Sets the column for generated samples. */
    public GneSparkModel setGeneratedCol(String value) {
        set(generatedCol, value);
        return this;
    }

    /** The model of the library, with the coordinates of all training rows in the order of their numbers. */
    public GneModel model() {
        return model;
    }

    /**
     * The training rows: id (or number), coordinates and error. The errors of a model that was fitted elsewhere are not
     * known: NaN.
     */
    public Dataset<Row> map() {
        return map != null ? map : mapOf(SparkSession.active());
    }

    @Nullable Dataset<Row> ownMap() {
        return map;
    }

    private Dataset<Row> mapOf(SparkSession session) {
        float[] values = model.embedding().values();
        int dim = model.dim();
        List<Row> rows = IntStream.range(0, model.embedding().size())
                .mapToObj(i -> RowFactory.create((long) i, PartMap.vector(values, i, dim), Float.NaN))
                .toList();
        StructType ids = new StructType().add("id", DataTypes.LongType, false);
        return session.createDataFrame(rows, ColumnParams.add(ids, this));
    }

    /**
     * Places rows: finds the coordinates at which the decoder, which does not change, reconstructs each row best. They
     * depend on the row and the model only.
     *
     * @return the same rows with coordinates and error
     */
    @Override
    public Dataset<Row> transform(Dataset<?> dataset) {
        StructType schema = transformSchema(dataset.schema());
        InvalidRows invalid = ColumnParams.invalid(this);
        RowReader reader = reader(dataset, invalid);
        String id = ColumnParams.id(this);
        int named =
                id == null ? -1 : Arrays.asList(dataset.schema().fieldNames()).indexOf(id);
        Broadcast<FrozenModel> frozen = broadcast(dataset);
        MapPartitionsFunction<Row, Row> place = rows -> frozen.value()
                .place(rows, reader, invalid, named, TaskContext.get().cpus());
        return dataset.toDF().mapPartitions(place, Encoders.row(schema));
    }

    private RowReader reader(Dataset<?> dataset, InvalidRows invalid) {
        if (!ColumnParams.isTable(this)) {
            String name = getFeaturesCol();
            int column = Arrays.asList(dataset.schema().fieldNames()).indexOf(name);
            return new VectorReader(name, column, model.decoder().out(), invalid == InvalidRows.KEEP);
        }
        if (!(model.schema() instanceof Schema.Columns columns)) {
            throw new IllegalArgumentException("inputCols: found a model of images, expected a model of a table");
        }
        return TableReader.of(dataset.toDF(), ReadOptions.defaults().withSchema(columns), invalid);
    }

    /**
     * Generates samples.
     *
     * @param places rows with a column {@link #coordinatesCol} of vectors or arrays, with as many values as the map has
     *     dimensions
     * @return the same rows with a column {@link #generatedCol}: vectors in the units of the data
     */
    public Dataset<Row> generate(Dataset<?> places) {
        StructType schema = places.schema();
        String name = getCoordinatesCol();
        String generated = getOrDefault(generatedCol);
        NumberColumn.check(schema, name);
        NumberColumn.checkNew(schema, generated);
        int column = Arrays.asList(schema.fieldNames()).indexOf(name);
        Broadcast<FrozenModel> frozen = broadcast(places);
        MapPartitionsFunction<Row, Row> generate = rows -> frozen.value().generate(rows, column, name);
        return places.toDF()
                .mapPartitions(generate, Encoders.row(schema.add(generated, SQLDataTypes.VectorType(), false)));
    }

    private Broadcast<FrozenModel> broadcast(Dataset<?> dataset) {
        return JavaSparkContext.fromSparkContext(dataset.sparkSession().sparkContext())
                .broadcast(new FrozenModel(model));
    }

    @Override
    public StructType transformSchema(StructType schema) {
        return ColumnParams.withPlaces(schema, this);
    }

    @Override
    public GneSparkModel copy(ParamMap extra) {
        GneSparkModel copy = new GneSparkModel(uid, model, map);
        return copyValues(copy, extra).setParent(parent());
    }

    @Override
    public MLWriter write() {
        return new ModelFolder.Writer(this);
    }

    /** Reads saved models. */
    public static MLReader<GneSparkModel> read() {
        return new ModelFolder.Reader();
    }

    /** Reads a model that was saved by {@code write().save(path)}. */
    public static GneSparkModel load(String path) {
        return read().load(path);
    }
}

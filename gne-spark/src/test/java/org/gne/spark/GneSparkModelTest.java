package org.gne.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.SparkException;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.gne.Gne;
import org.gne.GneModel;
import org.gne.GneOptions;
import org.gne.data.Column;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.place.Placed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GneSparkModelTest {

    private static SparkSession spark;
    private static GneSparkModel model;
    private static Dataset<Row> others;

    @BeforeAll
    static void start() {
        spark = Sessions.local();
        float[][] rows = Tables.clusters(240, 6);
        model = new GneEstimator()
                .setEpochs(4)
                .setPartitions(2)
                .setIdCol("name")
                .fit(Tables.of(spark, Arrays.copyOf(rows, 200)));
        others = Tables.of(spark, Arrays.copyOfRange(rows, 200, 240));
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    @Test
    void placesRowsWhereTheLibraryDoes() {
        Placed expected = model.model().place(Samples.of(Arrays.copyOfRange(Tables.clusters(240, 6), 200, 240)), 2);
        List<Row> placed = model.transform(others.repartition(3)).collectAsList();
        assertThat(placed).hasSize(40);
        for (Row row : placed) {
            int number = Integer.parseInt(row.<String>getAs("name").substring(4));
            assertThat(row.<Vector>getAs("coordinates").toArray())
                    .containsExactly(
                            Tables.vector(expected.embedding().point(number)).toArray());
            assertThat(row.<Float>getAs("error")).isEqualTo(expected.errors()[number]);
        }
    }

    @Test
    void generatesWhatTheLibraryDoes() {
        float[][] places = {{0, 0}, {0.5f, -1}, {2, 1}};
        float[][] expected = model.model().generate(places);
        Dataset<Row> rows = Tables.of(spark, places).withColumnRenamed("features", "coordinates");
        List<Row> generated = model.copy(ParamMap.empty())
                .setGeneratedCol("sample")
                .generate(rows)
                .orderBy("name")
                .collectAsList();
        for (int i = 0; i < places.length; i++) {
            assertThat(generated.get(i).<Vector>getAs("sample").toArray())
                    .containsExactly(Tables.vector(expected[i]).toArray());
        }
    }

    @Test
    void aRowThatCanNotBePlacedFailsTheJobWithAReason() {
        Dataset<Row> wrong = Tables.of(spark, SQLDataTypes.VectorType(), Arrays.asList((Object) null));
        assertThatExceptionOfType(SparkException.class)
                .isThrownBy(() -> model.transform(wrong).collect())
                .withStackTraceContaining("column features, row row 0: found null, expected 6 values");
    }

    @Test
    void theLibraryReadsWhatSparkSaved(@TempDir Path folder) throws IOException {
        Path saved = folder.resolve("model");
        model.write().save(saved.toString());
        GneModel read = GneModel.load(saved.resolve("model.safetensors"));
        assertThat(read.embedding().sha256())
                .isEqualTo(model.model().embedding().sha256());
        assertThat(read.decoder().parameters())
                .isEqualTo(model.model().decoder().parameters());
        assertThat(read.record()).isEqualTo(model.model().record());

        GneSparkModel loaded = GneSparkModel.load(saved.toString());
        assertThat(loaded.uid()).isEqualTo(model.uid());
        assertThat(loaded.map().orderBy("name").collectAsList())
                .isEqualTo(model.map().orderBy("name").collectAsList());
        assertThat(loaded.transform(others).collectAsList())
                .isEqualTo(model.transform(others).collectAsList());
    }

    @Test
    void sparkTakesWhatTheLibraryTrained(@TempDir Path folder) throws IOException {
        GneModel alone = Gne.fit(
                Samples.of(Tables.clusters(60, 6)), GneOptions.defaults().withEpochs(2));
        GneSparkModel taken = GneSparkModel.of(alone);
        assertThat(taken.map().count()).isEqualTo(60);
        taken.write().save(folder.resolve("taken").toString());
        List<Row> placed = GneSparkModel.load(folder.resolve("taken").toString())
                .setFeaturesCol("features")
                .transform(others.limit(3))
                .collectAsList();
        Placed expected = alone.place(Samples.of(Arrays.copyOfRange(Tables.clusters(240, 6), 200, 203)), 1);
        assertThat(placed.get(2).<Float>getAs("error")).isEqualTo(expected.errors()[2]);
    }

    @Test
    void aModelOfNumbersBooleansAndCategoriesPlacesAndGeneratesAsTheLibraryDoes() {
        Schema.Columns schema = new Schema.Columns(List.of(
                Column.number("wild"),
                Column.bool("flag"),
                Column.category("colour", List.of("red", "green", "blue"))));
        float[][] rows = new float[80][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new float[] {
                i % 40 == 0 ? 1e4f : i % 17, i % 2, i % 3 == 0 ? 1 : 0, i % 3 == 1 ? 1 : 0, i % 3 == 2 ? 1 : 0
            };
        }
        float[] values = new float[80 * 5];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, values, 5 * i, 5);
        }
        GneModel mixed =
                Gne.fit(Samples.ofFloats(values, schema), GneOptions.defaults().withEpochs(2));
        assertThat(mixed.scaling().tails()).isNotNull();
        GneSparkModel taken = GneSparkModel.of(mixed);

        Placed expected = mixed.place(Samples.ofFloats(values, schema), 2);
        for (Row row : taken.transform(Tables.of(spark, rows)).collectAsList()) {
            int number = Integer.parseInt(row.<String>getAs("name").substring(4));
            assertThat(row.<Float>getAs("error")).isEqualTo(expected.errors()[number]);
        }
        float[][] places = {{0, 0}, {40, -40}};
        float[][] samples = mixed.generate(places);
        List<Row> generated = taken.generate(Tables.of(spark, places).withColumnRenamed("features", "coordinates"))
                .orderBy("name")
                .collectAsList();
        for (int i = 0; i < places.length; i++) {
            assertThat(generated.get(i).<Vector>getAs("generated").toArray())
                    .containsExactly(Tables.vector(samples[i]).toArray());
        }
    }

    @Test
    void isAStageOfAPipelineThatCanBeSaved(@TempDir Path folder) throws IOException {
        Dataset<Row> table = spark.range(60)
                .select(
                        functions.col("id"),
                        functions.sin(functions.col("id")).as("a"),
                        functions.cos(functions.col("id")).as("b"));
        VectorAssembler assembler =
                new VectorAssembler().setInputCols(new String[] {"a", "b"}).setOutputCol("both");
        GneEstimator estimator = new GneEstimator()
                .setFeaturesCol("both")
                .setCoordinatesCol("place")
                .setEpochs(2)
                .setPartitions(2);
        PipelineModel fitted = new Pipeline()
                .setStages(new PipelineStage[] {assembler, estimator})
                .fit(table);
        fitted.write().save(folder.resolve("pipeline").toString());
        PipelineModel loaded = PipelineModel.load(folder.resolve("pipeline").toString());
        Dataset<Row> placed = loaded.transform(table);
        assertThat(placed.columns()).containsExactly("id", "a", "b", "both", "place", "error");
        assertThat(placed.collectAsList()).isEqualTo(fitted.transform(table).collectAsList());
    }
}

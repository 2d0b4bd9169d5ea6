package org.gne.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.gne.Gne;
import org.gne.GneModel;
import org.gne.GneOptions;
import org.gne.Preset;
import org.gne.data.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GneEstimatorTest {

    private static SparkSession spark;

    @BeforeAll
    static void start() {
        spark = Sessions.local();
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static GneEstimator estimator(int partitions) {
        return new GneEstimator().setEpochs(3).setPartitions(partitions);
    }

    private static String bits(GneEstimator estimator, Dataset<Row> rows) {
        return estimator.fit(rows).model().embedding().sha256();
    }

    @Test
    void onePartitionGivesTheBitsOfTheLibrary() {
        float[][] rows = Tables.clusters(300, 12);
        GneModel alone = Gne.fit(Samples.of(rows), GneOptions.defaults().withEpochs(6));
        GneModel spread = new GneEstimator()
                .setEpochs(6)
                .setPartitions(1)
                .setRoundsPerEpoch(1)
                .fit(Tables.of(spark, rows))
                .model();
        assertThat(spread.record().trainingLoss()).isEqualTo(alone.record().trainingLoss());
        assertThat(spread.record().explainedError()).isEqualTo(alone.record().explainedError());
        assertThat(spread.embedding().sha256()).isEqualTo(alone.embedding().sha256());
        assertThat(spread.decoder().parameters()).isEqualTo(alone.decoder().parameters());
    }

    /** More rows than the principal components are computed from. */
    @Test
    void onePartitionGivesTheMapOfTheLibraryForManyRows() {
        float[][] rows = Tables.clusters(17_000, 3);
        GneOptions options = GneOptions.of(Preset.FAST);
        GneModel alone = Gne.fit(
                Samples.of(rows), options.withTraining(options.training().withEpochs(1)));
        GneModel spread = estimator(1)
                .setPreset("fast")
                .setEpochs(1)
                .fit(Tables.of(spark, rows))
                .model();
        assertThat(spread.embedding().sha256()).isEqualTo(alone.embedding().sha256());
        assertThat(spread.decoder().parameters()).isEqualTo(alone.decoder().parameters());
    }

    @Test
    void everyOptionIsTheLibrarysOfThatName() {
        float[][] rows = Tables.clusters(200, 6);
        GneOptions options = GneOptions.defaults()
                .withDim(3)
                .withHidden(12)
                .withBlocks(1)
                .withNeighborWeight(0.5)
                .withSeed(7);
        options = options.withTraining(options.training().withEpochs(2).withBatch(64));
        GneModel alone = Gne.fit(Samples.of(rows), options);
        GneModel spread = new GneEstimator()
                .setDim(3)
                .setHidden(12)
                .setBlocks(1)
                .setNeighborWeight(0.5)
                .setSeed(7)
                .setEpochs(2)
                .setBatchSize(64)
                .setPartitions(1)
                .setRoundsPerEpoch(1)
                .fit(Tables.of(spark, rows))
                .model();
        assertThat(spread.decoder().shape()).isEqualTo(alone.decoder().shape());
        assertThat(spread.embedding().sha256()).isEqualTo(alone.embedding().sha256());
    }

    @Test
    void asManyPartitionsGiveTheSameBitsHoweverTheDataIsSplit() {
        Dataset<Row> rows = Tables.of(spark, Tables.clusters(300, 6));
        String three = bits(estimator(3), rows.coalesce(1));
        assertThat(bits(estimator(3), Tables.of(spark, Samples.of(Tables.clusters(300, 6)), 5)))
                .isEqualTo(three);
        assertThat(bits(estimator(2), rows)).isNotEqualTo(three);
    }

    @Test
    void manyPartitionsAreMergedToTheSameBits() {
        Dataset<Row> rows = Tables.of(spark, Tables.clusters(200, 4));
        GneEstimator many = estimator(11).setEpochs(1);
        assertThat(bits(many, rows)).isEqualTo(bits(many, rows));
    }

    @Test
    void denseAndSparseVectorsAndArraysGiveTheSameBits() {
        float[][] rows = Tables.clusters(80, 5);
        List<Vector> sparse = new ArrayList<>();
        List<Object> doubles = new ArrayList<>();
        for (float[] row : rows) {
            row[3] = 0;
            sparse.add(Vectors.sparse(5, new int[] {0, 1, 2, 4}, new double[] {row[0], row[1], row[2], row[4]}));
            doubles.add(Tables.vector(row).toArray());
        }
        String dense = bits(estimator(2), Tables.of(spark, rows));
        assertThat(bits(estimator(2), Tables.of(spark, SQLDataTypes.VectorType(), sparse)))
                .isEqualTo(dense);
        assertThat(bits(estimator(2), Tables.of(spark, DataTypes.createArrayType(DataTypes.DoubleType), doubles)))
                .isEqualTo(dense);
        assertThat(bits(estimator(2), Tables.of(spark, Samples.of(rows), 2))).isEqualTo(dense);
    }

    @Test
    void theMapHasIdsCoordinatesAndErrors() {
        Dataset<Row> rows = Tables.of(spark, Tables.clusters(50, 4));
        GneSparkModel model = estimator(3).setIdCol("name").fit(rows);
        List<Row> map = model.map().collectAsList();
        assertThat(map).hasSize(50);
        assertThat(model.map().columns()).containsExactly("name", "coordinates", "error");
        for (Row row : map) {
            int number = Integer.parseInt(row.getString(0).substring(4));
            assertThat(((Vector) row.get(1)).toArray())
                    .containsExactly(Tables.vector(model.model().embedding().point(number))
                            .toArray());
            assertThat(row.getFloat(2)).isBetween(0f, 100f);
        }
    }

    @Test
    void rowsThatMissValuesAreTrainedOn() {
        float[][] rows = Tables.clusters(80, 5);
        rows[3][2] = Float.NaN;
        Arrays.fill(rows[7], Float.NaN);
        GneModel model = estimator(2).fit(Tables.of(spark, rows)).model();
        for (float value : model.embedding().values()) {
            assertThat(value).isFinite();
        }
        assertThat(model.record().trainingLoss()).isFinite();
    }

    @Test
    void oneRowAndMorePartitionsThanRowsAreTrainedOn() {
        GneModel one = estimator(1).fit(Tables.of(spark, Tables.clusters(1, 3))).model();
        assertThat(one.embedding().size()).isEqualTo(1);
        GneModel three =
                estimator(5).fit(Tables.of(spark, Tables.clusters(3, 3))).model();
        assertThat(three.embedding().size()).isEqualTo(3);
        assertThat(three.embedding().values()).doesNotContain(Float.NaN);
    }

    @Test
    void rowsThatCanNotBeTrainedOnAreNamed() {
        List<Object> cells = new ArrayList<>(
                Arrays.stream(Tables.clusters(20, 3)).map(Tables::vector).toList());
        cells.set(11, Vectors.dense(1, 2));
        refused(cells, "column features, row 11: found 2 values, expected 3 values");
        cells.set(6, null);
        refused(cells, "column features, row 6: found null, expected 3 values");
        cells.set(4, Vectors.dense(1, Double.NEGATIVE_INFINITY, 3));
        refused(
                cells,
                "column features, row 4: value 1: found -Infinity, expected a finite number, or NaN where it is missing");
        cells.set(0, null);
        refused(cells, "column features, row 0: found null, expected at least 1 value");
        refused(List.of(), "no rows: found 0, expected at least 1");
    }

    @Test
    void aColumnOfWhichNothingIsKnownIsNamed() {
        float[][] rows = Tables.clusters(20, 3);
        for (float[] row : rows) {
            row[2] = Float.NaN;
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimator(2).fit(Tables.of(spark, rows)))
                .withMessage("column features, value 2: found none in any row, expected some");
    }

    private static void refused(List<Object> cells, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimator(3).fit(Tables.of(spark, SQLDataTypes.VectorType(), cells)))
                .withMessage(message);
    }

    @Test
    void columnsThatAreNotThereOrOfAnotherKindAreNamed() {
        Dataset<Row> rows = Tables.of(spark, Tables.clusters(20, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimator(1).setFeaturesCol("pixels").fit(rows))
                .withMessage("pixels does not exist. Available: name, features");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimator(1).setFeaturesCol("name").fit(rows))
                .withMessage("Column name must be a vector or an array of float or double but was actually string.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimator(1).setIdCol("key").fit(rows))
                .withMessage("key does not exist. Available: name, features");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimator(1).setErrorCol("name").fit(rows))
                .withMessage("Output column name already exists.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimator(1).setPicture("2x2x1").fit(rows))
                .withMessage("column features: found 3 values in a row, expected 4 as the picture has");
    }

    @Test
    void columnsKeepTheirNamesFromTheEstimatorToTheModel() {
        Dataset<Row> rows = Tables.of(spark, Tables.clusters(20, 3)).withColumnRenamed("features", "numbers");
        GneEstimator estimator = estimator(1)
                .setFeaturesCol("numbers")
                .setCoordinatesCol("place")
                .setErrorCol("misfit");
        GneSparkModel model = estimator.fit(rows);
        assertThat(model.map().columns()).containsExactly("id", "place", "misfit");
        assertThat(model.getParam("featuresCol")).isEqualTo(model.featuresCol());
        assertThat(model.transform(rows).columns()).containsExactly("name", "numbers", "place", "misfit");
    }

    @Test
    void theEstimatorIsSavedWithItsParameters(@org.junit.jupiter.api.io.TempDir java.nio.file.Path folder)
            throws Exception {
        GneEstimator estimator = estimator(3).setIdCol("name").setSeed(9).setNeighborWeight(0.5);
        String path = folder.resolve("estimator").toString();
        estimator.write().save(path);
        GneEstimator loaded = GneEstimator.load(path);
        assertThat(loaded.uid()).isEqualTo(estimator.uid());
        assertThat(loaded.extractParamMap().toSeq().size())
                .isEqualTo(estimator.extractParamMap().toSeq().size());
        Dataset<Row> rows = Tables.of(spark, Tables.clusters(60, 3));
        assertThat(bits(loaded, rows)).isEqualTo(bits(estimator, rows));
    }
}

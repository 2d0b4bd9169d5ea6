package org.gne.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkException;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.gne.Gne;
import org.gne.GneModel;
import org.gne.GneOptions;
import org.gne.data.Schema;
import org.gne.io.ColumnChoice;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.gne.place.Placed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data frames of ordinary columns. */
class TableFitTest {

    private static final int ROWS = 240;

    private static final List<String> KINDS = List.of("red", "green", "blue");

    @TempDir
    static Path folder;

    private static SparkSession spark;
    private static Dataset<Row> orders;
    private static Path csv;

    @BeforeAll
    static void start() throws IOException {
        spark = Sessions.local();
        List<String> lines = new ArrayList<>();
        lines.add("order,amount,city,express,day,visits,kind");
        for (int i = 0; i < ROWS; i++) {
            lines.add(String.join(
                    ",",
                    "n" + i,
                    i % 11 == 3 ? "" : String.valueOf(3 + (i * 37 % 101) * 0.25),
                    List.of("Bern", "Rome", "Oslo", "Bonn").get(i * 7 % 4),
                    i % 3 == 0 ? "true" : "false",
                    "2026-0" + (1 + i % 9) + "-1" + i % 10,
                    String.valueOf(i % 5 == 0 ? i % 13 : 0),
                    KINDS.get(i % 3)));
        }
        csv = Files.write(folder.resolve("orders.csv"), lines);
        orders = spark.read()
                .option("header", true)
                .schema("order string, amount double, city string, express boolean, day date, visits int, kind string")
                .csv(csv.toString())
                .cache();
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static GneEstimator estimator(int partitions) {
        return new GneEstimator()
                .setInputCols("*")
                .setColumnTypes("visits=count")
                .setIdCol("order")
                .setLabelCol("kind")
                .setEpochs(3)
                .setPartitions(partitions)
                .setRoundsPerEpoch(partitions == 1 ? 1 : 2);
    }

    private static org.gne.data.Dataset asTheCommandReads() throws IOException {
        ColumnChoice choice = ColumnChoice.ALL
                .withId("order")
                .withLabel("kind")
                .withTypes(java.util.Map.of("visits", org.gne.io.TypeChoice.of("count")));
        return Inputs.read(csv.toString(), ReadOptions.defaults().withColumns(choice));
    }

    @Test
    void onePartitionGivesTheModelOfTheCommand() throws IOException {
        GneModel alone = Gne.fit(asTheCommandReads(), GneOptions.defaults().withEpochs(3));
        GneModel spread = estimator(1).fit(orders).model();
        assertThat(spread.schema()).isEqualTo(alone.schema());
        assertThat(spread.scaling()).isEqualTo(alone.scaling());
        assertThat(spread.decoder().heads()).isEqualTo(alone.decoder().heads());
        assertThat(spread.embedding().sha256()).isEqualTo(alone.embedding().sha256());
        assertThat(spread.explained().total()).isEqualTo(alone.explained().total());
        assertThat(spread.explained().columns()).isEqualTo(alone.explained().columns());
        assertThat(spread.record().explainedError()).isEqualTo(alone.record().explainedError());
        assertThat(spread.labels()).isEqualTo(alone.labels());
        assertThat(spread.ids()).isEqualTo(alone.ids());
    }

    @Test
    void manyCountsHaveTheHeadsGridsAndDispersionsOfTheLibrary() {
        int columns = 22;
        String[] counts = new String[columns];
        float[] values = new float[120 * columns];
        for (int j = 0; j < columns; j++) {
            counts[j] = "id * " + (j + 3) + " % 11 % 5 as c" + j;
            for (int i = 0; i < 120; i++) {
                values[i * columns + j] = i * (j + 3) % 11 % 5;
            }
        }
        Schema.Columns schema = new Schema.Columns(java.util.stream.IntStream.range(0, columns)
                .mapToObj(j -> org.gne.data.Column.count("c" + j))
                .toList());
        GneModel alone = Gne.fit(
                org.gne.data.Samples.ofFloats(values, schema),
                GneOptions.defaults().withEpochs(2));
        GneModel spread = new GneEstimator()
                .setInputCols("*")
                .setColumnTypes("*=count")
                .setEpochs(2)
                .setPartitions(1)
                .fit(spark.range(0, 120, 1, 2).selectExpr(counts))
                .model();
        assertThat(spread.embedding().sha256()).isEqualTo(alone.embedding().sha256());
        assertThat(spread.decoder().heads()).isEqualTo(alone.decoder().heads());
        assertThat(spread.explained().total()).isEqualTo(alone.explained().total());
    }

    @Test
    void aSavedModelHasNamesLabelsAndIdsAndPlacesRowsAsTheLibraryDoes(@TempDir Path saved) throws IOException {
        GneSparkModel model = estimator(3).fit(orders);
        model.write().save(saved.resolve("map").toString());
        GneModel read = GneModel.load(saved.resolve("map/model.safetensors"));
        assertThat(((Schema.Columns) read.schema()).columns())
                .extracting(org.gne.data.Column::name)
                .containsExactly("amount", "city", "express", "day", "visits");
        assertThat(read.labels().names()).containsExactly("blue", "green", "red");
        assertThat(read.ids().get(7)).isEqualTo("n7");

        Placed expected = read.place(asTheCommandReads().samples(), 2);
        List<Row> placed = GneSparkModel.load(saved.resolve("map").toString())
                .transform(orders.drop("kind"))
                .collectAsList();
        for (int i = 0; i < ROWS; i++) {
            assertThat(placed.get(i).<Vector>getAs("coordinates").toArray())
                    .containsExactly(
                            Tables.vector(expected.embedding().point(i)).toArray());
        }
    }

    @Test
    void someColumnsOfAQueryAreEnough() {
        orders.createOrReplaceTempView("orders");
        GneModel model = new GneEstimator()
                .setInputCols("amount", "vis*")
                .setEpochs(1)
                .setPartitions(2)
                .fit(spark.sql("select amount, visits, visits * 2 as vista, city from orders"))
                .model();
        assertThat(((Schema.Columns) model.schema()).columns())
                .extracting(org.gne.data.Column::name)
                .containsExactly("amount", "visits", "vista");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GneEstimator().setInputCols("amuont").fit(orders))
                .withMessageStartingWith("data frame: no column 'amuont', expected one of")
                .withMessageContaining("amount");
    }

    @Test
    void aRowThatCannotBeUsedIsNamedLeftOutOrTakenAsMissing() {
        Dataset<Row> wrong = orders.withColumn(
                "amount",
                functions
                        .when(functions.col("order").equalTo("n5"), Double.POSITIVE_INFINITY)
                        .otherwise(functions.col("amount")));
        GneEstimator two = estimator(2).setEpochs(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.fit(wrong))
                .withMessageStartingWith("data frame: row 5 (n5), column 'amount': found Infinity, expected a number");
        assertThat(estimator(2)
                        .setEpochs(1)
                        .setHandleInvalid("skip")
                        .fit(wrong)
                        .map()
                        .count())
                .isEqualTo(ROWS - 1);
        assertThat(estimator(2)
                        .setEpochs(1)
                        .setHandleInvalid("keep")
                        .fit(wrong)
                        .map()
                        .count())
                .isEqualTo(ROWS);

        GneSparkModel model = estimator(2).setEpochs(1).fit(orders);
        assertThatExceptionOfType(SparkException.class)
                .isThrownBy(() -> model.transform(wrong).collect())
                .withStackTraceContaining("data frame: row n5, column 'amount': found Infinity");
        assertThat(model.setHandleInvalid("skip").transform(wrong).collectAsList())
                .hasSize(ROWS - 1);
        assertThat(model.setHandleInvalid("keep").transform(wrong).collectAsList())
                .hasSize(ROWS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.setHandleInvalid("drop"))
                .withMessage("handleInvalid: found drop, expected one of error, skip, keep");
    }

    @Test
    void labelsHelpAFitAsInTheLibraryOrAreRefusedWithAWord() throws IOException {
        GneModel alone =
                Gne.fit(asTheCommandReads(), GneOptions.defaults().withEpochs(2).withLabelWeight(2));
        GneModel spread =
                estimator(1).setEpochs(2).setLabelWeight(2).fit(orders).model();
        assertThat(spread.embedding().sha256()).isEqualTo(alone.embedding().sha256());
        assertThat(spread.record().labelWeight()).isEqualTo(2);
        String helped = estimator(3)
                .setEpochs(2)
                .setLabelWeight(2)
                .fit(orders)
                .model()
                .embedding()
                .sha256();
        assertThat(helped)
                .isNotEqualTo(estimator(3)
                        .setEpochs(2)
                        .fit(orders)
                        .model()
                        .embedding()
                        .sha256());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GneEstimator()
                        .setInputCols("amount")
                        .setLabelWeight(1)
                        .fit(orders))
                .withMessage("labelWeight: found 1.0 without a column of labels, expected labelCol too");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        estimator(1).setLabelCol("amount").setLabelWeight(1).fit(orders))
                .withMessage("labelWeight: found 1.0, but the label amount is a number, expected classes");
    }
}

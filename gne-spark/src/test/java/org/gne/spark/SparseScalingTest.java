package org.gne.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.gne.GneModel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Wide sparse rows, like words weighted by TF-IDF, on two executors of one core and 1 GB. Properties: {@code gne.rows}, {@code gne.columns}, {@code
 * gne.partitions}, {@code gne.epochs}.
 */
@Tag("slow")
class SparseScalingTest {

    private static final int TOPICS = 20;

    private static final int WORDS = 80;

    private static Vector document(int number, int columns) {
        Random random = new Random(number);
        int topic = number % TOPICS;
        TreeMap<Integer, Double> words = new TreeMap<>();
        for (int i = 0; i < WORDS; i++) {
            // Few words are common; two thirds are of the document's topic.
            int rank = (int) (Math.pow(random.nextDouble(), 3) * (columns / TOPICS));
            int of = random.nextInt(3) == 0 ? random.nextInt(TOPICS) : topic;
            words.merge(rank * TOPICS + of, 0.05 + 0.1 * random.nextDouble(), Double::sum);
        }
        return Vectors.sparse(
                columns,
                words.keySet().stream().mapToInt(Integer::intValue).toArray(),
                words.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Test
    void wideSparseRowsFitIntoExecutorsOfOneGigabyte() {
        int rows = Integer.getInteger("gne.rows", 20_000);
        int columns = Integer.getInteger("gne.columns", 50_000);
        int partitions = Integer.getInteger("gne.partitions", 2);
        SparkSession spark = Sessions.cluster(2);
        ExecutorMemory memory = new ExecutorMemory();
        spark.sparkContext().addSparkListener(memory);
        List<Integer> numbers = IntStream.range(0, rows).boxed().toList();
        Dataset<Row> table = spark.createDataFrame(
                JavaSparkContext.fromSparkContext(spark.sparkContext())
                        .parallelize(numbers, 8)
                        .map(number -> RowFactory.create(document(number, columns))),
                new StructType().add("features", SQLDataTypes.VectorType()));
        GneModel model = new GneEstimator()
                .setPreset("fast")
                .setEpochs(Integer.getInteger("gne.epochs", 3))
                .setPartitions(partitions)
                .fit(table)
                .model();
        spark.stop();
        System.out.printf(
                Locale.ROOT,
                "%d x %d in %d partitions: explained %.3f, %.0f s, executors of at most %.0f MB%n",
                rows,
                columns,
                partitions,
                model.explained().total(),
                model.record().trainSeconds(),
                memory.megabytes());
        assertThat(model.embedding().size()).isEqualTo(rows);
    }
}

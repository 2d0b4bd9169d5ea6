import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;
import org.gne.spark.GneSparkModel;

/**
 * Places the rows of new files on a map as the files come, and counts the rows that the map does not explain:
 * {@code spark-submit --class PlaceStream ... out/model incoming placed}.
 */
public final class PlaceStream {

    private PlaceStream() {}

    /** The rows with their coordinates, and whether the map explains them: a stream stays a stream. */
    static Dataset<Row> place(GneSparkModel model, Dataset<Row> rows) {
        double limit = model.model().record().explainedError();
        return model.transform(rows).withColumn("unexplained", functions.col("error").gt(limit));
    }

    /** Writes the placed rows of a batch, and prints how many of them the map does not explain. */
    private static void write(Dataset<Row> batch, long number, String folder) {
        Dataset<Row> placed = batch.persist();
        long unexplained = placed.where("unexplained").count();
        System.out.println("batch " + number + ": " + placed.count() + " rows, " + unexplained + " unexplained");
        placed.write().mode("append").parquet(folder);
        placed.unpersist();
    }

    /**
     * Places all rows of a folder's files that have not been placed before.
     *
     * @param model the folder of a model whose rows were columns of a table
     * @param incoming the folder of Parquet files, at least one
     * @param placed the folder for the placed rows
     */
    static void run(SparkSession spark, String model, String incoming, String placed)
            throws IOException, StreamingQueryException, TimeoutException {
        Dataset<Row> stream = spark.readStream()
                .schema(spark.read().parquet(incoming).schema())
                .parquet(incoming);
        VoidFunction2<Dataset<Row>, Long> write = (batch, number) -> write(batch, number, placed);
        StreamingQuery query = place(GneSparkModel.load(model), stream)
                .writeStream()
                .option("checkpointLocation", placed + "-progress")
                .trigger(Trigger.AvailableNow()) // without it, the query waits for more files
                .foreachBatch(write)
                .start();
        query.awaitTermination();
    }

    /**
     * @param args the folder of a model, the folder of new Parquet files, and a folder for the placed rows
     */
    public static void main(String[] args) throws IOException, StreamingQueryException, TimeoutException {
        try (SparkSession spark = SparkSession.builder().appName("place").getOrCreate()) {
            run(spark, args[0], args[1], args[2]);
        }
    }
}

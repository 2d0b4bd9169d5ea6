import java.io.IOException;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.gne.spark.GneEstimator;
import org.gne.spark.GneSparkModel;

/**
 * Fits a map of the numbers of a table on Spark, and saves the model and the coordinates:
 * {@code spark-submit --class MapOnSpark ... rows.parquet out length,depth,mass}.
 */
public final class MapOnSpark {

    private MapOnSpark() {}

    /** Fits a map of some columns of numbers. */
    static GneSparkModel fit(Dataset<Row> table, String... columns) {
        Dataset<Row> rows = new VectorAssembler()
                .setInputCols(columns)
                .setOutputCol("features")
                .setHandleInvalid("keep") // a missing value stays missing (NaN)
                .transform(table);
        return new GneEstimator().setFeaturesCol("features").setPreset("fast").fit(rows);
    }

    /**
     * @param args a Parquet file, a folder for the results, and the columns with commas between them
     */
    public static void main(String[] args) throws IOException {
        try (SparkSession spark = SparkSession.builder().appName("map").getOrCreate()) {
            GneSparkModel model = fit(spark.read().parquet(args[0]), args[2].split(","));
            model.write().save(args[1] + "/model"); // with model.safetensors inside, which gne explore opens
            model.map().write().parquet(args[1] + "/map");
        }
    }
}

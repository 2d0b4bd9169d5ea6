import java.io.IOException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.gne.spark.GneEstimator;
import org.gne.spark.GneSparkModel;

/**
 * Fits a map of some columns of a table on Spark, and saves the model and the coordinates:
 * {@code spark-submit --class MapOnSpark ... rows.parquet out length,depth,island}.
 */
public final class MapOnSpark {

    private MapOnSpark() {}

    /** Fits a map of columns of numbers, booleans, dates and categories; nulls are missing values. */
    static GneSparkModel fit(Dataset<Row> table, String... columns) {
        return new GneEstimator()
                .setInputCols(columns)
                .setHandleInvalid("skip") // rows with an infinite value
                .setPreset("fast")
                .fit(table);
    }

    /**
     * @param args a Parquet file, a folder for the results, and the columns with commas between them
     */
    public static void main(String[] args) throws IOException {
        try (SparkSession spark = SparkSession.builder().appName("map").getOrCreate()) {
            GneSparkModel model = fit(spark.read().parquet(args[0]), args[2].split(","));
            model.write().save(args[1] + "/model"); // gne explore out/model/model.safetensors opens the page
            model.map().write().parquet(args[1] + "/map");
        }
    }
}

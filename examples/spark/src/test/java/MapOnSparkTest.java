import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.gne.GneModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapOnSparkTest {

    @TempDir
    Path folder;

    @Test
    void aParquetTableBecomesAModelAndAMap() throws Exception {
        // getOrCreate in the program takes this session.
        SparkSession spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
                .getOrCreate();
        String table = folder.resolve("rows.parquet").toString();
        Dataset<Row> rows = spark.range(200).selectExpr("cast(id % 5 as double) a", "cast(id % 7 as double) b", "id / 50.0D c");
        rows.write().parquet(table);

        MapOnSpark.main(new String[] {table, folder.resolve("out").toString(), "a,b,c"});

        Path model = folder.resolve("out/model/model.safetensors");
        assertTrue(Files.exists(model), "no " + model);
        assertEquals(200, GneModel.load(model).embedding().size());
        assertTrue(Files.isDirectory(folder.resolve("out/map")));
    }
}

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    private SparkSession session() {
        // getOrCreate in the programs takes this session.
        return SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.sql.shuffle.partitions", 2)
                .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
                .getOrCreate();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void aParquetTableBecomesAModelWithTheNamesOfItsColumnsAndRowsOfAStreamArePlacedOnIt() throws Exception {
        Dataset<Row> rows = session()
                .range(1_000)
                .selectExpr("id % 5 / 4.0D depth", "if(id % 2 = 0, 'Dream', 'Biscoe') island", "id % 7 / 6.0D length");
        rows.write().parquet(path("rows.parquet"));
        MapOnSpark.main(new String[] {path("rows.parquet"), path("out"), "depth,island,length"});

        GneModel model = GneModel.load(folder.resolve("out/model/model.safetensors"));
        assertEquals(1_000, model.embedding().size());
        assertTrue(model.schema().valueName(1).startsWith("island"), model.schema().valueName(1));
        assertEquals(1_000, session().read().parquet(path("out/map")).count());

        // The program has ended its session. Two files: one with rows of the map, one with others.
        session().read().parquet(path("rows.parquet")).limit(20).write().parquet(path("incoming"));
        session().range(7).selectExpr("1000.0D depth", "'Dream' island", "-1000.0D length").write().mode("append").parquet(path("incoming"));
        PlaceStream.main(new String[] {path("out/model"), path("incoming"), path("placed")});
        Dataset<Row> placed = session().read().parquet(path("placed"));
        assertEquals(27, placed.count());
        assertEquals(7, placed.where("depth = 1000 and unexplained").count());
        assertTrue(placed.where("depth < 2 and unexplained").count() <= 1, "rows of the map are unexplained");
    }
}

package org.gne.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.gne.GneModel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Many rows of a mixed table, as Parquet, by the command of {@link SparkFit} on two executors of one core and 1 GB. Properties: {@code gne.file},
 * a table of {@code .ci/mixed-table ROWS}, and {@code gne.preset}.
 */
@Tag("slow")
class MixedTableScalingTest {

    @TempDir
    Path folder;

    @Test
    void aMixedTableFitsIntoExecutorsOfOneGigabyte() throws Exception {
        String csv = System.getProperty("gne.file");
        SparkSession spark = Sessions.cluster(2);
        ExecutorMemory memory = new ExecutorMemory();
        Exchange exchange = new Exchange();
        spark.sparkContext().addSparkListener(memory);
        spark.sparkContext().addSparkListener(exchange);
        String parquet = folder.resolve("rows.parquet").toString();
        spark.read()
                .option("header", true)
                .option("inferSchema", true)
                .csv(csv)
                .write()
                .parquet(parquet);
        String out = folder.resolve("map").toString();
        int code = new CommandLine(new SparkFit())
                .execute(
                        parquet,
                        "--columns",
                        "length,width,price,made,sold,shape,colour,used,broken,visits,calls",
                        "--counts",
                        "visits,calls",
                        "--label",
                        "kind",
                        "--partitions",
                        "2",
                        "--preset",
                        System.getProperty("gne.preset", "fast"),
                        "--out",
                        out);
        assertThat(code).isZero();
        GneModel model = GneModel.load(Path.of(out, "model.safetensors"));
        System.out.printf(
                Locale.ROOT,
                "%d rows: explained %.3f, %.0f s of training, %.0f us of processor per row in tasks, executors of at most %.0f MB%n",
                model.embedding().size(),
                model.explained().total(),
                model.record().trainSeconds(),
                exchange.cpuSeconds() / model.embedding().size() * 1e6,
                memory.megabytes());
        assertThat(model.explained().total()).isGreaterThan(0.5);
    }
}

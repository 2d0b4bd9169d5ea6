package org.gne.spark;

import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A fit as a job for spark-submit. */
@Command(
        name = "spark-submit ... gne-spark-all.jar",
        mixinStandardHelpOptions = true,
        description = "Learns a map of a data set over a cluster and saves the model, with model.safetensors inside.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spark-submit --master yarn gne-spark-0.1.0-all.jar hdfs:///rows --out hdfs:///map \\",
            "      --checkpoint-dir hdfs:///fits/one",
            "  spark-submit --master local[4] gne-spark-0.1.0-all.jar rows.parquet --features pixels \\",
            "      --picture 28x28x1 --preset fast --out map"
        })
public final class SparkFit implements Callable<Integer> {

    @Parameters(paramLabel = "INPUT", description = "the rows, as Spark reads them")
    private String input = "";

    @Option(names = "--format", description = "what the rows are stored as (default: ${DEFAULT-VALUE})")
    private String format = "parquet";

    @Option(names = "--features", description = "column of a row's numbers (default: ${DEFAULT-VALUE})")
    private String features = "features";

    @Option(names = "--id", description = "column that names rows on the map")
    private @Nullable String id;

    @Option(names = "--picture", description = "height x width x channels where rows are pictures, as 28x28x1")
    private @Nullable String picture;

    @Option(names = "--preset", description = "paper, fast, default or best (default: ${DEFAULT-VALUE})")
    private String preset = "default";

    @Option(names = "--epochs", description = "passes over the rows (default: the preset's)")
    private @Nullable Integer epochs;

    @Option(names = "--seed", description = "of everything random (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--partitions", description = "how many train side by side (default: as the data set has)")
    private int partitions;

    @Option(names = "--rounds", description = "times an epoch that decoders are merged (default: ${DEFAULT-VALUE})")
    private int rounds = GneEstimator.ROUNDS;

    @Option(
            names = "--checkpoint-dir",
            description = "folder, of this fit alone, that all executors reach; a restarted job resumes there")
    private String checkpointDir = "";

    @Option(names = "--out", required = true, description = "folder of the model; must not exist")
    private String out = "";

    @Override
    public Integer call() throws Exception {
        SparkSession spark = SparkSession.builder().appName("GNE").getOrCreate();
        try {
            Dataset<Row> rows = spark.read().format(format).load(input);
            GneEstimator estimator = new GneEstimator()
                    .setFeaturesCol(features)
                    .setPreset(preset)
                    .setSeed(seed)
                    .setPartitions(partitions)
                    .setRoundsPerEpoch(rounds)
                    .setCheckpointDir(checkpointDir);
            if (id != null) {
                estimator.setIdCol(id);
            }
            if (picture != null) {
                estimator.setPicture(picture);
            }
            if (epochs != null) {
                estimator.setEpochs(epochs);
            }
            estimator.fit(rows).write().save(out);
            return 0;
        } finally {
            spark.stop();
        }
    }

    /** Ends with 0, or 2 where the call or the input is wrong, or 1 where the work failed. */
    public static void main(String[] args) {
        CommandLine command = new CommandLine(new SparkFit());
        command.setExecutionExceptionHandler((failure, line, parsed) -> {
            if (failure instanceof IllegalArgumentException) {
                line.getErr().println("gne: " + failure.getMessage());
                return 2;
            }
            throw failure;
        });
        int code = command.execute(args);
        if (code != 0) {
            System.exit(code);
        }
    }
}

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

/** A fit as a job for {@code spark-submit}. */
@Command(
        name = "spark-submit ... gne-spark-all.jar",
        mixinStandardHelpOptions = true,
        description = "Fits a map of a data set on a cluster and saves the model, with model.safetensors inside.",
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

    @Option(names = "--format", description = "format of the rows (default: ${DEFAULT-VALUE})")
    private String format = "parquet";

    @Option(names = "--features", description = "column with the values of a row (default: ${DEFAULT-VALUE})")
    private String features = "features";

    @Option(names = "--id", description = "column with the ids of the rows")
    private @Nullable String id;

    @Option(names = "--picture", description = "height x width x channels if rows are images, like 28x28x1")
    private @Nullable String picture;

    @Option(names = "--preset", description = "paper, fast, default or best (default: ${DEFAULT-VALUE})")
    private String preset = "default";

    @Option(names = "--epochs", description = "number of passes over the rows (default: that of the preset)")
    private @Nullable Integer epochs;

    @Option(names = "--seed", description = "seed of all random numbers (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(
            names = "--partitions",
            description = "number of partitions that train in parallel (default: that of the data set)")
    private int partitions;

    @Option(names = "--rounds", description = "how often decoders are merged in an epoch (default: ${DEFAULT-VALUE})")
    private int rounds = GneEstimator.ROUNDS;

    @Option(
            names = "--checkpoint-dir",
            description = "folder for this fit only, which all executors can reach; a restarted job resumes from it")
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

    /** Ends with 0, with 2 if the call or the input is wrong, or with 1 if the work failed. */
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

package org.gne.spark;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
            "  spark-submit --master yarn gne-spark-all.jar hdfs:///orders --columns 'day,amount,city,visits_*' \\",
            "      --counts 'visits_*' --label kind --id order --checkpoint-dir hdfs:///fits/one --out hdfs:///map",
            "  spark-submit --master yarn gne-spark-all.jar --sql 'select * from shop.orders where year = 2026' \\",
            "      --exclude customer --checkpoint-dir hdfs:///fits/two --out hdfs:///map",
            "  spark-submit --master local[4] gne-spark-all.jar rows.parquet --features pixels \\",
            "      --picture 28x28x1 --preset fast --out map"
        })
public final class SparkFit implements Callable<Integer> {

    @Parameters(
            paramLabel = "INPUT",
            arity = "0..1",
            description = "the rows, as Spark reads them: a path, or the name of a table or view with --format table")
    private @Nullable String input;

    @Option(names = "--sql", description = "a query whose result has the rows, in place of INPUT")
    private @Nullable String sql;

    @Option(names = "--format", description = "format of the rows: ${DEFAULT-VALUE} (default), json, csv, table ...")
    private String format = "parquet";

    @Option(
            names = "--features",
            description =
                    "column with the values of a row, a vector or an array of numbers; default: 'features' if there is such a"
                            + " column and none of the options for tables is given, else the columns of a table")
    private @Nullable String features;

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "NAME",
            description = "columns of a table to use, separated by commas; * matches any text; default: all")
    private List<String> columns = List.of();

    @Option(names = "--exclude", split = ",", paramLabel = "NAME", description = "columns of a table to leave out")
    private List<String> exclude = List.of();

    @Option(names = "--counts", split = ",", paramLabel = "NAME", description = "columns to read as counts")
    private List<String> counts = List.of();

    @Option(
            names = "--type",
            paramLabel = "COLUMN=TYPE",
            description =
                    "type of a column: real, binary, category, count, date, time, id, text (left out) or exclude; can be given"
                            + " several times; default: found from the values")
    private List<String> types = List.of();

    @Option(
            names = "--text",
            paramLabel = "NAME",
            description = "columns of free text; their embeddings have to be columns of vectors: see docs/scaling.md")
    private List<String> texts = List.of();

    @Option(
            names = "--missing",
            split = ",",
            paramLabel = "[COLUMN=]TEXT",
            description = "texts or numbers that mean a missing value, besides null and NaN")
    private List<String> missing = List.of();

    @Option(
            names = "--invalid",
            paramLabel = "WHAT",
            description = "what happens to rows that cannot be used: error, skip or keep (default: ${DEFAULT-VALUE})")
    private String invalid = "error";

    @Option(names = "--label", paramLabel = "NAME", description = "column with the class of each row, or with a number")
    private @Nullable String label;

    @Option(
            names = "--label-weight",
            description = "how much labels influence the map (default: ${DEFAULT-VALUE}, not at all)")
    private double labelWeight;

    @Option(names = "--id", paramLabel = "NAME", description = "column with the ids of the rows")
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

    @Option(
            names = "--rounds",
            description = "how often decoders are merged in an epoch (default: as often as the partitions need)")
    private int rounds;

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
            Dataset<Row> rows = rows(spark);
            estimator(rows).fit(rows).write().save(out);
            return 0;
        } finally {
            spark.stop();
        }
    }

    private Dataset<Row> rows(SparkSession spark) {
        if ((input == null) == (sql == null)) {
            throw new IllegalArgumentException("found "
                    + (input == null ? "neither INPUT nor --sql" : "INPUT and --sql") + ", expected one of them");
        }
        if (sql != null) {
            return spark.sql(sql);
        }
        return format.equals("table")
                ? spark.table(input)
                : spark.read().format(format).load(input);
    }

    private GneEstimator estimator(Dataset<Row> rows) {
        if (!texts.isEmpty()) {
            throw new IllegalArgumentException("--text: found " + String.join(", ", texts)
                    + ", expected a column of vectors (--features): on Spark, texts are embedded before the fit");
        }
        GneEstimator estimator = new GneEstimator()
                .setPreset(preset)
                .setSeed(seed)
                .setPartitions(partitions)
                .setRoundsPerEpoch(rounds)
                .setCheckpointDir(checkpointDir)
                .setHandleInvalid(invalid)
                .setLabelWeight(labelWeight);
        boolean chosen =
                !(columns.isEmpty() && exclude.isEmpty() && counts.isEmpty() && types.isEmpty() && missing.isEmpty());
        if (features != null && chosen) {
            throw new IllegalArgumentException(
                    "found --features and options for the columns of a table, expected one of the two");
        }
        if (features != null || (!chosen && Arrays.asList(rows.columns()).contains("features"))) {
            estimator.setFeaturesCol(features == null ? "features" : features);
        } else {
            estimator
                    .setInputCols(columns.isEmpty() ? new String[] {"*"} : columns.toArray(String[]::new))
                    .setExcludeCols(exclude.toArray(String[]::new))
                    .setMissingValues(missing.toArray(String[]::new))
                    .setColumnTypes(Stream.concat(counts.stream().map(name -> name + "=count"), types.stream())
                            .toArray(String[]::new));
        }
        if (label != null) {
            estimator.setLabelCol(label);
        }
        if (id != null) {
            estimator.setIdCol(id);
        }
        if (picture != null) {
            estimator.setPicture(picture);
        }
        if (epochs != null) {
            estimator.setEpochs(epochs);
        }
        return estimator;
    }

    /** Ends with 0, with 2 if the call or the input is wrong, or with 1 if the work failed. */
    public static void main(String[] args) {
        CommandLine command = new CommandLine(new SparkFit()).setTrimQuotes(true);
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

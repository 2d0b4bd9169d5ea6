package org.gne.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.gne.Gne;
import org.gne.GneModel;
import org.gne.GneOptions;
import org.gne.Preset;
import org.gne.data.Dataset;
import org.gne.io.idx.IdxReader;
import org.gne.kernel.Parallel;
import org.gne.mnist.Mnist;
import org.gne.quality.Preservation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The table of docs/scaling.md, printed: how good a map is for several numbers of partitions. Properties: {@code gne.rows}, {@code gne.preset},
 * {@code gne.partitions} (with commas; 0 is one machine without Spark); of partitions also {@code gne.epochs} and {@code gne.rounds}. Instead of
 * MNIST, {@code gne.file} and {@code gne.labels} are IDX files of images of 28 x 28 pixels and of their classes.
 */
@Tag("slow")
class PartitionsTest {

    @Test
    void mapsOfManyPartitionsArePrinted() throws IOException {
        Dataset data = data().limit(Integer.getInteger("gne.rows", 20_000));
        String preset = System.getProperty("gne.preset", "fast");
        for (int partitions : Arrays.stream(
                        System.getProperty("gne.partitions", "0,2,4,8,16").split(","))
                .mapToInt(Integer::parseInt)
                .toArray()) {
            Exchange exchange = new Exchange();
            GneModel model = partitions == 0
                    ? Gne.fit(data.samples(), GneOptions.of(Preset.of(preset)))
                    : spread(data, preset, partitions, exchange);
            assertThat(model.embedding().size()).isEqualTo(data.samples().size());
            print(partitions, model, data, exchange);
        }
    }

    private static Dataset data() throws IOException {
        String file = System.getProperty("gne.file");
        if (file == null) {
            return Mnist.train();
        }
        Path images = Path.of(file);
        Path labels = Path.of(System.getProperty("gne.labels"));
        try (InputStream rows = Files.newInputStream(images);
                InputStream classes = Files.newInputStream(labels)) {
            return new Dataset(
                    images.toString(),
                    IdxReader.read(images.toString(), rows).samples(),
                    IdxReader.read(labels.toString(), classes).labels());
        }
    }

    private static GneModel spread(Dataset data, String preset, int partitions, Exchange exchange) {
        SparkSession spark = Sessions.local();
        spark.sparkContext().addSparkListener(exchange);
        GneEstimator estimator = new GneEstimator()
                .setPreset(preset)
                .setPicture("28x28x1")
                .setPartitions(partitions)
                .setRoundsPerEpoch(Integer.getInteger("gne.rounds", 0));
        Integer epochs = Integer.getInteger("gne.epochs");
        estimator = epochs == null ? estimator : estimator.setEpochs(epochs);
        GneModel model = estimator.fit(Tables.of(spark, data.samples(), 16)).model();
        spark.stop();
        return model;
    }

    private static void print(int partitions, GneModel model, Dataset data, Exchange exchange) {
        try (Parallel parallel = new Parallel(2)) {
            double trust = Preservation.of(data.samples().scaled(model.scaling()), model.embedding(), 12, 1, parallel)
                    .trustworthiness();
            System.out.printf(
                    Locale.ROOT,
                    "%d partitions: %s, trustworthiness %.4f, %.0f us of processor per row in tasks%n",
                    partitions,
                    MnistQuality.of(model, data),
                    trust,
                    exchange.cpuSeconds() / data.samples().size() * 1e6);
        }
    }
}

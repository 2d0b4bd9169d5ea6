package org.gne.spark;

import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.gne.Gne;
import org.gne.GneModel;
import org.gne.GneOptions;
import org.gne.Preset;
import org.gne.data.Dataset;
import org.gne.io.Mnist;
import org.gne.train.FitListener;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
public class MnistTrial {
    public static void main(String[] args) {
        new MnistTrial().trial();
    }

    @Test
    void trial() {
        int rows = Integer.getInteger("trial.rows", 10_000);
        String preset = System.getProperty("trial.preset", "default");
        Dataset data = Mnist.train().limit(rows);
        if (Boolean.getBoolean("trial.alone")) {
            long t = System.nanoTime();
            GneModel alone = Gne.fit(data.samples(), GneOptions.of(Preset.of(preset)), FitListener.NONE);
            System.out.printf(
                    Locale.ROOT,
                    "TRIAL alone %s %d: %s, %.1f s%n",
                    preset,
                    rows,
                    MnistQuality.of(alone, data),
                    (System.nanoTime() - t) * 1e-9);
        }
        String master = System.getProperty("trial.master", "cluster");
        SparkSession spark = master.equals("cluster") ? Sessions.cluster(2) : Sessions.local();
        for (String rounds : System.getProperty("trial.rounds", "1,4").split(",")) {
            for (String parts : System.getProperty("trial.parts", "2").split(",")) {
                long t = System.nanoTime();
                GneModel model = new GneEstimator()
                        .setPreset(preset)
                        .setPicture("28x28x1")
                        .setPartitions(Integer.parseInt(parts))
                        .setRoundsPerEpoch(Integer.parseInt(rounds))
                        .fit(Tables.of(spark, data.samples(), 2))
                        .model();
                System.out.printf(
                        Locale.ROOT,
                        "TRIAL %s %s %d rounds %s parts %s: %s, %.1f s (train %.1f)%n",
                        master,
                        preset,
                        rows,
                        rounds,
                        parts,
                        MnistQuality.of(model, data),
                        (System.nanoTime() - t) * 1e-9,
                        model.record().trainSeconds());
            }
        }
        spark.stop();
    }
}

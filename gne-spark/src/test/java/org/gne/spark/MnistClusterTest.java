package org.gne.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.gne.Gne;
import org.gne.GneModel;
import org.gne.GneOptions;
import org.gne.data.Dataset;
import org.gne.mnist.Mnist;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The figures of docs/scaling.md on all of MNIST, printed; two executors that are processes of their own. */
@Tag("slow")
class MnistClusterTest {

    /** Source partitions: what the driver sends in one piece has to be smaller than 128 MB. */
    private static final int PIECES = 16;

    @Test
    void twoExecutorsLearnAsGoodAMapOfAllRowsAsOneMachine() {
        Dataset data = Mnist.train();
        MnistQuality alone = MnistQuality.of(Gne.fit(data.samples(), GneOptions.defaults()), data);
        SparkSession spark = Sessions.cluster(2);
        GneModel model = new GneEstimator()
                .setPicture("28x28x1")
                .setPartitions(2)
                .fit(Tables.of(spark, data.samples(), PIECES))
                .model();
        spark.stop();
        MnistQuality found = MnistQuality.of(model, data);
        System.out.printf(
                Locale.ROOT,
                "one machine: %s%ntwo executors: %s, %.0f s%n",
                alone,
                found,
                model.record().trainSeconds());
        assertThat(found.mse()).isLessThan(alone.mse() * 1.03);
        assertThat(found.accuracy()).isGreaterThan(alone.accuracy() - 0.01);
    }
}

package org.gne.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.gne.mnist.Mnist;
import org.junit.jupiter.api.Test;

/** Copies of slow tasks, which Spark starts on another host, and kills when the other copy is done. */
class SpeculationTest {

    private static final org.gne.data.Dataset DATA = Mnist.train().limit(1_500);

    private static final class Copies extends SparkListener {
        private final AtomicInteger started = new AtomicInteger();

        @Override
        public void onTaskStart(SparkListenerTaskStart start) {
            started.addAndGet(start.taskInfo().speculative() ? 1 : 0);
        }
    }

    private static String sha256(SparkSession spark) {
        Dataset<Row> rows = Tables.of(spark, DATA.samples(), 3);
        return new GneEstimator()
                .setPreset("fast")
                .setPicture("28x28x1")
                .setPartitions(3)
                .setEpochs(3)
                .setRoundsPerEpoch(3)
                .fit(rows)
                .model()
                .embedding()
                .sha256();
    }

    @Test
    void copiesOfSlowTasksChangeNoBit() {
        SparkSession alone = Sessions.local();
        String expected = sha256(alone);
        alone.stop();
        Copies copies = new Copies();
        try (TwoHosts cluster = new TwoHosts()) {
            cluster.spark().sparkContext().addSparkListener(copies);
            assertThat(sha256(cluster.spark())).isEqualTo(expected);
        }
        assertThat(copies.started).hasValueGreaterThan(0);
    }
}

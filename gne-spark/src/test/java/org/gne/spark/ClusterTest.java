package org.gne.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.gne.Gne;
import org.gne.GneModel;
import org.gne.GneOptions;
import org.gne.Preset;
import org.gne.mnist.Mnist;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two executors that are processes of their own. */
class ClusterTest {

    private static final org.gne.data.Dataset DATA = Mnist.train().limit(5_000);

    private static SparkSession spark;
    private static Dataset<Row> rows;

    @BeforeAll
    static void start() {
        spark = Sessions.cluster(2);
        rows = Tables.of(spark, DATA.samples(), 2);
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static GneEstimator estimator() {
        return new GneEstimator().setPreset("fast").setPicture("28x28x1").setPartitions(2);
    }

    @Test
    void theMapIsAsGoodAsThatOfOneMachine() {
        int epochs = 16;
        GneModel alone = Gne.fit(DATA.samples(), GneOptions.of(Preset.FAST).withEpochs(epochs));
        GneModel spread = estimator().setEpochs(epochs).fit(rows).model();
        MnistQuality expected = MnistQuality.of(alone, DATA);
        MnistQuality found = MnistQuality.of(spread, DATA);
        // 5,000 rows leave the accuracy of 833 of them to chance: a standard deviation of 0.01.
        assertThat(found.mse()).as("%s, alone %s", found, expected).isLessThan(expected.mse() * 1.05);
        assertThat(found.accuracy()).as("%s, alone %s", found, expected).isGreaterThan(expected.accuracy() - 0.03);
    }

    /** Kills the process of an executor, as kill -9 does, when some jobs have begun. */
    private static final class Killer extends SparkListener {
        private final AtomicInteger jobs = new AtomicInteger();
        private final AtomicInteger removed = new AtomicInteger();

        @Override
        public void onJobStart(SparkListenerJobStart job) {
            if (jobs.incrementAndGet() == 14) {
                Sessions.executors().findFirst().ifPresent(ProcessHandle::destroyForcibly);
            }
        }

        @Override
        public void onExecutorRemoved(SparkListenerExecutorRemoved executor) {
            removed.incrementAndGet();
        }
    }

    @Test
    void theLossOfAnExecutorChangesNoBit() {
        GneEstimator estimator = estimator().setEpochs(6).setRoundsPerEpoch(2);
        String undisturbed = estimator.fit(rows).model().embedding().sha256();
        Killer killer = new Killer();
        spark.sparkContext().addSparkListener(killer);
        String disturbed = estimator.fit(rows).model().embedding().sha256();
        spark.sparkContext().removeSparkListener(killer);
        assertThat(killer.removed).hasValueGreaterThan(0);
        assertThat(disturbed).isEqualTo(undisturbed);
    }
}

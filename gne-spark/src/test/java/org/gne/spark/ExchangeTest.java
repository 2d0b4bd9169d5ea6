package org.gne.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.SparkSession;
import org.gne.data.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What grows with the rows, by Spark's own metrics; times are for docs/scaling.md, not for tests. */
class ExchangeTest {

    private static SparkSession spark;

    @BeforeAll
    static void start() {
        spark = Sessions.local();
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    /** What an epoch sends: a fit of three epochs less one of one. */
    private static long bytesPerEpoch(int rows) {
        return (bytes(rows, 3) - bytes(rows, 1)) / 2;
    }

    private static long bytes(int rows, int epochs) {
        Exchange exchange = new Exchange();
        spark.sparkContext().addSparkListener(exchange);
        new GneEstimator()
                .setEpochs(epochs)
                .setPartitions(2)
                .setRoundsPerEpoch(4)
                .setNeighborWeight(0)
                .fit(Tables.of(spark, Samples.of(Tables.clusters(rows, 4)), 2));
        spark.sparkContext().removeSparkListener(exchange);
        return exchange.resultBytes() + exchange.shuffledBytes();
    }

    @Test
    void whatAnEpochSendsDoesNotDependOnTheRows() {
        // From as many rows on as all partitions are told of.
        double few = bytesPerEpoch(70_000);
        double many = bytesPerEpoch(140_000);
        assertThat(many).isBetween(few * 0.98, few * 1.02);
    }
}

package org.gne.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.SparkSession;
import org.gne.Gne;
import org.gne.GneModel;
import org.gne.GneOptions;
import org.gne.data.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GneEstimatorTest {

    private static SparkSession spark;

    @BeforeAll
    static void start() {
        spark = Sessions.local();
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    @Test
    void onePartitionGivesTheBitsOfTheLibrary() {
        float[][] rows = Tables.clusters(300, 12);
        GneModel alone = Gne.fit(Samples.of(rows), GneOptions.defaults().withEpochs(6));
        GneModel spread = new GneEstimator()
                .setEpochs(6)
                .setPartitions(1)
                .setRoundsPerEpoch(1)
                .fit(Tables.of(spark, rows))
                .model();
        assertThat(spread.record().trainingLoss()).isEqualTo(alone.record().trainingLoss());
        assertThat(spread.embedding().sha256()).isEqualTo(alone.embedding().sha256());
        assertThat(spread.decoder().parameters()).isEqualTo(alone.decoder().parameters());
    }
}

package org.gne.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.data.Offset;
import org.gne.nn.AdamState;
import org.gne.train.DecoderMerge;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OrderedTreeTest {

    private static final int PARTS = 11;

    private static SparkSession spark;

    @BeforeAll
    static void start() {
        spark = Sessions.local();
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static AdamState state(float value) {
        float[] values = {value, 2 * value, -value};
        return new AdamState(values, values.clone(), values.clone());
    }

    /** The share of a partition with one row, which is chosen. */
    private static Merged share(int part) {
        PartRows rows = new PartRows(part, PARTS, 1, null, new float[][] {{part}}, null, null, null, null, -1);
        Part one = new Part(rows, 1, 0, new int[0], new float[0], rows.chosen(PARTS, PARTS));
        AdamState codes = new AdamState(new float[] {part, -part}, new float[2], new float[2]);
        PartState state = new PartState(part, Weights.of(codes), Weights.of(state(1 / (part + 3f))), 1, 0.5, part, 2);
        return Merged.of(state, one, PARTS, PARTS, 2, Weights.of(state(0)));
    }

    private static Merged sum(long bytes) {
        JavaRDD<Merged> shares = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(IntStream.range(0, PARTS).boxed().toList(), PARTS)
                .map(OrderedTreeTest::share);
        return OrderedTree.sum(shares, bytes);
    }

    private static float[] decoder(Merged merged) {
        return merged.decoder(state(0), new DecoderMerge(1, 1, new float[1], new float[1]))
                .first();
    }

    @Test
    void largeSharesGoThroughGroupsToTheSameSumsAsSmallOnes() {
        Merged direct = sum(1);
        Merged groups = sum(1L << 40);
        assertThat(groups.map()).isEqualTo(direct.map());
        for (int part = 0; part < PARTS; part++) {
            assertThat(groups.map()[2 * part]).isEqualTo(part);
        }
        assertThat(groups.moved()).isEqualTo(direct.moved()).isEqualTo(PARTS * (PARTS - 1) / 2);
        assertThat(groups.loss()).isEqualTo(direct.loss());
        assertThat(groups.operations()).isEqualTo(2 * PARTS);
        float[] expected = decoder(direct);
        float[] found = decoder(groups);
        for (int j = 0; j < expected.length; j++) {
            assertThat(found[j]).isCloseTo(expected[j], Offset.offset(1e-6f));
        }
        assertThat(decoder(sum(1L << 40))).isEqualTo(found);
    }
}

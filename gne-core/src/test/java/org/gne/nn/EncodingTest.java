package org.gne.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.gne.data.Column;
import org.gne.data.Embedding;
import org.gne.data.Schema;
import org.gne.kernel.CounterRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EncodingTest {

    private static final CounterRandom RANDOM = CounterRandom.of(5, "test");

    /** A network that shows its features: wide parameters, so that a step between cells would be seen. */
    private static ResidualMlp network(Encoding encoding) {
        ResidualMlp network = ResidualMlp.glorot(new MlpShape(encoding, 8, 1, Heads.real(3)), RANDOM);
        Random random = new Random(7);
        for (Encoding.Part part : encoding.parts()) {
            if (!part.name().equals("box")) {
                for (int i = part.from(); i < part.from() + part.length(); i++) {
                    network.parameters()[i] = (float) random.nextGaussian();
                }
            }
        }
        return network;
    }

    @Test
    void partsAreAllParameters() {
        for (Encoding encoding : List.of(
                new PlainEncoding(2),
                new GridEncoding(2, List.of(8, 16), 8),
                new GridEncoding(3, List.of(4), 2),
                new SineEncoding(5, 64))) {
            int next = 0;
            for (Encoding.Part part : encoding.parts()) {
                assertThat(part.from()).isEqualTo(next);
                next += part.length();
            }
            assertThat(next).isEqualTo(encoding.parameters());
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {-50, -4, -3, -2.625f, 0, 0.75f, 2.625f, 3, 50})
    void samplesVaryContinuouslyAcrossCellsAndTheBorder(float x) {
        ResidualMlp network = network(new GridEncoding(2, List.of(8, 16), 8));
        float[][] beside = network.decode(new float[][] {{x - 1e-4f, 0.3f}, {x, 0.3f}, {x + 1e-4f, 0.3f}});
        for (int j = 0; j < 3; j++) {
            assertThat(beside[0][j]).isCloseTo(beside[1][j], offset(5e-3f));
            assertThat(beside[2][j]).isCloseTo(beside[1][j], offset(5e-3f));
        }
    }

    /** Far outside of the box only the coordinates themselves change. */
    @Test
    void farAwayFeaturesAreThoseOfTheBorder() {
        GridEncoding grids = new GridEncoding(2, List.of(8), 8);
        ResidualMlp network = network(grids);
        float[] inputs = new float[2 * grids.width()];
        grids.pass(2).forward(2, network.parameters(), new float[] {1e5f, 0, 1e7f, 0}, inputs);
        for (int j = 2; j < grids.width(); j++) {
            assertThat(inputs[j]).isCloseTo(inputs[grids.width() + j], offset(1e-3f));
        }
    }

    @Test
    void theBoxCoversTheMap() {
        GridEncoding grids = new GridEncoding(2, List.of(8), 8);
        Embedding map = new Embedding(new float[] {-10, 5, 30, 5, 0, 5}, 2);
        float[] box = network(grids).over(map).parameters();
        assertThat(box[0]).isLessThan(-10);
        assertThat(box[0] + box[2]).isGreaterThan(30);
        assertThat(box[0] + box[2] / 2).isCloseTo(10, offset(1e-4f));
        // All rows have the same second coordinate.
        assertThat(box[1]).isLessThan(5);
        assertThat(box[1] + box[3]).isGreaterThan(5);
    }

    @ParameterizedTest
    @EnumSource(EncodingKind.class)
    void aShiftedNetworkGivesTheSameSamplesThere(EncodingKind kind) {
        ResidualMlp network = network(kind.of(2, 100));
        float[][] before = network.decode(new float[][] {{1.25f, -0.5f}, {-2, 2}});
        float[][] after = network.shifted(new float[] {0.5f, -2}).decode(new float[][] {{0.75f, 1.5f}, {-2.5f, 4}});
        for (int i = 0; i < before.length; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(after[i][j]).isCloseTo(before[i][j], offset(1e-4f));
            }
        }
    }

    @Test
    void moreRowsGetFinerGrids() {
        assertThat(((GridEncoding) EncodingKind.GRIDS.of(2, 275)).cells()).containsExactly(8, 16, 32, 64);
        assertThat(((GridEncoding) EncodingKind.GRIDS.of(2, 60_000)).cells()).containsExactly(8, 16, 32, 64, 128);
        assertThat(((GridEncoding) EncodingKind.GRIDS.of(2, 1_000_000)).cells()).endsWith(256);
    }

    @Test
    void manyCountsGetCoarseGrids() {
        Schema counts = new Schema.Columns(
                IntStream.range(0, 20).mapToObj(j -> Column.count("c" + j)).toList());
        Schema few = new Schema.Columns(List.of(Column.count("a"), Column.count("b")));
        assertThat(((GridEncoding) EncodingKind.GRIDS.of(2, 900, counts)).cells())
                .containsExactly(8);
        assertThat(((GridEncoding) EncodingKind.GRIDS.of(2, 20_000, counts)).cells())
                .containsExactly(8, 16, 32);
        assertThat(((GridEncoding) EncodingKind.GRIDS.of(2, 10_000_000, counts)).cells())
                .endsWith(256);
        for (int dim = 1; dim <= 4; dim++) {
            assertThat(EncodingKind.GRIDS.of(dim, 900, counts).in()).isEqualTo(dim);
        }
        assertThat(EncodingKind.GRIDS.of(2, 900, few)).isEqualTo(EncodingKind.GRIDS.of(2, 900));
        assertThat(EncodingKind.NONE.of(2, 900, counts)).isInstanceOf(PlainEncoding.class);
    }

    @Test
    void mapsOfManyDimensionsGetWaves() {
        assertThat(EncodingKind.GRIDS.of(3, 1000)).isInstanceOf(GridEncoding.class);
        assertThat(EncodingKind.GRIDS.of(4, 1000)).isInstanceOf(SineEncoding.class);
    }

    @Test
    void sizesAreChecked() {
        assertThatThrownBy(() -> new GridEncoding(4, List.of(8), 8)).hasMessageContaining("4 dimensions");
        assertThatThrownBy(() -> new GridEncoding(2, List.of(0), 8)).hasMessageContaining("[0]");
        assertThatThrownBy(() -> new GridEncoding(3, List.of(2000), 8)).hasMessageContaining("too many");
        assertThatThrownBy(() -> new SineEncoding(2, 0)).hasMessageContaining("0 features");
    }
}

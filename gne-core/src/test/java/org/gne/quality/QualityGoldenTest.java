package org.gne.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.kernel.Parallel;
import org.junit.jupiter.api.Test;

/** Against values from scikit-learn; src/test/python/quality_goldens.py made them. */
final class QualityGoldenTest {

    private final Map<String, Object> golden = read();
    private final Embedding embedding = new Embedding(floats("embedding"), 2);

    private static Map<String, Object> read() {
        try (InputStream in = QualityGoldenTest.class.getResourceAsStream("quality_goldens.json")) {
            return JSON.std.mapFrom(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void trustworthinessAndContinuityMatch() {
        Samples samples = Samples.ofFloats(floats("data"), Schema.Columns.numbered((int) number("width")));
        try (Parallel parallel = new Parallel(2)) {
            Preservation found = Preservation.of(samples, embedding, (int) number("neighbors"), 1, parallel);
            assertThat(found.trustworthiness()).isCloseTo(number("trustworthiness"), offset(1e-6));
            assertThat(found.continuity()).isCloseTo(number("continuity"), offset(1e-6));
        }
    }

    @Test
    void neighborhoodHitMatches() {
        try (Parallel parallel = new Parallel(2)) {
            double found = NeighborhoodHit.of(embedding, labels(), (int) number("neighbors"), parallel);
            assertThat(found).isCloseTo(number("neighborhoodHit"), offset(1e-12));
        }
    }

    @Test
    void islandsMatch() {
        try (Parallel parallel = new Parallel(2)) {
            ClassIslands found = ClassIslands.of(embedding, labels(), parallel);
            assertThat(found.perClass())
                    .containsExactly(numbers("classIslands").stream()
                            .mapToInt(Number::intValue)
                            .toArray());
            assertThat(found.stray()).isCloseTo(number("strayRows"), offset(1e-12));
        }
    }

    @Test
    void correlationOfDistancesMatchesWithAndWithoutTies() {
        assertThat(correlation(floats("data"), embedding.values()))
                .isCloseTo(number("distanceCorrelation"), offset(1e-9));
        assertThat(correlation(rounded(floats("data")), rounded(embedding.values())))
                .isCloseTo(number("roundedDistanceCorrelation"), offset(1e-9));
    }

    private double correlation(float[] data, float[] map) {
        Samples samples = Samples.ofFloats(data, Schema.Columns.numbered((int) number("width")));
        try (Parallel parallel = new Parallel(2)) {
            return DistanceCorrelation.of(samples, new Embedding(map, 2), 1, parallel);
        }
    }

    private static float[] rounded(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.rint(values[i]);
        }
        return values;
    }

    private Labels labels() {
        int[] classes = numbers("labels").stream().mapToInt(Number::intValue).toArray();
        return new Labels(classes, List.of("a", "b", "c"));
    }

    @Test
    void accuracyMatches() {
        Labels labels = labels();
        int known = (int) number("knnTrainRows");
        try (Parallel parallel = new Parallel(2)) {
            double found = KnnAccuracy.of(
                    embedding,
                    labels,
                    IntStream.range(0, known).toArray(),
                    IntStream.range(known, 300).toArray(),
                    (int) number("knnNeighbors"),
                    parallel);
            assertThat(found).isCloseTo(number("knnAccuracy"), offset(1e-9));
        }
    }

    @Test
    void aMapThatIsTheDataIsPerfect() {
        Samples samples = Samples.of(embedding.toArray());
        try (Parallel parallel = new Parallel(1)) {
            Preservation found = Preservation.of(samples, embedding, 12, 1, parallel);
            assertThat(found).isEqualTo(new Preservation(1, 1));
            assertThat(DistanceCorrelation.of(samples, embedding, 1, parallel)).isCloseTo(1, offset(1e-12));
        }
    }

    @Test
    void tooFewRowsGiveNoFigure() {
        Samples samples = Samples.of(new float[][] {{1}, {2}, {3}});
        Embedding three = new Embedding(new float[] {1, 2, 3}, 1);
        Labels labels = new Labels(new int[] {0, 0, 0}, List.of("a"));
        try (Parallel parallel = new Parallel(1)) {
            assertThat(Preservation.of(samples, three, 12, 1, parallel).trustworthiness())
                    .isNaN();
            assertThat(KnnAccuracy.of(three, labels, 5, 1, parallel)).isNaN();
            assertThat(NeighborhoodHit.of(three, labels, 3, parallel)).isNaN();
            Samples equal = Samples.of(new float[3][2]);
            assertThat(DistanceCorrelation.of(equal, three, 1, parallel)).isNaN();
        }
    }

    /** Enough rows that pairs are drawn. */
    @Test
    void drawnPairsTellWhatAllPairsTell() {
        Random random = new Random(4);
        float[][] rows = new float[2_000][2];
        float[] map = new float[2_000];
        for (int i = 0; i < rows.length; i++) {
            rows[i][0] = random.nextFloat();
            rows[i][1] = random.nextFloat();
            map[i] = rows[i][0];
        }
        try (Parallel parallel = new Parallel(2)) {
            double all = DistanceCorrelation.of(Samples.of(Arrays.copyOf(rows, 440)), first(map, 440), 1, parallel);
            double drawn = DistanceCorrelation.of(Samples.of(rows), first(map, 2_000), 1, parallel);
            assertThat(drawn).isCloseTo(all, offset(0.05)).isLessThan(0.95);
        }
    }

    private static Embedding first(float[] map, int rows) {
        return new Embedding(Arrays.copyOf(map, rows), 1);
    }

    private double number(String name) {
        return ((Number) Objects.requireNonNull(golden.get(name))).doubleValue();
    }

    @SuppressWarnings("unchecked")
    private List<Number> numbers(String name) {
        return (List<Number>) Objects.requireNonNull(golden.get(name));
    }

    private float[] floats(String name) {
        List<Number> numbers = numbers(name);
        float[] values = new float[numbers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers.get(i).floatValue();
        }
        return values;
    }
}

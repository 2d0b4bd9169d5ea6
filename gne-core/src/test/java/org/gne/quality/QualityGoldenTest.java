package org.gne.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    void accuracyMatches() {
        int[] classes = IntStream.range(0, 300)
                .map(i -> numbers("labels").get(i).intValue())
                .toArray();
        Labels labels = new Labels(classes, List.of("a", "b", "c"));
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
        }
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

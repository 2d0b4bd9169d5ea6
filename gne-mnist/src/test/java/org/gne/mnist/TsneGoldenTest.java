package org.gne.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gne.baseline.Tsne;
import org.gne.baseline.TsneListener;
import org.gne.baseline.TsneMap;
import org.gne.baseline.TsneOptions;
import org.gne.data.Embedding;
import org.gne.data.PrincipalComponents;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.kernel.Parallel;
import org.gne.neighbor.Affinities;
import org.gne.neighbor.Attraction;
import org.gne.neighbor.NeighborSearch;
import org.gne.neighbor.Repulsion;
import org.junit.jupiter.api.Test;

/** t-SNE of bundled digits against scikit-learn; src/test/python/tsne_goldens.py made the golden. */
class TsneGoldenTest {

    private final Map<String, Object> golden = read();
    private final Samples samples =
            Mnist.test().limit((int) number("rows")).samples().scaled(Scaling.unit(0, 255));

    private static Map<String, Object> read() {
        try (InputStream in = TsneGoldenTest.class.getResourceAsStream("tsne_goldens.json")) {
            return JSON.std.mapFrom(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void divergenceOfTheSameMapMatches() {
        try (Parallel parallel = new Parallel(2)) {
            Embedding reduced =
                    PrincipalComponents.fit(samples, 50, 1, parallel).projectAll(samples, parallel);
            int k = (int) (3 * number("perplexity"));
            Affinities affinities = Affinities.of(
                    NeighborSearch.over(reduced, 1, parallel).graph(k, parallel), number("perplexity"), parallel);
            float[] map = map();
            Repulsion repulsion = Repulsion.among(map.length / 2, parallel);
            repulsion.setPoints(map, parallel);
            double normalizer = repulsion.forces(map, new float[map.length], parallel);
            double found = Attraction.divergence(affinities, map, normalizer, parallel);
            // The last of the 50 components are found to some degrees only: that makes 0.17 %.
            assertThat(found).isCloseTo(number("divergence"), withPercentage(0.3));
        }
    }

    @Test
    void aMapOfAsManyIterationsDivergesAsLittle() {
        TsneOptions options =
                TsneOptions.defaults().withPerplexity(number("perplexity")).withIterations((int) number("iterations"));
        try (Parallel parallel = new Parallel(2)) {
            TsneMap found = Tsne.fit(samples, options, 1, parallel, TsneListener.NONE);
            assertThat(found.divergence()).isLessThan(1.02 * number("divergence"));
        }
    }

    private double number(String name) {
        return ((Number) Objects.requireNonNull(golden.get(name))).doubleValue();
    }

    private float[] map() {
        List<?> numbers = (List<?>) Objects.requireNonNull(golden.get("map"));
        float[] values = new float[numbers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = ((Number) numbers.get(i)).floatValue();
        }
        return values;
    }
}

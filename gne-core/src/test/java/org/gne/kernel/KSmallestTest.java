package org.gne.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KSmallestTest {

    private static int[] smallest(KSmallest smallest, float[] scores) {
        smallest.clear();
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] < smallest.bound()) {
                smallest.add(scores[i], i);
            }
        }
        return IntStream.range(0, smallest.count()).map(smallest::index).toArray();
    }

    /** A stable sort keeps the earlier of equal scores first. */
    private static int[] sorted(float[] scores, int k) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparing(i -> scores[i]))
                .limit(k)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Test
    void keepsWhatASortPutsFirstAndTheEarlierOfEquals() {
        Random random = new Random(20250301);
        for (int k : new int[] {1, 2, 5, 12, 96}) {
            KSmallest smallest = new KSmallest(k);
            for (int n : new int[] {0, 1, k, k + 1, 500}) {
                float[] scores = new float[n];
                for (int i = 0; i < n; i++) {
                    scores[i] = random.nextInt(40);
                }
                assertThat(smallest(smallest, scores)).as("%d of %d", k, n).isEqualTo(sorted(scores, k));
            }
        }
    }

    @Test
    void whatHasNoOrderOrNoEndIsNeverBelowTheBound() {
        float[] scores = {Float.NaN, Float.POSITIVE_INFINITY, 2, Float.NaN, 1};
        assertThat(smallest(new KSmallest(3), scores)).containsExactly(4, 2);
        assertThat(Arrays.stream(smallest(new KSmallest(1), scores))).containsExactly(4);
    }
}

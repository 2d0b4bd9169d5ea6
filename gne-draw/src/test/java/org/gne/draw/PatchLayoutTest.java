package org.gne.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatchLayoutTest {

    private static final Rectangle2D AREA = new Rectangle2D.Double(50, 80, 1000, 900);

    @Test
    void patchesLieApartInsideAndClearOfWhatIsTaken() {
        long seed = 20240610;
        System.out.println("PatchLayoutTest.patchesLieApartInsideAndClearOfWhatIsTaken seed " + seed);
        Random random = new Random(seed);
        List<Rectangle2D> taken =
                List.of(new Rectangle2D.Double(300, 300, 120, 60), new Rectangle2D.Double(700, 500, 30, 200));
        for (int n : new int[] {0, 1, 2, 50, 3000, 20_000}) {
            MapPoints points = points(random, n);
            List<Rectangle2D> patches = patches(new PatchLayout(46, 30, AREA, taken), points);
            for (int i = 0; i < patches.size(); i++) {
                Rectangle2D patch = patches.get(i);
                assertThat(AREA.contains(patch)).isTrue();
                assertThat(taken).noneMatch(patch::intersects);
                assertThat(patches.subList(0, i)).noneMatch(patch::intersects);
            }
            if (n >= 3000) {
                assertThat(patches).hasSizeBetween(200, 300);
            }
        }
    }

    @Test
    void equalPlacesShowOneRow() {
        double[] same = IntStream.range(0, 100).mapToDouble(i -> 500).toArray();
        MapPoints points =
                new MapPoints(same, same, null, IntStream.range(0, 100).toArray());
        assertThat(patches(new PatchLayout(40, 40, AREA, List.of()), points)).hasSize(1);
    }

    private static List<Rectangle2D> patches(PatchLayout layout, MapPoints points) {
        return IntStream.of(layout.choose(points, 200))
                .mapToObj(row -> (Rectangle2D) new Rectangle2D.Double(
                        points.x()[row] - layout.width() / 2,
                        points.y()[row] - layout.height() / 2,
                        layout.width(),
                        layout.height()))
                .toList();
    }

    private static MapPoints points(Random random, int n) {
        double[] x = random.doubles(n, 0, 1100).toArray();
        double[] y = random.doubles(n, 0, 1000).toArray();
        return new MapPoints(x, y, null, IntStream.range(0, n).toArray());
    }
}

package org.gne.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.junit.jupiter.api.Test;

class NamesOnMapsTest {

    private static final String PREFIX = "photosynthesis of the leaf at temperature ";

    private static List<String> longNames(int count) {
        return IntStream.range(0, count).mapToObj(i -> PREFIX + i + " degrees").toList();
    }

    @Test
    void longNamesAreShortAndDifferent() {
        ShortNames names = ShortNames.of(longNames(200));
        List<String> all = IntStream.range(0, 200).mapToObj(names::get).toList();
        assertThat(new HashSet<>(all)).hasSize(200);
        assertThat(all).allMatch(name -> name.length() <= 25 && name.startsWith("photo"));
        // What names share is cut in the middle; what differs stays.
        assertThat(names.get(137)).contains("137");
    }

    /** What tells these names apart is in two parts of them. */
    @Test
    void namesOfTheSameTopicsInManyGroupsAreShortAndDifferent() {
        List<String> topics = List.of("proteins", "enzymes", "plants", "receptors of the cell", "viruses");
        List<String> names = IntStream.range(0, 200)
                .mapToObj(i -> "Department of Molecular and Cellular Biology / group " + i / 5 + " / "
                        + topics.get(i % 5) + " of the northern sea")
                .toList();
        ShortNames shortNames = ShortNames.of(names);
        List<String> all = IntStream.range(0, 200).mapToObj(shortNames::get).toList();
        assertThat(new HashSet<>(all)).hasSize(200);
        assertThat(all).allMatch(name -> name.length() <= 25);
        assertThat(all.get(67)).contains("13 / plants");
        ShortNames same = ShortNames.of(List.of("x".repeat(40), "x".repeat(40), "x".repeat(41)));
        assertThat(new HashSet<>(List.of(same.get(0), same.get(1), same.get(2))))
                .hasSize(3);
        assertThat(same.get(1)).hasSizeLessThan(26);
    }

    @Test
    void shortNamesStayAndOthersKeepBothEnds() {
        ShortNames names = ShortNames.of(List.of("cat", " a\nb ", "", "a name that is far too long for a legend"));
        assertThat(List.of(names.get(0), names.get(1), names.get(2))).containsExactly("cat", "a b", "(no name)");
        assertThat(names.get(3))
                .startsWith("a name")
                .endsWith("legend")
                .contains("\u2026")
                .hasSizeLessThan(26);
    }

    @Test
    void linesBreakAfterACommaNearTheMiddle() {
        assertThat(NameLines.of("short name")).containsExactly("short name");
        assertThat(NameLines.of("development files, common, Qt")).containsExactly("development files,", "common, Qt");
    }

    @Test
    void noNameCoversAnotherOrLeavesTheMap() {
        int rows = 4000;
        Random random = new Random(11);
        float[] places = new float[2 * rows];
        for (int i = 0; i < places.length; i++) {
            places[i] = (float) random.nextGaussian();
        }
        Labels labels =
                new Labels(IntStream.range(0, rows).map(row -> row % 200).toArray(), longNames(200));
        Embedding map = new Embedding(places, 2);
        MapAxes axes = MapAxes.plane(1500, 1600, new AxisRange(-4, 4), new AxisRange(-4, 4));
        MapPoints points = MapPoints.of(MapPoints.coordinates(map, 0), MapPoints.coordinates(map, 1), labels, axes);
        Rectangle2D blocked = new Rectangle2D.Double(700, 700, 200, 200);
        try (Canvas canvas = Canvas.of(10, 10)) {
            List<Rectangle2D> boxes = new PlacedNames(
                            canvas.g(),
                            axes.area(),
                            points,
                            MapNames.classes(labels).names(rows),
                            List.of(blocked))
                    .boxes();
            assertThat(boxes).hasSizeBetween(20, 40);
            for (int i = 0; i < boxes.size(); i++) {
                assertThat(axes.area().contains(boxes.get(i))).isTrue();
                assertThat(boxes.get(i).intersects(blocked)).isFalse();
                for (int j = 0; j < i; j++) {
                    assertThat(boxes.get(i).intersects(boxes.get(j))).isFalse();
                }
            }
        }
    }
}

package org.gne.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.gne.data.Embedding;
import org.gne.data.Ids;

/**
 * Names clusters by the ids of their most central rows, such as the words of word vectors: the rows nearest to the mode.
 *
 * @param ids one per row of the map
 * @param map the coordinates of the rows
 */
public record IdNamer(Ids ids, Embedding map) implements ClusterNamer {

    /** More than a name needs, because a child leaves out those of its parent. */
    private static final int TERMS = 10;

    @Override
    public List<List<String>> terms(ClusterTree tree) {
        int[][] rows = tree.allRows();
        List<List<String>> terms = new ArrayList<>();
        for (ClusterTree.Node node : tree.nodes()) {
            int[] own = rows[node.id()];
            double[] distances = Arrays.stream(own)
                    .mapToDouble(row -> distance(row, node.mode()))
                    .toArray();
            Set<String> found = new LinkedHashSet<>();
            IntStream.range(0, own.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> distances[i]))
                    .map(i -> ids.get(own[i]).strip())
                    .filter(id -> !id.isEmpty())
                    .takeWhile(id -> found.size() < TERMS)
                    .forEach(found::add);
            terms.add(List.copyOf(found));
        }
        return terms;
    }

    private double distance(int row, float[] mode) {
        double sum = 0;
        for (int axis = 0; axis < Math.min(2, mode.length); axis++) {
            double difference = map.get(row, axis) - mode[axis];
            sum += difference * difference;
        }
        return sum;
    }
}

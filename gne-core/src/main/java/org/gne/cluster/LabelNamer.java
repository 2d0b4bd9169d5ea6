package org.gne.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.gne.data.Labels;

/**
 * Names clusters by the classes of their rows: the commonest class, and others that have a good part of the rows too.
 *
 * @param labels one per row of the map
 */
public record LabelNamer(Labels labels) implements ClusterNamer {

    /** A class beside the commonest one is named if it has at least this share of the rows of a known class. */
    private static final double SHARE = 0.2;

    @Override
    public List<List<String>> terms(ClusterTree tree) {
        List<List<String>> terms = new ArrayList<>();
        for (int[] rows : tree.allRows()) {
            int[] counts = new int[labels.names().size()];
            int known = 0;
            for (int row : rows) {
                int label = labels.classes()[row];
                if (label >= 0) {
                    counts[label]++;
                    known++;
                }
            }
            double least = SHARE * known;
            List<String> found = IntStream.range(0, counts.length)
                    .filter(label -> counts[label] > 0)
                    .boxed()
                    .sorted(Comparator.comparing(label -> -counts[label]))
                    .map(label -> new Counted(labels.names().get(label), counts[label]))
                    .filter(each -> each.rows() >= least)
                    .map(Counted::name)
                    .toList();
            terms.add(found);
        }
        return terms;
    }

    private record Counted(String name, int rows) {}
}

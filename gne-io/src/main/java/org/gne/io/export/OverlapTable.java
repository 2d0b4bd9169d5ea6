package org.gne.io.export;

import java.util.List;
import org.gne.analysis.ClassOverlap;
import org.gne.io.Table;
import org.gne.io.TableColumn.Kind;

/** How far classes overlap: the largest overlap first. */
public final class OverlapTable {

    private OverlapTable() {}

    /**
     * A row per pair of classes: {@code class,other,overlap,classAsOther,otherAsClass,mixtureOverlap}, shares from 0 to 1 as
     * {@link ClassOverlap} defines them.
     */
    public static Table of(ClassOverlap overlap) {
        List<ClassOverlap.Pair> pairs = overlap.pairs();
        double[][] shares = overlap.byNeighbors();
        RowTable<ClassOverlap.Pair> table = new RowTable<>("overlap of classes", pairs.size(), pairs::get);
        table.add("class", Kind.TEXT, pair -> overlap.names().get(pair.first()));
        table.add("other", Kind.TEXT, pair -> overlap.names().get(pair.second()));
        table.add("overlap", Kind.NUMBER, pair -> text(pair.byNeighbors()));
        table.add("classAsOther", Kind.NUMBER, pair -> text(shares[pair.first()][pair.second()]));
        table.add("otherAsClass", Kind.NUMBER, pair -> text(shares[pair.second()][pair.first()]));
        table.add("mixtureOverlap", Kind.NUMBER, pair -> text(pair.byMixture()));
        return table;
    }

    private static String text(double share) {
        return Float.toString((float) share);
    }
}

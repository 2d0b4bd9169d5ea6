package org.gne.io.export;

import org.gne.cluster.ClusterNames;
import org.gne.cluster.ClusterTree;
import org.gne.io.Table;
import org.gne.io.TableColumn.Kind;

/**
 * The cluster of each row at each level as a table: {@code row} (its number from 0), and for each level from 0, the coarsest, {@code
 * cluster_LEVEL} and {@code name_LEVEL}; missing for a row without finite coordinates. A level without names has no column for them.
 */
public final class ClusterTable {

    private ClusterTable() {}

    /** The table of a tree. */
    public static Table of(ClusterTree tree, ClusterNames names) {
        RowTable<Integer> table = new RowTable<>("clusters", tree.rows(), row -> row);
        MapColumns.number(table);
        return add(table, tree, names);
    }

    /** The same without {@code row}, to be joined with a table that has it. */
    public static Table beside(ClusterTree tree, ClusterNames names) {
        return add(new RowTable<>("clusters", tree.rows(), row -> row), tree, names);
    }

    private static Table add(RowTable<Integer> table, ClusterTree tree, ClusterNames names) {
        for (int level = 0; level < tree.levels(); level++) {
            int each = level;
            table.add("cluster_" + level, Kind.INTEGER, row -> {
                int id = tree.cluster(each, row);
                return id < 0 ? null : Integer.toString(id);
            });
            if (tree.level(level).stream()
                    .anyMatch(node -> !names.name(node.id()).isEmpty())) {
                table.add("name_" + level, Kind.TEXT, row -> {
                    int id = tree.cluster(each, row);
                    return id < 0 || names.name(id).isEmpty() ? null : names.name(id);
                });
            }
        }
        return table;
    }
}

package org.gne.neighbor;

import org.gne.data.Embedding;
import org.gne.kernel.Parallel;

/** Finds the same neighbours as {@link ExactSearch}, but with a tree. For points of few dimensions, mainly maps. */
final class TreeSearch implements NeighborSearch {

    /** In more dimensions, a search visits most of the tree. */
    private static final int MOST_DIMENSIONS = 3;

    /** The number of queries of a task. */
    private static final int CHUNK = 256;

    private final Embedding points;
    private final PointTree tree;

    TreeSearch(Embedding points) {
        this.points = points;
        tree = new PointTree(points);
    }

    /** Whether the points have few dimensions and are finite. */
    static boolean suits(Embedding points) {
        if (points.dim() > MOST_DIMENSIONS) {
            return false;
        }
        for (float value : points.values()) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public NeighborGraph nearest(Embedding queries, int k, Parallel parallel) {
        NeighborSearch.check(points, queries, k, points.size());
        return search(queries, k, false, parallel);
    }

    @Override
    public NeighborGraph graph(int k, Parallel parallel) {
        NeighborSearch.check(points, points, k, points.size() - 1);
        return search(points, k, true, parallel);
    }

    private NeighborGraph search(Embedding queries, int k, boolean themselves, Parallel parallel) {
        int n = queries.size();
        NeighborGraph graph = NeighborGraph.empty(n, k);
        parallel.run((n + CHUNK - 1) / CHUNK, (task, worker) -> {
            for (int row = task * CHUNK; row < Math.min(n, (task + 1) * CHUNK); row++) {
                new Query(queries, row, themselves, graph).run();
            }
        });
        return graph;
    }

    /** The search for the neighbours of one query, which are kept sorted in the graph itself. */
    private final class Query {
        private final Embedding queries;
        private final int row;
        private final boolean themselves;
        private final NeighborGraph graph;
        private final int to;
        private int found;

        Query(Embedding queries, int row, boolean themselves, NeighborGraph graph) {
            this.queries = queries;
            this.row = row;
            this.themselves = themselves;
            this.graph = graph;
            to = row * graph.k();
        }

        void run() {
            look(0, tree.size());
            graph.requireAll(row, found);
        }

        private void look(int from, int end) {
            if (end - from <= PointTree.LEAF) {
                for (int at = from; at < end; at++) {
                    take(at);
                }
                return;
            }
            int middle = PointTree.middle(from, end);
            int axis = tree.axis(middle);
            float beyond = queries.get(row, axis) - tree.coordinate(middle, axis);
            if (beyond < 0) {
                look(from, middle);
            } else {
                look(middle + 1, end);
            }
            take(middle);
            // On the other side all points are at least this far; at the same distance, a lower index may be there.
            if (found < graph.k() || !(beyond * beyond > graph.distances()[to + found - 1])) {
                if (beyond < 0) {
                    look(middle + 1, end);
                } else {
                    look(from, middle);
                }
            }
        }

        private void take(int at) {
            int index = tree.index(at);
            if (themselves && index == row) {
                return;
            }
            float distance = 0;
            for (int axis = 0; axis < points.dim(); axis++) {
                float d = queries.get(row, axis) - tree.coordinate(at, axis);
                distance += d * d;
            }
            if (distance < Float.POSITIVE_INFINITY) {
                found = graph.insert(row, found, distance, index);
            }
        }
    }
}

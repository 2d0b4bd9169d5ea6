package org.gne.neighbor;

import java.util.stream.IntStream;
import org.gne.data.Embedding;
import org.gne.kernel.Parallel;

/** Compares every query with every point. */
final class ExactSearch implements NeighborSearch {

    private final Embedding points;
    private final float[] centre;
    private final PointBlock block;

    ExactSearch(Embedding points) {
        this.points = points;
        centre = PointBlock.centre(points);
        block = new PointBlock(points, IntStream.range(0, points.size()).toArray(), centre);
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
        Queries[] scratch = new Queries[parallel.threads()];
        parallel.run((n + PointBlock.QUERIES - 1) / PointBlock.QUERIES, (tile, worker) -> {
            if (scratch[worker] == null) {
                scratch[worker] = new Queries(queries, points, centre, k, themselves);
            }
            Queries own = scratch[worker];
            int from = tile * PointBlock.QUERIES;
            int to = Math.min(n, from + PointBlock.QUERIES);
            own.load(from, to);
            own.compare(block);
            own.finish(graph);
        });
        return graph;
    }
}

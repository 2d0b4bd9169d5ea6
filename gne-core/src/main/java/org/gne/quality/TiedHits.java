package org.gne.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gne.data.Embedding;

/**
 * The hits of rows whose k-th nearest row has the same distance as others. They are computed from all rows, once for each
 * position on the map: rows with ties are mostly rows at the same position.
 */
final class TiedHits {

    private final Embedding points;
    private final int[] classes;
    private final int k;
    private final int names;
    private final Map<List<Float>, Counts> ofPosition = new HashMap<>();

    /**
     * @param classes the class of each point
     * @param names the number of classes
     */
    TiedHits(Embedding points, int[] classes, int names, int k) {
        this.points = points;
        this.classes = classes;
        this.names = names;
        this.k = k;
    }

    /**
     * The expected number of points of the same class among the k nearest, if those at the largest distance are drawn at
     * random.
     *
     * @param bound the squared distance of the k-th nearest
     */
    double of(int point, float bound) {
        Counts counts = ofPosition.computeIfAbsent(position(point), position -> count(point, bound));
        // The point itself is not its own neighbour.
        int self = bound > 0 ? 1 : 0;
        int own = classes[point];
        int nearer = counts.nearer - self;
        int tied = counts.tied - (1 - self);
        int nearerHits = counts.nearerOf[own] - self;
        int tiedHits = counts.tiedOf[own] - (1 - self);
        return nearerHits + (double) (k - nearer) * tiedHits / tied;
    }

    private List<Float> position(int point) {
        List<Float> position = new ArrayList<>(points.dim());
        for (int axis = 0; axis < points.dim(); axis++) {
            position.add(points.get(point, axis));
        }
        return position;
    }

    private Counts count(int point, float bound) {
        Counts counts = new Counts(names);
        for (int i = 0; i < points.size(); i++) {
            float distance = 0;
            for (int axis = 0; axis < points.dim(); axis++) {
                float d = points.get(point, axis) - points.get(i, axis);
                distance += d * d;
            }
            if (distance < bound) {
                counts.nearer++;
                counts.nearerOf[classes[i]]++;
            } else if (distance == bound) {
                counts.tied++;
                counts.tiedOf[classes[i]]++;
            }
        }
        return counts;
    }

    /** The points around a position, itself included, in all and per class. */
    private static final class Counts {
        private int nearer;
        private int tied;
        private final int[] nearerOf;
        private final int[] tiedOf;

        Counts(int names) {
            nearerOf = new int[names];
            tiedOf = new int[names];
        }
    }
}

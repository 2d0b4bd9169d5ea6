package org.gne.bench.zoo;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.gne.data.Dataset;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.Target;

/**
 * How well the labels of the 5 nearest other rows on a map predict the label of a row. Of fewer than 50 rows, a tenth are
 * taken: of 10 rows in two classes, 5 neighbours would always have several of the other class.
 */
final class NearestRows {

    private static final int MOST = 5;

    private static final int SHARE = 10;

    private final Dataset data;
    private final Embedding map;
    private final int k;

    /**
     * Takes rows and their map.
     *
     * @param map the coordinates of the rows, in which neighbours are searched
     */
    NearestRows(Dataset data, Embedding map) {
        this.data = data;
        this.map = map;
        k = Math.max(1, Math.min(MOST, map.size() / SHARE));
    }

    /**
     * The share of rows whose class most of their neighbours have, or R^2 if labels are numbers; NaN without labels.
     *
     * @param points where each row is looked for; its own point in the map never counts as a neighbour
     */
    double score(Embedding points) {
        Labels labels = data.labels();
        Target target = data.target();
        return labels != null ? accuracy(labels, points) : target != null ? determination(target, points) : Double.NaN;
    }

    private double accuracy(Labels labels, Embedding points) {
        int[] known = labels.knownRows();
        int right = 0;
        for (int row : known) {
            int[] votes = new int[labels.names().size()];
            int best = -1;
            for (int other : nearest(points, row, i -> labels.classes()[i])) {
                votes[labels.classes()[other]]++;
            }
            for (int c = 0; c < votes.length; c++) {
                best = votes[c] > (best < 0 ? 0 : votes[best]) ? c : best;
            }
            right += best == labels.classes()[row] ? 1 : 0;
        }
        return known.length < 2 ? Double.NaN : right / (double) known.length;
    }

    private double determination(Target target, Embedding points) {
        double[] values = target.values();
        double sum = 0;
        double squares = 0;
        double left = 0;
        int n = 0;
        for (int row = 0; row < values.length; row++) {
            if (!Double.isNaN(values[row])) {
                int[] near = nearest(points, row, i -> Double.isNaN(values[i]) ? -1 : 0);
                double mean = 0;
                for (int other : near) {
                    mean += values[other] / near.length;
                }
                left += (values[row] - mean) * (values[row] - mean);
                sum += values[row];
                squares += values[row] * values[row];
                n++;
            }
        }
        return 1 - left / (squares - sum * sum / n);
    }

    /** The nearest rows with a known label, without the row itself; the nearest first. */
    private int[] nearest(Embedding points, int row, IntToDoubleFunction label) {
        int[] found = new int[k];
        double[] distances = new double[k];
        int n = 0;
        for (int i = 0; i < map.size(); i++) {
            if (i == row || label.applyAsDouble(i) < 0) {
                continue;
            }
            double d = 0;
            for (int axis = 0; axis < map.dim(); axis++) {
                double difference = map.get(i, axis) - points.get(row, axis);
                d += difference * difference;
            }
            int at = Math.min(n, k);
            while (at > 0 && distances[at - 1] > d) {
                at--;
            }
            if (at < k) {
                int last = Math.min(n, k - 1);
                System.arraycopy(distances, at, distances, at + 1, last - at);
                System.arraycopy(found, at, found, at + 1, last - at);
                distances[at] = d;
                found[at] = i;
                n = Math.min(n + 1, k);
            }
        }
        return Arrays.copyOf(found, n);
    }
}

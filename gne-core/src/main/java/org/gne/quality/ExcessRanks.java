package org.gne.quality;

import java.util.Arrays;
import org.gne.kernel.KSmallest;

/**
 * By how much the ranks of a row's neighbours exceed the size of a neighbourhood. The rank of a row is one more than the
 * number of rows that are nearer. Equal distances, which equal rows have:
 *
 * <ul>
 *   <li>in the data: any order is right. Equal distances have the same rank, and of several rows at the distance of the
 *       k-th nearest, those that are nearest on the map are the neighbours;
 *   <li>on the map: any order is equally likely. The mean over the orders counts, so that a map with all rows at one point
 *       is as bad as a random one.
 * </ul>
 */
final class ExcessRanks {

    private ExcessRanks() {}

    /**
     * The sum over the k nearest rows on the map, with their ranks in the data.
     *
     * @param data the distances of all rows in the data, {@code [n]} from {@code from}; that of the row itself is infinite
     * @param map the distances of the same rows on the map
     */
    static double ofIntruders(float[] data, float[] map, int from, int n, int k) {
        KSmallest nearest = nearest(map, from, n, k);
        float bound = nearest.bound();
        int nearer = 0;
        int tied = 0;
        for (int j = from; j < from + n; j++) {
            nearer += map[j] < bound ? 1 : 0;
            tied += map[j] == bound ? 1 : 0;
        }
        boolean all = nearer + tied == k || nearest.count() < k;
        long sum = 0;
        // The nearest are sorted: those at the bound are the last.
        for (int i = 0; i < (all ? nearest.count() : nearer); i++) {
            sum += Math.max(0, 1 + countBelow(data, from, n, data[from + nearest.index(i)]) - k);
        }
        return all ? sum : sum + (k - nearer) * (ofTied(data, map, from, n, k, bound) / (double) tied);
    }

    /** The same sum over the k nearest rows in the data, with their ranks on the map. */
    static double ofLosses(float[] data, float[] map, int from, int n, int k) {
        KSmallest nearest = nearest(data, from, n, k);
        float bound = nearest.bound();
        double sum = 0;
        int nearer = 0;
        for (int i = 0; i < nearest.count(); i++) {
            if (data[from + nearest.index(i)] < bound || nearest.count() < k) {
                sum += Math.max(0, rankOnMap(data, map, from, n, nearest.index(i)) - k);
                nearer++;
            }
        }
        if (nearer == k || nearest.count() < k) {
            return sum;
        }
        KSmallest closest = new KSmallest(k - nearer);
        for (int j = 0; j < n; j++) {
            if (data[from + j] == bound && map[from + j] < closest.bound()) {
                closest.add(map[from + j], j);
            }
        }
        for (int i = 0; i < closest.count(); i++) {
            sum += Math.max(0, rankOnMap(data, map, from, n, closest.index(i)) - k);
        }
        return sum;
    }

    private static KSmallest nearest(float[] distances, int from, int n, int k) {
        KSmallest nearest = new KSmallest(k);
        for (int j = 0; j < n; j++) {
            if (distances[from + j] < nearest.bound()) {
                nearest.add(distances[from + j], j);
            }
        }
        return nearest;
    }

    private static int countBelow(float[] distances, int from, int n, float distance) {
        int count = 0;
        for (int j = from; j < from + n; j++) {
            count += distances[j] < distance ? 1 : 0;
        }
        return count;
    }

    /** The mean rank of a row over all orders of equal distances on the map; rows as near in the data may come first. */
    private static double rankOnMap(float[] data, float[] map, int from, int n, int row) {
        float onMap = map[from + row];
        float inData = data[from + row];
        int nearer = 0;
        int farther = 0;
        for (int j = from; j < from + n; j++) {
            nearer += map[j] < onMap ? 1 : 0;
            farther += map[j] == onMap && data[j] > inData ? 1 : 0;
        }
        return 1 + nearer + farther / 2.0;
    }

    /** The sum of the excess ranks of all rows at a distance on the map; they may be many, so the distances are sorted. */
    private static long ofTied(float[] data, float[] map, int from, int n, int k, float bound) {
        float[] sorted = Arrays.copyOfRange(data, from, from + n);
        Arrays.sort(sorted);
        long sum = 0;
        for (int j = from; j < from + n; j++) {
            if (map[j] == bound) {
                sum += Math.max(0, 1 + countBelow(sorted, data[j]) - k);
            }
        }
        return sum;
    }

    private static int countBelow(float[] sorted, float value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

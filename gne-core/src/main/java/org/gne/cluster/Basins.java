package org.gne.cluster;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The basins of a density: every cell belongs to the mode that is reached from it uphill. Modes that may be chance are merged with a
 * higher one: F. Chazal, L. Guibas, S. Oudot and P. Skraba, Persistence-Based Clustering in Riemannian Manifolds (Journal of
 * the ACM 60, 2013). There the least prominence of a mode is one number; here it is a multiple of the standard deviation of the estimated
 * density at the mode. Then small basins join the neighbour behind the highest pass.
 *
 * @param basins {@code [cells]}: the number of the basin of each cell, 0 to {@code modes.length - 1}
 * @param modes {@code [basins]}: the highest cell of each basin
 * @param rows {@code [basins]}: the number of rows in each basin
 */
record Basins(int[] basins, int[] modes, int[] rows) {

    /** The least prominence of a mode, in standard deviations of the density. */
    private static final double PROMINENCE = 3;

    /**
     * @param smallest the least number of rows of a basin
     */
    static Basins of(MapDensity density, int smallest) {
        return new Flood(density).basins(smallest);
    }

    /**
     * The number of basins, of which small ones count less: the exponential of the entropy of their shares of the rows. Equal basins
     * count 1 each.
     */
    double effective() {
        double sum = IntStream.of(rows).sum();
        double entropy = 0;
        for (int each : rows) {
            entropy -= each == 0 ? 0 : each / sum * StrictMath.log(each / sum);
        }
        return StrictMath.exp(entropy);
    }

    /** Floods the map from the highest cell down; a union-find structure holds which basins were merged. */
    private static final class Flood {

        private final MapDensity density;
        private final float[] heights;
        private final int columns;
        /** The next cell on the way to the mode of its basin; a mode leads to itself. -1 before the flood. */
        private final int[] up;

        Flood(MapDensity density) {
            this.density = density;
            heights = density.heights();
            columns = density.grid().columns();
            up = new int[heights.length];
            Arrays.fill(up, -1);
        }

        Basins basins(int smallest) {
            for (int cell : descending()) {
                flood(cell);
            }
            // Every cell leads to its mode in one step from here on.
            for (int cell = 0; cell < up.length; cell++) {
                up[cell] = mode(cell);
            }
            int[] rows = new int[heights.length];
            for (int cell = 0; cell < heights.length; cell++) {
                rows[mode(cell)] += density.grid().counts()[cell];
            }
            mergeSmall(rows, smallest);
            return numbered();
        }

        /** All cells, highest first; of equal ones, that with the lower number. */
        private int[] descending() {
            long[] keys = new long[heights.length];
            for (int cell = 0; cell < keys.length; cell++) {
                int bits = Float.floatToRawIntBits(heights[cell]);
                // The bits of negative floats are in descending order.
                int ascending = bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
                keys[cell] = (long) ~ascending << 32 | cell;
            }
            Arrays.sort(keys);
            int[] order = new int[keys.length];
            for (int i = 0; i < order.length; i++) {
                order[i] = (int) keys[i];
            }
            return order;
        }

        private void flood(int cell) {
            int column = cell % columns;
            int left = column == 0 ? 0 : -1;
            int right = column == columns - 1 ? 0 : 1;
            int highest = -1;
            for (int line = cell - columns; line <= cell + columns; line += columns) {
                if (line < 0 || line >= heights.length) {
                    continue;
                }
                for (int other = line + left; other <= line + right; other++) {
                    if (up[other] >= 0 && (highest < 0 || heights[other] > heights[highest])) {
                        highest = other;
                    }
                }
            }
            if (highest < 0) {
                up[cell] = cell;
                return;
            }
            int own = mode(highest);
            up[cell] = own;
            for (int line = cell - columns; line <= cell + columns; line += columns) {
                if (line < 0 || line >= heights.length) {
                    continue;
                }
                for (int other = line + left; other <= line + right; other++) {
                    // Most neighbours lead to the same mode at once.
                    if (up[other] >= 0 && up[other] != own) {
                        meet(mode(cell), mode(other), heights[cell]);
                    }
                }
            }
        }

        /** Two basins meet at a pass: merges them unless both are prominent. */
        private void meet(int a, int b, float pass) {
            if (a == b) {
                return;
            }
            int higher = isHigher(a, b) ? a : b;
            int lower = higher == a ? b : a;
            if (heights[lower] - Math.max(0, pass) < PROMINENCE * density.noise(heights[lower])) {
                up[lower] = higher;
            }
        }

        private boolean isHigher(int a, int b) {
            return heights[a] > heights[b] || heights[a] == heights[b] && a < b;
        }

        private int mode(int cell) {
            int at = cell;
            while (up[at] != at) {
                up[at] = up[up[at]];
                at = up[at];
            }
            return at;
        }

        private void mergeSmall(int[] rows, int smallest) {
            Map<Integer, Map<Integer, Float>> passes = passes();
            while (passes.size() > 1) {
                int least = -1;
                for (int mode : passes.keySet()) {
                    least = least < 0 || rows[mode] < rows[least] ? mode : least;
                }
                Map<Integer, Float> around = passes.get(least);
                if (rows[least] >= smallest || around == null || around.isEmpty()) {
                    return;
                }
                int into = -1;
                float highest = Float.NEGATIVE_INFINITY;
                for (Map.Entry<Integer, Float> pass : around.entrySet()) {
                    if (pass.getValue() > highest) {
                        into = pass.getKey();
                        highest = pass.getValue();
                    }
                }
                merge(passes, rows, least, into);
            }
        }

        private void merge(Map<Integer, Map<Integer, Float>> passes, int[] rows, int least, int into) {
            boolean keepsMode = isHigher(into, least);
            int stays = keepsMode ? into : least;
            int goes = keepsMode ? least : into;
            up[goes] = stays;
            rows[stays] += rows[goes];
            Map<Integer, Float> moved = passes.computeIfAbsent(goes, mode -> new TreeMap<>());
            passes.remove(goes);
            Map<Integer, Float> kept = passes.computeIfAbsent(stays, mode -> new TreeMap<>());
            kept.remove(goes);
            moved.remove(stays);
            moved.forEach((other, pass) -> {
                kept.merge(other, pass, Math::max);
                Map<Integer, Float> back = passes.computeIfAbsent(other, mode -> new TreeMap<>());
                back.remove(goes);
                back.merge(stays, pass, Math::max);
            });
        }

        /** The height of the highest pass between each two basins that touch. */
        private Map<Integer, Map<Integer, Float>> passes() {
            Map<Integer, Map<Integer, Float>> passes = new TreeMap<>();
            for (int cell = 0; cell < heights.length; cell++) {
                if (mode(cell) == cell) {
                    passes.computeIfAbsent(cell, mode -> new TreeMap<>());
                }
                boolean last = cell % columns == columns - 1;
                boolean first = cell % columns == 0;
                addPass(passes, cell, last ? cell : cell + 1);
                addPass(passes, cell, first ? cell : cell + columns - 1);
                addPass(passes, cell, cell + columns);
                addPass(passes, cell, last ? cell : cell + columns + 1);
            }
            return passes;
        }

        private void addPass(Map<Integer, Map<Integer, Float>> passes, int cell, int other) {
            if (other >= heights.length || mode(other) == mode(cell)) {
                return;
            }
            float pass = Math.min(heights[cell], heights[other]);
            passes.computeIfAbsent(mode(cell), mode -> new TreeMap<>()).merge(mode(other), pass, Math::max);
            passes.computeIfAbsent(mode(other), mode -> new TreeMap<>()).merge(mode(cell), pass, Math::max);
        }

        private Basins numbered() {
            Map<Integer, Integer> numbers = new HashMap<>();
            int[] modes = new int[16];
            int[] rows = new int[16];
            int[] basins = new int[heights.length];
            for (int cell = 0; cell < basins.length; cell++) {
                int mode = mode(cell);
                Integer number = numbers.get(mode);
                if (number == null) {
                    number = numbers.size();
                    numbers.put(mode, number);
                    modes = number == modes.length ? Arrays.copyOf(modes, 2 * number) : modes;
                    rows = number == rows.length ? Arrays.copyOf(rows, 2 * number) : rows;
                    modes[number] = mode;
                }
                basins[cell] = number;
                rows[number] += density.grid().counts()[cell];
            }
            return new Basins(basins, Arrays.copyOf(modes, numbers.size()), Arrays.copyOf(rows, numbers.size()));
        }
    }
}

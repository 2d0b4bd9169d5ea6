package org.gne.bench.cells;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.gne.Gne;
import org.gne.GneOptions;
import org.gne.data.Column;
import org.gne.data.Embedding;
import org.gne.data.PrincipalComponents;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.data.SparseRow;
import org.gne.data.SparseSamples;
import org.gne.data.SparseStore;
import org.gne.data.StorageOptions;
import org.gne.io.Inputs;
import org.gne.kernel.Parallel;
import org.gne.neighbor.NeighborGraph;
import org.gne.neighbor.NeighborSearch;

/**
 * Compares rules and numbers of genes.
 *
 * <ul>
 *   <li>{@code GeneChoices groups|path CELLS GENES COUNTS FIT}: on simulated cells: the share of the chosen genes whose noise-free
 *       expression differs, what 50 principal components keep of the truth, and if {@code FIT} is {@code fit}, what a map of GNE keeps
 *   <li>{@code GeneChoices FILE COUNTS}: on real cells, whose molecules are dealt out to two halves by chance: the share of the 15
 *       nearest cells, by principal components of one half, that are among those by the other
 * </ul>
 *
 * {@code COUNTS} are numbers of genes, separated by commas.
 */
public final class GeneChoices {

    private static final int COMPONENTS = 50;

    private static final int NEAREST = 15;

    private GeneChoices() {}

    /** Prints a table. */
    public static void main(String[] args) throws IOException {
        try (Parallel parallel = new Parallel(Runtime.getRuntime().availableProcessors())) {
            if (args.length == 2) {
                real(args[0], numbers(args[1]), parallel);
            } else {
                int cells = Integer.parseInt(args[1]);
                int genes = Integer.parseInt(args[2]);
                SplatOptions options = args[0].equals("groups")
                        ? SplatOptions.groups(cells, genes, 1, 1)
                        : SplatOptions.path(cells, genes, 2);
                simulated(args[0], Splat.of(options), numbers(args[3]), args[4].equals("fit"), parallel);
            }
        }
    }

    private static int[] numbers(String text) {
        return Arrays.stream(text.split(",")).mapToInt(Integer::parseInt).toArray();
    }

    private static void simulated(String name, SimulatedCells cells, int[] counts, boolean fit, Parallel parallel)
            throws IOException {
        System.out.println(
                "| simulation | genes | rule | differ | components: 5-NN | mean over groups | trustworthiness"
                        + " | map: 5-NN | mean over groups | trustworthiness | order (tau) |\n"
                        + "|---|---|---|---|---|---|---|---|---|---|---|");
        Set<Column> differing = differing(cells);
        for (int most : counts) {
            for (GeneRule rule : GeneRule.values()) {
                SparseSamples chosen = rule.choose(cells.counts(), most);
                long right = ((Schema.Columns) chosen.schema())
                        .columns().stream().filter(differing::contains).count();
                Embedding points = components(chosen, parallel);
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %d | %s | %.3f | %s | %s |%n",
                        name,
                        chosen.width(),
                        rule.name().toLowerCase(Locale.ROOT),
                        right / (double) chosen.width(),
                        text(CellMeasures.of(cells, points, parallel), "knn", "knnGroups", "trust"),
                        fit
                                ? text(
                                        CellMeasures.of(
                                                cells,
                                                Gne.fit(
                                                                chosen,
                                                                GneOptions.defaults()
                                                                        .withThreads(parallel.threads()))
                                                        .embedding(),
                                                parallel),
                                        "knn",
                                        "knnGroups",
                                        "trust",
                                        "tau")
                                : " | | |");
            }
        }
    }

    private static String text(Map<String, Object> measures, String... keys) {
        List<String> texts = new ArrayList<>();
        for (String key : keys) {
            texts.add(
                    measures.get(key) instanceof Number number
                            ? String.format(Locale.ROOT, "%.3f", number.doubleValue())
                            : "");
        }
        return String.join(" | ", texts);
    }

    /** The genes whose noise-free share is not the same in all cells, beyond rounding. */
    private static Set<Column> differing(SimulatedCells cells) {
        List<Column> columns = ((Schema.Columns) cells.counts().schema()).columns();
        Set<Column> found = new HashSet<>();
        for (int j = 0; j < columns.size(); j++) {
            double low = Double.MAX_VALUE;
            double high = 0;
            for (float[] profile : cells.profiles()) {
                low = Math.min(low, profile[j]);
                high = Math.max(high, profile[j]);
            }
            if (high > 1.2 * low) {
                found.add(columns.get(j));
            }
        }
        return found;
    }

    private static Embedding components(SparseSamples counts, Parallel parallel) {
        Samples rows = CellFits.standardized(counts);
        int most = Math.min(COMPONENTS, counts.width() - 1);
        return PrincipalComponents.fit(rows, most, 1, parallel).projectAll(rows, parallel);
    }

    private static void real(String file, int[] counts, Parallel parallel) throws IOException {
        SparseSamples all = (SparseSamples) Inputs.read(file).samples();
        SparseSamples[] halves = halves(all);
        System.out.println("| genes | rule | shared neighbours of two halves of the molecules |\n|---|---|---|");
        for (int most : counts) {
            for (GeneRule rule : GeneRule.values()) {
                double shared = 0;
                for (int own = 0; own < 2; own++) {
                    SparseSamples chosen = rule.choose(halves[own], most);
                    List<Column> columns = ((Schema.Columns) all.schema()).columns();
                    int[] genes = ((Schema.Columns) chosen.schema())
                            .columns().stream().mapToInt(columns::indexOf).toArray();
                    Embedding first = components(chosen, parallel);
                    Embedding second = components(halves[1 - own].columns(genes, chosen.schema()), parallel);
                    shared += shared(first, second, parallel) / 2;
                }
                System.out.printf(
                        Locale.ROOT,
                        "| %d | %s | %.3f |%n",
                        Math.min(most, all.width()),
                        rule.name().toLowerCase(Locale.ROOT),
                        shared);
            }
        }
    }

    private static double shared(Embedding first, Embedding second, Parallel parallel) {
        NeighborGraph a = NeighborSearch.exact(first, parallel).graph(NEAREST, parallel);
        NeighborGraph b = NeighborSearch.exact(second, parallel).graph(NEAREST, parallel);
        double shared = 0;
        for (int i = 0; i < first.size(); i++) {
            Set<Integer> near = new HashSet<>();
            for (int k = 0; k < NEAREST; k++) {
                near.add(a.neighbors()[i * NEAREST + k]);
            }
            for (int k = 0; k < NEAREST; k++) {
                shared += near.contains(b.neighbors()[i * NEAREST + k]) ? 1 : 0;
            }
        }
        return shared / first.size() / NEAREST;
    }

    /** Each molecule goes to either half with the same probability. */
    private static SparseSamples[] halves(SparseSamples all) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        int[] columns = new int[all.width()];
        float[] values = new float[all.width()];
        try (SparseStore first = new SparseStore(StorageOptions.automatic());
                SparseStore second = new SparseStore(StorageOptions.automatic())) {
            SparseRow one = new SparseRow();
            SparseRow other = new SparseRow();
            for (int i = 0; i < all.size(); i++) {
                int n = all.entries(i, columns, values);
                for (int k = 0; k < n; k++) {
                    int taken = 0;
                    for (int molecule = 0; molecule < values[k]; molecule++) {
                        taken += random.nextInt(2);
                    }
                    if (taken > 0) {
                        one.add(columns[k], taken);
                    }
                    if (taken < values[k]) {
                        other.add(columns[k], values[k] - taken);
                    }
                }
                first.add(one);
                second.add(other);
            }
            return new SparseSamples[] {first.finish(all.schema()), second.finish(all.schema())};
        }
    }
}

package org.gne.bench.cells;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gne.GneOptions;
import org.gne.baseline.Tsne;
import org.gne.baseline.TsneListener;
import org.gne.baseline.TsneOptions;
import org.gne.bench.Results;
import org.gne.data.AtomicFile;
import org.gne.data.Column;
import org.gne.data.Embedding;
import org.gne.data.PrincipalComponents;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.data.SparseSamples;
import org.gne.data.VariableColumns;
import org.gne.kernel.Parallel;
import org.gne.neighbor.NeighborGraph;
import org.gne.neighbor.NeighborSearch;

/**
 * The steps of {@code gne-bench/cells} in Java, each for one simulation, {@code groups}, {@code path} or {@code batches}:
 *
 * <ul>
 *   <li>{@code Cells peers FOLDER NAME CELLS GENES}: principal components for UMAP, t-SNE, and what needs no fit
 *   <li>{@code Cells fit FOLDER NAME CELLS GENES HEAD ...}: fits of GNE with the heads {@code counts}, {@code batched},
 *       {@code poisson}, {@code gaussian}
 *   <li>{@code Cells collect FOLDER NAME CELLS GENES}: measures all maps
 * </ul>
 *
 * The last tenth of the cells is held out of all maps.
 */
public final class Cells {

    private static final int CHOSEN = 2000;

    private static final int COMPONENTS = 50;

    private final Path folder;
    private final String name;
    private final SimulatedCells training;
    private final SimulatedCells fresh;
    private final SparseSamples counts;
    private final SparseSamples freshCounts;
    private final int[] genes;

    private Cells(Path folder, String name, int cells, int genes) throws IOException {
        this.folder = folder;
        this.name = name;
        SimulatedCells all = Splat.of(
                switch (name) {
                    case "groups" -> SplatOptions.groups(cells, genes, 1, 1);
                    case "path" -> SplatOptions.path(cells, genes, 2);
                    case "batches" -> SplatOptions.groups(cells, genes, 2, 3);
                    default ->
                        throw new IllegalArgumentException(
                                "simulation: found " + name + ", expected groups, path or batches");
                });
        int held = cells / 10;
        training = all.part(0, cells - held);
        fresh = all.part(cells - held, cells);
        counts = VariableColumns.choose(training.counts(), CHOSEN);
        List<Column> columns = ((Schema.Columns) training.counts().schema()).columns();
        this.genes = ((Schema.Columns) counts.schema())
                .columns().stream().mapToInt(columns::indexOf).toArray();
        freshCounts = fresh.counts().columns(this.genes, counts.schema());
    }

    /** Runs a step. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[1]));
        Cells cells = new Cells(folder, args[2], Integer.parseInt(args[3]), Integer.parseInt(args[4]));
        try (Parallel parallel = new Parallel(Runtime.getRuntime().availableProcessors())) {
            switch (args[0]) {
                case "peers" -> cells.peers(parallel);
                case "fit" -> cells.fit(List.of(args).subList(5, args.length), parallel);
                default -> cells.collect(parallel);
            }
        }
    }

    private Path file(String what) {
        return folder.resolve(name + "-" + what);
    }

    private void peers(Parallel parallel) throws IOException {
        Samples rows = CellFits.standardized(counts);
        PrincipalComponents components = PrincipalComponents.fit(rows, COMPONENTS, 1, parallel);
        Embedding reduced = components.projectAll(rows, parallel);
        write("components.csv", reduced);
        long begin = System.nanoTime();
        write(
                "tsne.csv",
                Tsne.fit(rows, TsneOptions.defaults(), 1, parallel, TsneListener.NONE)
                        .embedding());
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("stored", stored());
        found.put("tsneSeconds", (System.nanoTime() - begin) * 1e-9);
        if (training.options().batches() > 1) {
            write("components-centred.csv", centred(reduced));
        }
        found.put("raw", Denoising.correlation(training, genes, Denoising.raw(counts)));
        NeighborGraph graph = NeighborSearch.exact(reduced, parallel).graph(60, parallel);
        for (int k : new int[] {15, 30, 60}) {
            found.put("smoothed" + k, Denoising.correlation(training, genes, Denoising.smoothed(counts, graph, k)));
        }
        found.put("constantLoss", loss(constant(), constant(), parallel));
        found.put("truthLoss", loss(truth(training), truth(fresh), parallel));
        Results.write(file("peers.json"), found);
        System.err.println(name + ": " + found);
    }

    private double stored() {
        double stored = 0;
        for (int i = 0; i < counts.size(); i++) {
            stored += counts.entries(i);
        }
        return stored / counts.size() / counts.width();
    }

    private double loss(CountModel.Shares ofTraining, CountModel.Shares ofFresh, Parallel parallel) {
        return CountModel.of(counts, ofTraining).lossPerCount(freshCounts, ofFresh, parallel);
    }

    private CountModel.Shares constant() {
        double[] sum = new double[counts.width()];
        double total = 0;
        float[] row = new float[counts.width()];
        for (int i = 0; i < counts.size(); i++) {
            counts.read(i, row, 0);
            for (int j = 0; j < row.length; j++) {
                sum[j] += row[j];
                total += row[j];
            }
        }
        double all = total;
        return (cell, shares) -> Arrays.setAll(shares, j -> sum[j] / all);
    }

    /** The noise-free expression, each gene multiplied by a factor for what drop-out leaves of it. */
    private CountModel.Shares truth(SimulatedCells cells) {
        double[] found = new double[counts.width()];
        double[] expected = new double[counts.width()];
        float[] row = new float[counts.width()];
        for (int i = 0; i < counts.size(); i++) {
            counts.read(i, row, 0);
            double total = 0;
            for (float x : row) {
                total += x;
            }
            for (int j = 0; j < row.length; j++) {
                found[j] += row[j];
                expected[j] += total * training.profiles()[training.profile()[i]][genes[j]];
            }
        }
        return (cell, shares) -> {
            float[] profile = cells.profiles()[cells.profile()[cell]];
            Arrays.setAll(shares, j -> profile[genes[j]] * found[j] / expected[j]);
            double total = Arrays.stream(shares).sum();
            Arrays.setAll(shares, j -> shares[j] / total);
        };
    }

    /** Without the mean of each batch, the simplest correction. */
    private Embedding centred(Embedding points) {
        int dim = points.dim();
        double[][] sum = new double[training.options().batches()][dim];
        double[] size = new double[sum.length];
        float[] moved = points.values().clone();
        for (int i = 0; i < points.size(); i++) {
            size[training.batch()[i]]++;
            for (int k = 0; k < dim; k++) {
                sum[training.batch()[i]][k] += points.get(i, k);
            }
        }
        for (int i = 0; i < moved.length; i++) {
            int batch = training.batch()[i / dim];
            moved[i] -= (float) (sum[batch][i % dim] / size[batch]);
        }
        return new Embedding(moved, dim);
    }

    private void fit(List<String> heads, Parallel parallel) throws IOException {
        for (String head : heads) {
            GneOptions options = GneOptions.defaults().withThreads(parallel.threads());
            long begin = System.nanoTime();
            CellFits fit = switch (head) {
                case "poisson" -> CellFits.poisson(counts, freshCounts, options, parallel);
                case "batched" -> CellFits.batched(counts, training.batches(), freshCounts, fresh.batches(), options);
                case "gaussian" -> CellFits.gaussian(counts, freshCounts, options);
                default -> CellFits.negativeBinomial(counts, freshCounts, options);
            };
            Map<String, Object> found = new LinkedHashMap<>();
            found.put("seconds", (System.nanoTime() - begin) * 1e-9);
            found.put("loss", fit.model().lossPerCount(freshCounts, fit.placed(), parallel));
            found.put("denoised", Denoising.correlation(training, genes, fit.trained()));
            write(head + ".csv", fit.map());
            found.putAll(CellMeasures.of(training, fit.map(), parallel));
            Results.write(file(head + ".json"), found);
            System.err.println(name + " " + head + ": " + found);
        }
    }

    private void collect(Parallel parallel) throws IOException {
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("name", name);
        found.put("cells", training.options().cells());
        found.put("genes", training.options().genes());
        found.put("peers", Results.read(file("peers.json")));
        for (String head : List.of("counts", "batched", "poisson", "gaussian")) {
            if (Files.exists(file(head + ".json"))) {
                found.put(head, Results.read(file(head + ".json")));
            }
        }
        for (String map : List.of("tsne", "umap", "umap-centred")) {
            if (Files.exists(file(map + ".csv"))) {
                found.put(map, CellMeasures.of(training, read(file(map + ".csv")), parallel));
            }
        }
        Results.write(file("collected.json"), found);
        System.err.println(found);
    }

    private void write(String what, Embedding points) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < points.size(); i++) {
            for (int k = 0; k < points.dim(); k++) {
                text.append(k == 0 ? "" : ",").append(points.get(i, k));
            }
            text.append('\n');
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file(what), out -> out.write(bytes));
    }

    private static Embedding read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<float[]> points = new ArrayList<>();
        for (String line : lines) {
            String[] fields = line.split(",");
            float[] point = new float[fields.length];
            for (int k = 0; k < point.length; k++) {
                point[k] = Float.parseFloat(fields[k]);
            }
            points.add(point);
        }
        int dim = points.get(0).length;
        float[] values = new float[points.size() * dim];
        for (int i = 0; i < points.size(); i++) {
            System.arraycopy(points.get(i), 0, values, i * dim, dim);
        }
        return new Embedding(values, dim);
    }
}

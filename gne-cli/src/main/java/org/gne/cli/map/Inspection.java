package org.gne.cli.map;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.gne.GneModel;
import org.gne.analysis.ClassOverlap;
import org.gne.analysis.CountOutliers;
import org.gne.analysis.Markers;
import org.gne.analysis.Regions;
import org.gne.cli.output.ResultFolder;
import org.gne.data.Dataset;
import org.gne.data.Labels;
import org.gne.data.RowFact;
import org.gne.data.RowLabels;
import org.gne.data.Schema;
import org.gne.data.Target;
import org.gne.draw.OverlapPicture;
import org.gne.draw.PairsPicture;
import org.gne.draw.RegionsPicture;
import org.gne.io.export.CsvExport;
import org.gne.io.export.ExplainedRows;
import org.gne.io.export.MarkersTable;
import org.gne.io.export.OverlapTable;
import org.gne.kernel.Parallel;
import org.gne.mixture.MapMixture;
import org.gne.quality.Measure;
import org.gne.quality.ReconstructionError;
import org.gne.results.ResultFiles;

/**
 * Writes the files of {@code gne inspect} to a folder. Files appear complete or not at all.
 *
 * @param data the rows that the model was fitted to
 * @param model a model with a mixture, and with labels if classes are known
 * @param clusters finds the clusters of the map, whose markers are written if no classes are known
 * @param progress receives lines about the progress
 */
record Inspection(
        ResultFolder folder,
        Dataset data,
        GneModel model,
        Supplier<Labels> clusters,
        int threads,
        Consumer<String> progress) {

    /** The number of cells of the regions along the longer side of the map. */
    private static final int CELLS = 160;

    /** The largest number of pairs in a figure. */
    private static final int PAIRS = 60;

    /** The number of columns of a class in markers.csv. */
    private static final int MARKERS = 50;

    /** The number of pairs of classes that are printed. */
    private static final int TOLD = 3;

    /**
     * Writes everything.
     *
     * @param worst the largest number of rows in worst.csv
     */
    void write(int worst) throws IOException {
        progress.accept("measuring the rows ...");
        float[] errors = model.reconstructionErrors(data.samples(), threads);
        List<String> files = new ArrayList<>(List.of(ResultFiles.ERRORS, ResultFiles.WORST_TABLE, ResultFiles.ROWS));
        rows(errors, worst);
        folder.writeErrors(data.name(), model, errors);
        if (model.schema() instanceof Schema.Picture picture) {
            pairs(picture, errors, Math.min(worst, PAIRS));
            files.add(ResultFiles.WORST);
        }
        Labels labels = model.labels();
        if (labels == null) {
            Target target = model.target();
            progress.accept(
                    target == null
                            ? "no classes (--label, --labels): no regions, no overlap"
                            : "the label " + target.name()
                                    + " is a number: no regions, no overlap, which need classes");
            if (model.schema().areCounts()) {
                progress.accept("comparing the clusters ...");
                markers(clusters.get());
                files.add(ResultFiles.MARKERS);
            }
        } else {
            overlap();
            files.addAll(List.of(ResultFiles.OVERLAP_TABLE, ResultFiles.OVERLAP));
            if (model.schema().areCounts()) {
                markers(labels);
                files.add(ResultFiles.MARKERS);
            }
            if (model.dim() == 2) {
                regions(labels);
                files.add(ResultFiles.REGIONS);
            }
        }
        progress.accept("written to " + folder.path() + ": " + String.join(", ", files));
    }

    private void markers(Labels labels) throws IOException {
        Markers markers;
        try (Parallel parallel = new Parallel(threads)) {
            markers = Markers.of(data.samples(), model.embedding(), model.decoder(), labels, parallel);
        }
        CsvExport.write(folder.path().resolve(ResultFiles.MARKERS), MarkersTable.of(markers, model.schema(), MARKERS));
    }

    private void rows(float[] errors, int worst) throws IOException {
        MapMixture mixture = Objects.requireNonNull(model.mixture());
        double[] densities;
        try (Parallel parallel = new Parallel(threads)) {
            densities = mixture.logDensities(model.embedding(), parallel);
        }
        List<RowFact> facts = CountOutliers.addedTo(data.facts(), errors);
        ExplainedRows rows = new ExplainedRows(
                model.embedding(), model.rowLabels(), data.ids(), errors, densities, mixture.threshold(), facts);
        int[] ranking = worst(errors, worst);
        int[] all = IntStream.range(0, errors.length).toArray();
        CsvExport.write(folder.path().resolve(ResultFiles.ROWS), rows.table(all));
        CsvExport.write(folder.path().resolve(ResultFiles.WORST_TABLE), rows.table(ranking));
        long sparse = IntStream.range(0, densities.length)
                .filter(row -> !(densities[row] >= mixture.threshold()))
                .count();
        progress.accept(String.format(
                Locale.ROOT,
                "%s %s, largest in row %d, %s; %,d rows lie in sparse parts of the map",
                Measure.RECONSTRUCTION_MSE.title(),
                Measure.RECONSTRUCTION_MSE.text(ReconstructionError.mean(errors)),
                ranking[0],
                Measure.RECONSTRUCTION_MSE.text(errors[ranking[0]]),
                sparse));
    }

    /** The rows with the largest errors, largest first. */
    private static int[] worst(float[] errors, int most) {
        return IntStream.range(0, errors.length)
                .boxed()
                .sorted((a, b) -> Float.compare(errors[b], errors[a]))
                .limit(most)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void pairs(Schema.Picture picture, float[] errors, int most) throws IOException {
        int[] rows = worst(errors, most);
        float[][] made = model.generate(
                IntStream.of(rows).mapToObj(row -> model.embedding().point(row)).toArray(float[][]::new));
        List<PairsPicture.Pair> pairs = new ArrayList<>();
        RowLabels labels = model.rowLabels();
        for (int i = 0; i < rows.length; i++) {
            float[] original = new float[picture.width()];
            data.samples().read(rows[i], original, 0);
            String who = data.ids() == null ? "row " + rows[i] : data.ids().get(rows[i]);
            String label = labels == null ? null : labels.text(rows[i]);
            String what = label == null || label.isEmpty() ? "" : " (" + label + ")";
            String caption = String.format(Locale.ROOT, "%s%s: %.4f", who, what, errors[rows[i]]);
            pairs.add(new PairsPicture.Pair(original, made[i], caption));
        }
        float[] ends = model.scaling().unitRange();
        PairsPicture.write(
                folder.path().resolve(ResultFiles.WORST),
                data.name() + ": the " + rows.length + " rows with the largest errors, and their reconstructions",
                pairs,
                picture,
                ends[0],
                ends[1]);
    }

    private void overlap() throws IOException {
        progress.accept("comparing classes ...");
        ClassOverlap overlap = model.overlap(threads);
        CsvExport.write(folder.path().resolve(ResultFiles.OVERLAP_TABLE), OverlapTable.of(overlap));
        OverlapPicture.write(
                folder.path().resolve(ResultFiles.OVERLAP), data.name() + ": overlap of classes on the map", overlap);
        List<ClassOverlap.Pair> pairs = overlap.pairs();
        if (!pairs.isEmpty()) {
            progress.accept("largest overlap: "
                    + String.join(
                            ", ",
                            pairs.stream()
                                    .limit(TOLD)
                                    .map(pair -> String.format(
                                            Locale.ROOT,
                                            "%s and %s %.1f %%",
                                            overlap.names().get(pair.first()),
                                            overlap.names().get(pair.second()),
                                            100 * pair.byNeighbors()))
                                    .toList()));
        }
    }

    private void regions(Labels labels) throws IOException {
        progress.accept("drawing regions ...");
        Regions regions = model.regions(data.samples(), CELLS, threads);
        RegionsPicture.write(
                folder.path().resolve(ResultFiles.REGIONS),
                data.name() + ": decision regions",
                regions,
                model.embedding(),
                labels);
        progress.accept(String.format(
                Locale.ROOT,
                "neighbours and decoder agree on %.1f %% of the map where rows lie",
                100 * regions.agreement()));
    }
}

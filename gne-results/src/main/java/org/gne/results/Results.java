package org.gne.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.gne.GneModel;
import org.gne.analysis.CountOutliers;
import org.gne.data.AtomicFile;
import org.gne.data.Dataset;
import org.gne.data.Ids;
import org.gne.data.Labels;
import org.gne.data.RowFact;
import org.gne.data.RowLabels;
import org.gne.data.Schema;
import org.gne.draw.ErrorPicture;
import org.gne.draw.MapNames;
import org.gne.draw.MapPicture;
import org.gne.draw.MapPlot;
import org.gne.io.export.CsvExport;
import org.gne.io.export.EmbeddingCsv;
import org.gne.io.export.TextsTable;
import org.gne.kernel.Parallel;
import org.jspecify.annotations.Nullable;

/**
 * Writes the files of a finished fit ({@link ResultFiles#FIT}), as {@code gne fit} does. Files appear complete or not at all.
 *
 * <pre>{@code
 * GneModel model = Gne.fit(data);
 * Results.write(Path.of("out"), data, model);
 * }</pre>
 */
public final class Results {

    private Results() {}

    /**
     * Writes model, figures, table and measures, on all threads of this machine.
     *
     * @param folder created if necessary; files of the same names are replaced
     * @param data the rows that the model was fitted to; the labels of the model are used if it has none
     * @return the measures, as written to {@code metrics.json}
     * @throws IllegalArgumentException if there are not as many rows as the model has
     * @throws IOException if a file cannot be written
     */
    public static Metrics write(Path folder, Dataset data, GneModel model) throws IOException {
        return write(folder, data, model, NameOptions.defaults());
    }

    /** The same, with names of the clusters as the options say. */
    public static Metrics write(Path folder, Dataset data, GneModel model, NameOptions names) throws IOException {
        if (data.samples().size() != model.embedding().size()) {
            throw new IllegalArgumentException(
                    data.name() + ": " + data.samples().size() + " rows for a map of "
                            + model.embedding().size() + ", expected the rows of the fit");
        }
        int threads = Runtime.getRuntime().availableProcessors();
        Files.createDirectories(folder);
        model.save(folder.resolve(ResultFiles.MODEL));
        Metrics metrics = drawAndMeasure(folder, data, model, names, threads);
        writeText(folder.resolve(ResultFiles.METRICS), metrics.json());
        return metrics;
    }

    /**
     * Writes the tables and the figures, and measures the map at the same time: drawing is mostly work of one thread.
     *
     * @return the measures; their file is not written
     */
    public static Metrics drawAndMeasure(Path folder, Dataset data, GneModel model, NameOptions names, int threads)
            throws IOException {
        AtomicReference<Metrics> metrics = new AtomicReference<>();
        try (Parallel parallel = new Parallel(Math.min(2, threads))) {
            parallel.run(2, (task, worker) -> {
                if (task == 0) {
                    Drawing all = () -> draw(folder, data, model, names, threads);
                    all.unchecked();
                } else {
                    metrics.set(Metrics.of(data, model, threads));
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return Objects.requireNonNull(metrics.get());
    }

    /** Writes the tables and the figures, each on a thread of its own. */
    public static void draw(Path folder, Dataset data, GneModel model, NameOptions names, int threads)
            throws IOException {
        float[] errors = model.trainingErrors().length > 0 || model.embedding().size() == 0
                ? model.trainingErrors()
                : model.reconstructionErrors(data.samples(), threads);
        RowLabels labels = labels(data, model);
        Ids ids = ids(data, model);
        List<Drawing> drawings = new ArrayList<>();
        drawings.add(() -> {
            NamedClusters clusters = NamedClusters.of(data, model, names);
            ClusterFiles.write(folder, clusters, ids);
            MapPlot plot = plot(title(data.name(), model), model, labels, clusters, names.shown());
            MapPicture.write(folder.resolve(ResultFiles.MAP), plot.withRows(data.samples()));
        });
        drawings.add(() -> drawErrors(folder, data.name(), model, errors));
        if (model.schema() instanceof Schema.Picture picture && model.dim() == 2) {
            drawings.add(() -> DecodedGrid.of(model.embedding(), model.decoder(), model.scaling())
                    .write(folder.resolve(ResultFiles.GRID), picture, model.scaling()));
        }
        List<RowFact> facts = CountOutliers.addedTo(data.facts(), errors);
        drawings.add(() -> EmbeddingCsv.write(
                folder.resolve(ResultFiles.EMBEDDING), model.embedding(), labels, errors, ids, facts));
        if (data.texts() != null) {
            drawings.add(() -> CsvExport.write(folder.resolve(ResultFiles.TEXTS), TextsTable.of(data)));
        }
        try (Parallel parallel = new Parallel(threads)) {
            parallel.run(drawings.size(), (task, worker) -> drawings.get(task).unchecked());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * The figure of a map without its rows: coloured by the labels, or by the clusters if there are none.
     *
     * @param labels classes, numbers, or null
     */
    public static MapPlot plot(
            String title, GneModel model, @Nullable RowLabels labels, NamedClusters clusters, NameOptions.Shown shown) {
        MapPlot plot = MapPlot.of(title, model.embedding(), labels == null ? clusters.asLabels() : labels, null)
                .withLegend(labels != null);
        MapNames ofClusters = MapNames.clusters(clusters.tree(), clusters.names());
        MapNames ofClasses = labels instanceof Labels classes ? MapNames.classes(classes) : MapNames.none();
        return plot.withNames(
                switch (shown) {
                    case NONE -> MapNames.none();
                    case CLASSES -> ofClasses;
                    case CLUSTERS -> ofClusters;
                    case AUTO -> labels instanceof Labels ? ofClasses : ofClusters;
                });
    }

    /** The labels of the data, or those of the model where it has none. */
    public static @Nullable RowLabels labels(@Nullable Dataset data, GneModel model) {
        return data == null || data.rowLabels() == null ? model.rowLabels() : data.rowLabels();
    }

    /** The ids of the data, or those of the model where it has none. */
    public static @Nullable Ids ids(@Nullable Dataset data, GneModel model) {
        return data == null || data.ids() == null ? model.ids() : data.ids();
    }

    /** Writes a file. */
    @FunctionalInterface
    private interface Drawing {
        void write() throws IOException;

        default void unchecked() {
            try {
                write();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Draws the map, coloured by the errors.
     *
     * @param name the name of the data, for the title
     * @param errors the reconstruction error of each row
     */
    public static void drawErrors(Path folder, String name, GneModel model, float[] errors) throws IOException {
        String title = name + ": reconstruction error";
        ErrorPicture.write(
                folder.resolve(ResultFiles.ERRORS), title, model.embedding(), model.labels(), errors, "mean squared");
    }

    /** Writes a text file. */
    public static void writeText(Path file, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(bytes));
    }

    /** The title of a map: its name and the number of its rows. */
    public static String title(String name, GneModel model) {
        String rows = NumberFormat.getIntegerInstance(Locale.ENGLISH)
                .format(model.embedding().size());
        return name + ": " + rows + " rows" + (model.record().labelWeight() > 0 ? ", labels used" : "");
    }
}

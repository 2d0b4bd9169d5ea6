package org.gne.cli.output;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gne.GneModel;
import org.gne.GneOptions;
import org.gne.data.AtomicFile;
import org.gne.data.Dataset;
import org.gne.data.Embedding;
import org.gne.data.Ids;
import org.gne.data.Slices;
import org.gne.io.InputException;
import org.gne.io.export.CsvExport;
import org.gne.io.export.SlicesTable;
import org.gne.results.Metrics;
import org.gne.results.NameOptions;
import org.gne.results.ResultFiles;
import org.gne.results.Results;
import org.jspecify.annotations.Nullable;

/** The folder that a fit writes to. Files appear complete or not at all. */
public record ResultFolder(Path path) {

    /**
     * Creates the folder and checks that it can be written to, before the work begins.
     *
     * @throws InputException if it cannot be created or written to
     */
    public static ResultFolder open(Path path) {
        try {
            Files.createDirectories(path);
            Files.delete(Files.createTempFile(path, ".gne", ".tmp"));
            return new ResultFolder(path);
        } catch (FileAlreadyExistsException e) {
            throw new InputException("--out " + path + ": found a file, expected a folder", e);
        } catch (IOException e) {
            throw new InputException("--out " + path + ": cannot be written to (" + Failures.message(e) + ")", e);
        }
    }

    /** Deletes temporary files that killed processes left; no other process may be writing. */
    public void sweep() throws IOException {
        AtomicFile.deleteLeftovers(path.resolve(ResultFiles.CHECKPOINT));
        AtomicFile.deleteLeftovers(path.resolve(ResultFiles.INPUT));
        for (String file : ResultFiles.FIT) {
            AtomicFile.deleteLeftovers(path.resolve(file));
        }
    }

    /** Deletes the checkpoint of a finished fit. */
    public void deleteCheckpoint() throws IOException {
        Files.deleteIfExists(path.resolve(ResultFiles.CHECKPOINT));
    }

    /** Deletes the moves of a map that was here before. */
    public void deleteDrift() throws IOException {
        Files.deleteIfExists(path.resolve(ResultFiles.DRIFT));
        Files.deleteIfExists(path.resolve(ResultFiles.DRIFT_FIGURES));
    }

    /** Writes the slices of the rows, or deletes those of a map that was here before. */
    public void writeSlices(Embedding map, @Nullable Slices slices, @Nullable Ids ids) throws IOException {
        Path file = path.resolve(ResultFiles.SLICES);
        if (slices == null || ids == null) {
            Files.deleteIfExists(file);
        } else {
            CsvExport.write(file, SlicesTable.of(map, slices, ids));
        }
    }

    public void writeModel(GneModel model) throws IOException {
        model.save(path.resolve(ResultFiles.MODEL));
    }

    /**
     * Measures the model and writes everything, the model first.
     *
     * @param model the model of a fit, with the errors of its rows
     * @param names how clusters are named
     * @param phases the times so far; writing the results is added
     */
    public Metrics write(Dataset data, GneModel model, GneOptions options, NameOptions names, Phases phases)
            throws IOException {
        writeModel(model);
        Metrics metrics = Results.drawAndMeasure(path, data, model, names, options.threads());
        phases.end("results");
        Metrics.number(metrics.facts(), Metrics.SECONDS, Phases.secondsSinceStart());
        metrics.facts().put(Metrics.PHASES, phases.seconds());
        writeText(ResultFiles.METRICS, metrics.json());
        return metrics;
    }

    /** The files of a fit that are here, in the order of {@link ResultFiles#FIT}: tables have no {@code grid.png}. */
    public List<String> files() {
        return ResultFiles.FIT.stream()
                .filter(file -> Files.exists(path.resolve(file)))
                .toList();
    }

    /** Draws the map, coloured by the errors. */
    public void writeErrors(String name, GneModel model, float[] errors) throws IOException {
        Results.drawErrors(path, name, model, errors);
    }

    /** Writes a text file. */
    public void writeText(String name, String text) throws IOException {
        Results.writeText(path.resolve(name), text);
    }

    /** A folder within this one, created if necessary. */
    public ResultFolder within(String name) throws IOException {
        return new ResultFolder(Files.createDirectories(path.resolve(name)));
    }
}

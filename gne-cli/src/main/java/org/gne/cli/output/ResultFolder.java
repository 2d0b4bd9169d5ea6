package org.gne.cli.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.Locale;
import org.gne.GneModel;
import org.gne.GneOptions;
import org.gne.data.AtomicFile;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.draw.ErrorPicture;
import org.gne.draw.MapPicture;
import org.gne.io.InputException;
import org.gne.io.export.EmbeddingCsv;

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
        for (String file : ResultFiles.FIT) {
            AtomicFile.deleteLeftovers(path.resolve(file));
        }
    }

    /** Deletes the checkpoint of a finished fit. */
    public void deleteCheckpoint() throws IOException {
        Files.deleteIfExists(path.resolve(ResultFiles.CHECKPOINT));
    }

    public void writeModel(GneModel model) throws IOException {
        model.save(path.resolve(ResultFiles.MODEL));
    }

    /**
     * Measures the model and writes everything, the model first.
     *
     * @param model the model of a fit, with the errors of its rows
     */
    public Metrics write(Dataset data, GneModel model, GneOptions options) throws IOException {
        writeModel(model);
        float[] errors = model.trainingErrors();
        EmbeddingCsv.write(path.resolve(ResultFiles.EMBEDDING), model.embedding(), data.rowLabels(), errors);
        MapPicture.write(
                path.resolve(ResultFiles.MAP), title(data, model), model.embedding(), data.rowLabels(), data.samples());
        writeErrors(data.name(), model, errors);
        if (model.schema() instanceof Schema.Picture picture && model.dim() == 2) {
            DecodedGrid.of(model.embedding(), model.decoder(), model.scaling())
                    .write(path.resolve(ResultFiles.GRID), picture, model.scaling());
        }
        Metrics metrics = Metrics.of(data, model, options.threads());
        writeText(ResultFiles.METRICS, metrics.json());
        return metrics;
    }

    /** Draws the map, coloured by the errors. */
    public void writeErrors(String name, GneModel model, float[] errors) throws IOException {
        String title = name + ": reconstruction error";
        ErrorPicture.write(
                path.resolve(ResultFiles.ERRORS), title, model.embedding(), model.labels(), errors, "mean squared");
    }

    /** Writes a text file. */
    public void writeText(String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(path.resolve(name), out -> out.write(bytes));
    }

    /** A folder within this one, created if necessary. */
    public ResultFolder within(String name) throws IOException {
        return new ResultFolder(Files.createDirectories(path.resolve(name)));
    }

    private static String title(Dataset data, GneModel model) {
        String rows = NumberFormat.getIntegerInstance(Locale.ENGLISH)
                .format(model.embedding().size());
        return data.name() + ": " + rows + " rows" + (model.record().labelWeight() > 0 ? ", labels used" : "");
    }
}

package org.gne.cli.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.gne.GneModel;
import org.gne.GneOptions;
import org.gne.cli.fit.CheckpointSettings;
import org.gne.data.AtomicFile;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.draw.ErrorPicture;
import org.gne.draw.MapPicture;
import org.gne.io.InputException;
import org.gne.io.export.EmbeddingCsv;

/** The folder that a fit writes to. Each file appears whole or not at all. */
public record ResultFolder(Path path) {

    public static final String MODEL = "model.safetensors";

    /** Written last. */
    public static final String METRICS = "metrics.json";

    /** All that is written to it. */
    private static final List<String> FILES =
            List.of(MODEL, CheckpointSettings.FILE, "embedding.csv", "map.png", "errors.png", "grid.png", METRICS);

    /**
     * Makes the folder and tries it before the work begins.
     *
     * @throws InputException if it can not be made or written to
     */
    public static ResultFolder open(Path path) {
        try {
            Files.createDirectories(path);
            Files.delete(Files.createTempFile(path, ".gne", ".tmp"));
            return new ResultFolder(path);
        } catch (FileAlreadyExistsException e) {
            throw new InputException("--out " + path + ": there is a file of that name, expected a folder", e);
        } catch (IOException e) {
            throw new InputException("--out " + path + ": can not be written to (" + Failures.message(e) + ")", e);
        }
    }

    /** Deletes what processes that were killed while they wrote have left; nobody else may be writing. */
    public void sweep() throws IOException {
        for (String file : FILES) {
            AtomicFile.deleteLeftovers(path.resolve(file));
        }
    }

    /** Forgets a fit that has come to its end. */
    public void deleteCheckpoint() throws IOException {
        Files.deleteIfExists(path.resolve(CheckpointSettings.FILE));
    }

    public void writeModel(GneModel model) throws IOException {
        model.save(path.resolve(MODEL));
    }

    /**
     * Measures the model and writes everything, the model first.
     *
     * @param model as a fit leaves it, with the errors of its rows
     */
    public Metrics write(Dataset data, GneModel model, GneOptions options) throws IOException {
        writeModel(model);
        float[] errors = model.trainingErrors();
        EmbeddingCsv.write(path.resolve("embedding.csv"), model.embedding(), data.labels(), errors);
        MapPicture.write(path.resolve("map.png"), title(data, model), model.embedding(), data.labels(), data.samples());
        writeErrors(path.resolve("errors.png"), data.name(), model, errors);
        if (model.schema() instanceof Schema.Picture picture && model.dim() == 2) {
            DecodedGrid.of(model.embedding(), model.decoder(), model.scaling())
                    .write(path.resolve("grid.png"), picture, model.scaling());
        }
        Metrics metrics = Metrics.of(data, model, errors, options.threads());
        writeText(METRICS, metrics.json());
        return metrics;
    }

    /** Draws the map coloured by the errors. */
    public static void writeErrors(Path file, String name, GneModel model, float[] errors) throws IOException {
        String title = name + ": reconstruction error";
        ErrorPicture.write(file, title, model.embedding(), model.labels(), errors, "mean squared");
    }

    /** Writes a text file. */
    public void writeText(String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(path.resolve(name), out -> out.write(bytes));
    }

    /** A folder within this one, made if need be. */
    public ResultFolder within(String name) throws IOException {
        return new ResultFolder(Files.createDirectories(path.resolve(name)));
    }

    private static String title(Dataset data, GneModel model) {
        String rows = NumberFormat.getIntegerInstance(Locale.ENGLISH)
                .format(model.embedding().size());
        return data.name() + ": " + rows + " rows" + (model.record().labelWeight() > 0 ? ", labels helped" : "");
    }
}

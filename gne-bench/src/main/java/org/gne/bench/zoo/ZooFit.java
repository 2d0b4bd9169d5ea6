package org.gne.bench.zoo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gne.FitDivergedException;
import org.gne.Gne;
import org.gne.GneModel;
import org.gne.GneOptions;
import org.gne.data.Dataset;
import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.gne.io.ColumnChoice;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.gne.loop.FitListener;
import org.gne.loop.FitProgress;
import org.gne.nn.Heads;
import org.gne.place.Placed;
import org.jspecify.annotations.Nullable;

/**
 * A table that was read and fitted as the command does it, and whose rows were then placed as if they were new.
 *
 * @param data the rows as they were read
 * @param notes everything that reading and fitting said about the rows
 * @param placed the coordinates that placement found for the training rows
 */
record ZooFit(Dataset data, GneModel model, List<String> notes, Placed placed) {

    /** The share of the map's width within which a placed row counts as near. */
    private static final double NEAR = 0.05;

    private static final String DIVERGED = "the fit failed: ";

    static ZooFit of(Path file, @Nullable String label, GneOptions options) {
        Dataset data = read(file, label);
        List<String> notes = new ArrayList<>(data.notes());
        FitListener listener = new FitListener() {
            @Override
            public void onNotes(List<String> found) {
                notes.addAll(found);
            }

            @Override
            public Action onEpoch(FitProgress progress) {
                return Action.CONTINUE;
            }
        };
        GneModel model = fit(data, options, listener, notes);
        return new ZooFit(data, model, notes, model.place(data.samples(), options.threads()));
    }

    /** A fit that diverges ends with a note and its last good model, as that of the command does. */
    private static GneModel fit(Dataset data, GneOptions options, FitListener listener, List<String> notes) {
        try {
            return Gne.fit(data, options, listener, null);
        } catch (FitDivergedException e) {
            notes.add(DIVERGED + e.getMessage());
            return e.lastGood();
        }
    }

    static Dataset read(Path file, @Nullable String label) {
        return Inputs.read(file.toString(), ReadOptions.defaults().withColumns(ColumnChoice.ALL.withLabel(label)));
    }

    /** The warning that the command prints with the results, or the note that all rows are equal, or null. */
    @Nullable String warning() {
        return model.warning() != null
                ? model.warning()
                : notes.stream()
                        .filter(note -> note.contains("rows are equal: ") || note.startsWith(DIVERGED))
                        .findFirst()
                        .orElse(null);
    }

    /** {@link NearestRows#score} of the rows at the coordinates found by placement. */
    double placeScore() {
        return new NearestRows(data, model.embedding()).score(placed.embedding());
    }

    /** {@link NearestRows#score} of the map. */
    double mapScore() {
        return new NearestRows(data, model.embedding()).score(model.embedding());
    }

    /** The share of the rows that were placed near their own point, or near that of a row with the same values. */
    double nearShare() {
        Embedding map = model.embedding();
        double width = 0;
        for (int axis = 0; axis < map.dim(); axis++) {
            width = Math.max(width, model.range(axis).high() - model.range(axis).low());
        }
        Map<String, List<Integer>> equal = new HashMap<>();
        float[] row = new float[data.samples().width()];
        String[] keys = new String[map.size()];
        for (int i = 0; i < keys.length; i++) {
            data.samples().read(i, row, 0);
            keys[i] = Arrays.toString(row);
            equal.computeIfAbsent(keys[i], key -> new ArrayList<>()).add(i);
        }
        int near = 0;
        for (int i = 0; i < keys.length; i++) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int other : equal.getOrDefault(keys[i], List.of())) {
                nearest = Math.min(
                        nearest,
                        Math.hypot(
                                placed.embedding().get(i, 0) - map.get(other, 0),
                                placed.embedding().get(i, 1) - map.get(other, 1)));
            }
            near += nearest <= NEAR * width ? 1 : 0;
        }
        return near / (double) keys.length;
    }

    /**
     * The rows as search and neighbours compare them, which other methods get too: standardised numbers, one-hot
     * categories. NaN for a missing value.
     */
    float[][] represented() {
        Samples rows = heads().represented(data.samples().scaled(model.scaling()));
        float[][] all = new float[rows.size()][rows.width()];
        for (int i = 0; i < all.length; i++) {
            rows.read(i, all[i], 0);
        }
        return all;
    }

    /** What the decoder generates at the coordinates of the rows, in the same form. */
    float[][] decoded() {
        float[][] means = model.decoder().decode(model.embedding().toArray());
        for (float[] mean : means) {
            heads().represent(1, mean, 0, false);
        }
        return means;
    }

    private Heads heads() {
        return model.decoder().heads();
    }

    /**
     * The share of the variance of known values that is explained: 1 - sum of squared differences / sum of squared
     * deviations from the mean of the column.
     */
    static double variance(float[][] rows, float[][] reconstructed) {
        double left = 0;
        double all = 0;
        for (int j = 0; j < rows[0].length; j++) {
            double sum = 0;
            double squares = 0;
            int n = 0;
            for (int i = 0; i < rows.length; i++) {
                double value = rows[i][j];
                if (!Double.isNaN(value)) {
                    sum += value;
                    squares += value * value;
                    left += (value - reconstructed[i][j]) * (value - reconstructed[i][j]);
                    n++;
                }
            }
            all += n == 0 ? 0 : squares - sum * sum / n;
        }
        return 1 - left / all;
    }
}

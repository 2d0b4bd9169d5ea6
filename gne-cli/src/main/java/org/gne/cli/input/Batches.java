package org.gne.cli.input;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gne.batch.BatchFactors;
import org.gne.data.Dataset;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.io.InputException;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.jspecify.annotations.Nullable;

/** The batches of rows of counts, from a column of the input: of {@code obs} in AnnData, of a table. */
final class Batches {

    /** The share of the factors that is printed. */
    private static final double USUAL = 0.9;

    private Batches() {}

    /** Data whose counts are divided by the factors of their batches, and these factors. */
    record Corrected(Dataset data, BatchFactors factors) {}

    /**
     * Learns the factors of batches and divides the counts by them.
     *
     * @throws InputException if the data has no such column, or no counts
     */
    static Corrected learn(Dataset data, String input, String column, InputSettings settings, long seed, int threads) {
        Labels batches = read(data, input, column, settings);
        if (batches == null) {
            throw new InputException(data.name() + ": --batch-column: found no column '" + column
                    + "', expected a column of obs in AnnData, or of a table");
        }
        if (!data.samples().schema().areCounts()) {
            throw new InputException(data.name() + ": --batch-column: found columns that are no counts, expected only"
                    + " counts (--array reads another matrix of the file)");
        }
        BatchFactors factors;
        try {
            factors = BatchFactors.of(column, data.samples(), batches, seed, threads);
        } catch (IllegalArgumentException e) {
            throw new InputException(data.name() + ": --batch-column " + column + ": " + e.getMessage(), e);
        }
        return new Corrected(corrected(data, factors, batches), factors);
    }

    /** The data, its counts divided by the factors of a model; with a note for batches that the model has not. */
    static Dataset of(Dataset data, String input, BatchFactors factors, InputSettings settings) {
        Labels batches = read(data, input, factors.column(), settings);
        if (batches == null) {
            return data.withNotes(List.of("the model has batches of " + factors.column()
                    + ", a column that the file has not: all rows are taken as those of the usual batch"));
        }
        List<String> unknown = batches.names().stream()
                .filter(name -> !factors.names().contains(name))
                .toList();
        Dataset corrected = data.withSamples(factors.corrected(data.samples(), batches));
        return unknown.isEmpty()
                ? corrected
                : corrected.withNotes(
                        List.of("batches that the model has not, whose rows are taken as those of the usual"
                                + " batch: " + String.join(", ", unknown)));
    }

    private static Dataset corrected(Dataset data, BatchFactors factors, Labels batches) {
        float[] sorted = factors.factors().clone();
        Arrays.sort(sorted);
        int outside = (int) (sorted.length * (1 - USUAL) / 2);
        int none = (int) Arrays.stream(batches.classes()).filter(of -> of < 0).count();
        String note = String.format(
                Locale.ROOT,
                "batches of %s: %s; counts are divided by a factor for each column and batch, %.2f to %.2f for most%s",
                factors.column(),
                String.join(", ", sizes(batches)),
                sorted[outside],
                sorted[sorted.length - 1 - outside],
                none == 0 ? "" : "; " + none + " rows of no batch are taken as they are");
        Samples rows = factors.corrected(data.samples(), batches);
        return data.withSamples(rows).withNotes(List.of(note));
    }

    private static List<String> sizes(Labels batches) {
        int[] rows = new int[batches.names().size()];
        for (int of : batches.classes()) {
            if (of >= 0) {
                rows[of]++;
            }
        }
        List<String> sizes = new ArrayList<>();
        for (int b = 0; b < rows.length; b++) {
            sizes.add(
                    String.format(Locale.ROOT, "%s (%,d rows)", batches.names().get(b), rows[b]));
        }
        return sizes;
    }

    /** The batches of the rows, or null if there is no such column. */
    private static @Nullable Labels read(Dataset data, String input, String column, InputSettings settings) {
        try (Table table = settings.table(input)) {
            int index = table == null
                    ? -1
                    : table.columns().stream().map(TableColumn::name).toList().indexOf(column);
            if (table == null || index < 0) {
                return null;
            }
            List<@Nullable String> names = new ArrayList<>();
            try (Table.Rows rows = table.rows()) {
                while (names.size() < data.samples().size() && rows.next()) {
                    names.add(rows.text(index));
                }
            }
            Labels batches = Labels.of(names);
            if (batches.size() != data.samples().size()) {
                throw new InputException(data.name() + ": found " + batches.size() + " values of " + column
                        + ", expected " + data.samples().size() + ", one for each row");
            }
            return batches;
        } catch (IOException e) {
            throw new InputException(data.name() + ": cannot be read: " + e.getMessage(), e);
        }
    }
}

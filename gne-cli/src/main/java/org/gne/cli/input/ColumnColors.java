package org.gne.cli.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gne.GneModel;
import org.gne.analysis.Expression;
import org.gne.data.CountFacts;
import org.gne.data.Dataset;
import org.gne.data.RowFact;
import org.gne.data.RowLabels;
import org.gne.data.Schema;
import org.gne.data.Target;
import org.gne.io.InputException;
import org.gne.io.LabelChoice;
import org.gne.io.LabelsBuilder;
import org.gne.nn.Stretch;
import org.jspecify.annotations.Nullable;

/**
 * What {@code gne draw --color} takes beside labels and clusters: facts that the fit wrote of its rows, columns as the decoder
 * generates them, genes of a matrix of counts, columns of a table.
 *
 * @param facts those of the fit
 * @param data the data that the model was fitted to, or null
 * @param input the data as given on the command line, or null
 * @param settings how the data is read
 */
record ColumnColors(
        GneModel model,
        List<RowFact> facts,
        @Nullable Dataset data,
        @Nullable String input,
        InputSettings settings) {

    /** Before the name of a column that the decoder generates. */
    static final String DECODED = "decoded:";

    /** Rows that are decoded at once. */
    private static final int CHUNK = 256;

    /**
     * The colours of a name.
     *
     * @throws InputException if there is nothing of that name; the message has the closest names
     */
    RowLabels of(String name) {
        for (RowFact fact : facts) {
            if (fact.name().equals(name)) {
                return fact.values();
            }
        }
        if (name.startsWith(DECODED)) {
            return decoded(name.substring(DECODED.length()));
        }
        if (data == null || input == null) {
            throw new InputException(
                    "--color " + name + ": found no INPUT, expected the data with this column, or one of "
                            + String.join(", ", known()) + ", or " + DECODED + "COLUMN");
        }
        List<String> genes = new ArrayList<>();
        if (data.samples().schema().isManyCounts()) {
            Target found = measured(name, input, data, genes);
            if (found != null) {
                return found;
            }
        }
        List<String> columns = settings.columns(input);
        if (columns.contains(name)) {
            return column(name, input, data);
        }
        List<String> all = new ArrayList<>(genes);
        all.addAll(columns);
        all.addAll(known());
        List<String> closest = ClosestNames.of(name, all);
        String what = genes.isEmpty() ? "column" : "column and no gene";
        throw new InputException(data.name() + ": found no " + what + " " + name + ", expected "
                + (!closest.isEmpty()
                        ? "a name such as " + String.join(", ", closest)
                        : columns.isEmpty() ? "the name of a gene" : "one of " + String.join(", ", columns)));
    }

    private List<String> known() {
        List<String> known = new ArrayList<>(List.of("label", "cluster", "none"));
        facts.forEach(fact -> known.add(fact.name()));
        return known;
    }

    /** What the decoder generates at the coordinates of the rows. */
    private Target decoded(String name) {
        List<String> names = model.schema() instanceof Schema.Columns table ? table.names() : List.of();
        int column = names.indexOf(name);
        if (column < 0) {
            List<String> closest = ClosestNames.of(name, names);
            throw new InputException("--color " + DECODED + name + ": the decoder generates no such column, expected "
                    + (closest.isEmpty()
                            ? "one of the " + names.size() + " columns of the model"
                            : "a name such as " + String.join(", ", closest)));
        }
        boolean counts = model.schema().isManyCounts();
        double total = counts ? usualTotal() : 1;
        double[] values = new double[model.embedding().size()];
        for (int from = 0; from < values.length; from += CHUNK) {
            float[][] places = new float[Math.min(CHUNK, values.length - from)][];
            for (int i = 0; i < places.length; i++) {
                places[i] = model.embedding().point(from + i);
            }
            float[][] samples = model.generate(places);
            for (int i = 0; i < places.length; i++) {
                double value = samples[i][column];
                values[from + i] = counts ? Expression.scaled(value, total) : value;
            }
        }
        return new Target(name + " decoded" + (counts ? ", " + Expression.UNIT : ""), values);
    }

    /** The total of a row of exposure 1: over all genes if the fit wrote it, else over those that the model has. */
    private double usualTotal() {
        Double known = Expression.usualTotal(CountFacts.find(facts, CountFacts.TOTAL));
        if (known != null) {
            return known;
        }
        double sum = 0;
        for (Stretch stretch : model.decoder().heads().stretches()) {
            for (float usual : stretch.usual()) {
                sum += usual;
            }
        }
        return sum;
    }

    /**
     * The counts of a gene, also of one that the model does not use.
     *
     * @param genes receives the names of all genes if there is none of this name
     */
    private @Nullable Target measured(String name, String input, Dataset rows, List<String> genes) {
        Dataset from = rows;
        int column = names(rows).indexOf(name);
        if (column < 0 || model.batches() != null) {
            from = settings.whole(input);
            column = names(from).indexOf(name);
        }
        if (column < 0 || !from.samples().schema().isManyCounts()) {
            genes.addAll(names(from));
            return null;
        }
        return new Target(name + ", " + Expression.UNIT, Expression.measured(from, column));
    }

    private static List<String> names(Dataset rows) {
        return ((Schema.Columns) rows.samples().schema()).names();
    }

    private RowLabels column(String name, String input, Dataset rows) {
        LabelsBuilder builder = new LabelsBuilder();
        NameSettings.column(name, rows, input, settings).forEach(text -> builder.add(text.isEmpty() ? null : text));
        RowLabels found =
                LabelChoice.of(rows.name(), name, builder.build(), null).rowLabels();
        if (found == null) {
            throw new InputException("--color " + name + ": found no values, expected some");
        }
        return Objects.requireNonNull(found);
    }
}

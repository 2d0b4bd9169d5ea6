package org.gne;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gne.data.Scaling;
import org.gne.data.Schema;
import org.gne.data.Survey;
import org.gne.data.Tails;

/** Remarks on the rows of a fit before it begins: one sentence for each kind of finding. */
final class FitNotes {

    /**
     * Values at least this many spreads from the rest are reported; the largest of a million normal values has about 5.
     */
    private static final double WILD = 20;

    /** The number of columns that are named; the others are counted. */
    private static final int NAMED = 5;

    private final Survey survey;
    private final Scaling scaling;
    private final Schema schema;
    private final List<String> notes = new ArrayList<>();

    private FitNotes(Survey survey, Scaling scaling, Schema schema) {
        this.survey = survey;
        this.scaling = scaling;
        this.schema = schema;
    }

    /**
     * Collects the remarks.
     *
     * @param schema the schema of the rows
     * @param scaling the scaling of the rows
     */
    static List<String> of(Survey survey, Scaling scaling, Schema schema) {
        FitNotes found = new FitNotes(survey, scaling, schema);
        found.equalRows();
        if (schema instanceof Schema.Columns) {
            found.constantColumns();
        }
        found.tails();
        return List.copyOf(found.notes);
    }

    private void equalRows() {
        long equal = survey.rowsLikeFirst();
        if (survey.rows() > 1 && equal == survey.rows()) {
            notes.add(String.format(Locale.ROOT, "all %,d rows are equal: a map of them shows nothing", equal));
        } else if (survey.rows() >= 20 && equal > survey.rows() / 10) {
            notes.add(String.format(Locale.ROOT, "%,d of %,d rows are equal to the first", equal, survey.rows()));
        }
    }

    private void constantColumns() {
        List<String> constant = new ArrayList<>();
        for (int j = 0; j < survey.width() && survey.rows() > 1; j++) {
            if (survey.low(j) == survey.high(j)) {
                constant.add(schema.valueName(j));
            }
        }
        if (!constant.isEmpty() && constant.size() < survey.width()) {
            notes.add(named(constant) + ": the same value in all rows, so it does not influence the map");
        }
    }

    private void tails() {
        Tails tails = scaling.tails();
        if (tails == null || survey.rows() < 2) {
            return;
        }
        List<String> logarithmic = new ArrayList<>();
        List<String> wild = new ArrayList<>();
        for (int j = 0; j < survey.width(); j++) {
            if (tails.logarithmic(j)) {
                logarithmic.add(schema.valueName(j));
            }
            double farthest = scaling.farthest(survey, j);
            if (farthest > WILD && Float.isFinite(scaling.limit(j)) && survey.low(j) < survey.high(j)) {
                wild.add(String.format(Locale.ROOT, "%s (%,.0f spreads)", schema.valueName(j), farthest));
            }
        }
        if (!logarithmic.isEmpty()) {
            notes.add(named(logarithmic)
                    + ": long tails, so logarithms are fitted; samples are in the units of the data");
        }
        if (!wild.isEmpty()) {
            notes.add(named(wild) + ": extreme values are moved nearer to the rest for the fit");
        }
    }

    private static String named(List<String> columns) {
        String names = columns.stream().limit(NAMED).collect(Collectors.joining(", "));
        int more = columns.size() - NAMED;
        return (columns.size() == 1 ? "column " : "columns ") + names + (more > 0 ? " and " + more + " more" : "");
    }
}

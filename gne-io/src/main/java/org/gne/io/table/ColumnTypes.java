package org.gne.io.table;

import java.util.ArrayList;
import java.util.List;
import org.gne.data.Column;
import org.gne.io.InputException;
import org.gne.io.TypeChoice;
import org.gne.io.table.TableNotes.LeftOut;

/**
 * Decides what each column of a table is: as was said, else by its values. Columns that cannot help a map are left out and
 * named: without a value, the same in every row, row numbers, texts that are different in nearly every row or too many.
 */
final class ColumnTypes {

    private ColumnTypes() {}

    /**
     * The columns of a row.
     *
     * @param positions of the columns that may be part of it
     * @param pixels whether all that are numbers stay numbers whatever they look like, as a picture's have to
     * @throws InputException if columns are unclear, all of them in one message, or none is left
     */
    static List<Feature> of(FeatureFactory make, List<Integer> positions, boolean pixels) {
        Problems problems = new Problems();
        AskedTypes askedTypes = new AskedTypes(make, problems);
        FoundTypes foundTypes = new FoundTypes(make, problems);
        List<Feature> features = new ArrayList<>();
        for (int position : positions) {
            TypeChoice asked = make.choice().type(make.name(position));
            if (asked != null) {
                features.addAll(askedTypes.of(position, asked));
            } else if (pixels && make.survey(position).isNumbers()) {
                features.add(make.number(position, Column.Kind.NUMBER));
            } else {
                Feature found = foundTypes.of(position);
                if (found != null) {
                    features.add(found);
                }
            }
        }
        String table = make.table().name();
        problems.refuse(table);
        TableNotes notes = make.notes();
        if (features.isEmpty() && !foundTypes.constant().isEmpty()) {
            // Better a map of one point than none.
            notes.takeBack(LeftOut.CONSTANT);
            notes.add("all " + make.survey(0).rows() + " rows are equal");
            return foundTypes.constant();
        }
        if (features.isEmpty()) {
            String reasons = notes.reasons();
            throw new InputException(table + ": no column is left for the rows"
                    + (reasons.isEmpty()
                            ? ", expected at least one beside label, id and what is excluded"
                            : ": " + reasons));
        }
        return features;
    }
}

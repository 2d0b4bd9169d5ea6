package org.gne.io.table;

import java.util.ArrayList;
import java.util.List;
import org.gne.data.Column;
import org.gne.io.InputException;
import org.gne.io.TypeChoice;
import org.gne.io.table.TableNotes.LeftOut;

/**
 * Decides the type of each column of a table: the type that the user gave, or the type that its values have. Columns that
 * do not help a map are left out, with a note: columns without a value, with the same value in every row, row numbers, ids, and
 * texts with too many different values.
 */
final class ColumnTypes {

    private ColumnTypes() {}

    /**
     * Makes the features of a row.
     *
     * @param positions the indices of the columns that can be part of the row
     * @param pixels whether the rows are images: then all columns of numbers stay numbers, and none is left out
     * @throws InputException if columns are unclear, with all of them in one message, or if no column is left
     */
    static List<Feature> of(FeatureFactory make, List<Integer> positions, boolean pixels) {
        Problems problems = new Problems();
        FoundTypes foundTypes = new FoundTypes(make, problems);
        List<Feature> features = features(make, positions, pixels, problems, foundTypes);
        return features.isEmpty() ? constant(make, foundTypes) : features;
    }

    /**
     * Makes features of columns that are added to those of a map; there may be none.
     *
     * @throws InputException if columns are unclear, with all of them in one message
     */
    static List<Feature> added(FeatureFactory make, List<Integer> positions) {
        Problems problems = new Problems();
        return features(make, positions, false, problems, new FoundTypes(make, problems));
    }

    private static List<Feature> features(
            FeatureFactory make, List<Integer> positions, boolean pixels, Problems problems, FoundTypes foundTypes) {
        AskedTypes askedTypes = new AskedTypes(make, problems);
        List<Feature> features = new ArrayList<>();
        for (int position : positions) {
            TypeChoice asked = make.choice().type(make.name(position));
            if (asked != null) {
                features.addAll(askedTypes.of(position, asked));
            } else if (pixels && make.survey(position).isNumbers()) {
                features.add(make.number(position, Column.Kind.NUMBER));
            } else {
                features.addAll(foundTypes.of(position));
            }
        }
        problems.refuse(make.table().name());
        return features;
    }

    /** The columns with the same value in every row, if there are no others: a fit says that all rows are equal. */
    private static List<Feature> constant(FeatureFactory make, FoundTypes foundTypes) {
        TableNotes notes = make.notes();
        if (!foundTypes.constant().isEmpty()) {
            notes.takeBack(LeftOut.CONSTANT);
            return foundTypes.constant();
        }
        String reasons = notes.reasons();
        throw new InputException(make.table().name() + ": found no column for the rows"
                + (reasons.isEmpty()
                        ? ", expected at least one beside label, id and what is excluded"
                        : ": " + reasons));
    }
}

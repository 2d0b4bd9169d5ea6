package org.gne.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gne.data.Column;
import org.gne.data.Dataset;
import org.gne.data.Labels;
import org.gne.data.Schema;
import org.gne.data.Target;
import org.gne.draw.ClassLooks;

/** What the numbers of a row are: a person sees whether the input was understood. */
public final class RowMeaning {

    /** Columns of one kind that are named. */
    private static final int NAMED = 8;

    private RowMeaning() {}

    /**
     * A line for each kind of column of a table, and one for the rows as a whole.
     *
     * @param missing how many cells are
     */
    public static List<String> of(Dataset data, long missing) {
        List<String> lines = new ArrayList<>();
        if (data.samples().schema() instanceof Schema.Picture picture) {
            lines.add("rows are " + (picture.channels() == 1 ? "grey" : "colour") + " pictures of " + picture.columns()
                    + " x " + picture.height() + " pixels" + rest(data, missing));
        } else if (data.samples().schema() instanceof Schema.Columns table) {
            kind(lines, table, Column.Kind.VECTOR, "vectors");
            kind(lines, table, Column.Kind.NUMBER, "numbers");
            kind(lines, table, Column.Kind.COUNT, "counts");
            kind(lines, table, Column.Kind.BOOLEAN, "booleans");
            kind(lines, table, Column.Kind.CATEGORY, "categories");
            kind(lines, table, Column.Kind.DATE, "dates");
            kind(lines, table, Column.Kind.TIME, "times");
            int columns = table.columns().size();
            lines.add("rows are " + columns + (columns == 1 ? " column" : " columns") + rest(data, missing));
        }
        return lines;
    }

    private static void kind(List<String> lines, Schema.Columns table, Column.Kind kind, String title) {
        List<Column> columns =
                table.columns().stream().filter(column -> column.kind() == kind).toList();
        if (columns.isEmpty()) {
            return;
        }
        List<String> names = columns.stream().limit(NAMED).map(RowMeaning::name).toList();
        lines.add(title + ": " + String.join(", ", names) + (columns.size() > NAMED ? ", ..." : "")
                + (columns.size() > 1 ? " (" + columns.size() + ")" : ""));
    }

    private static String name(Column column) {
        String name = one(column.name());
        if (column.source() != null) {
            String model = one(column.source().model());
            return name + " of " + column.width() + " numbers" + (model.isEmpty() ? "" : " by " + model);
        }
        return column.kind() == Column.Kind.CATEGORY ? name + " of " + column.width() : name;
    }

    private static String rest(Dataset data, long missing) {
        return missing(data, missing) + "; " + labels(data);
    }

    private static String missing(Dataset data, long missing) {
        int columns = data.samples().schema() instanceof Schema.Columns table
                ? table.columns().size()
                : data.samples().width();
        double cells = (double) data.samples().size() * columns;
        return missing == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", %,d %s missing (%.1f %%)",
                        missing,
                        missing == 1 ? "value" : "values",
                        100.0 * missing / cells);
    }

    private static String labels(Dataset data) {
        Labels labels = data.labels();
        Target target = data.target();
        if (target != null) {
            return number(target);
        }
        if (labels == null) {
            return "no classes";
        }
        int classes = labels.names().size();
        return classes <= ClassLooks.MOST
                ? classes + " classes"
                : String.format(
                        Locale.ROOT,
                        "%,d classes, of which the %d largest have colours and names",
                        classes,
                        ClassLooks.MOST);
    }

    private static String number(Target target) {
        int known = target.known();
        String some = known == target.size()
                ? ""
                : String.format(Locale.ROOT, ", known of %,d of %,d rows", known, target.size());
        return "the label " + one(target.name()) + " is a number, shown on a colour scale" + some;
    }

    /** A text as one line. */
    private static String one(String text) {
        return text.replaceAll("[\\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+", " ");
    }
}

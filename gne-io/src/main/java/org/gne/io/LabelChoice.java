package org.gne.io;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.gne.data.Dataset;
import org.gne.data.Labels;
import org.gne.data.RowLabels;
import org.gne.data.Target;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether labels are classes or numbers. Without an option, they are numbers if one of them is a number that is not
 * whole, or if there are more than 30 different whole numbers that do not look like codes of classes. More than 30 different
 * dates are years with decimals.
 *
 * @hidden internal
 */
public final class LabelChoice {

    /** The largest number of different whole numbers that are classes. */
    private static final int CLASSES = 30;

    /** The largest ratio of the rows of the most common and the rarest code. */
    private static final int UNEVEN = 25;

    /** A longer number is a code. */
    private static final int LONGEST = 40;

    private LabelChoice() {}

    /**
     * What labels are.
     *
     * @param labels the classes, or null if they are numbers
     * @param target the numbers, or null if they are classes
     * @param notes what a person should know of the choice, a line each
     * @hidden internal
     */
    public record Chosen(@Nullable Labels labels, @Nullable Target target, List<String> notes) {

        private static Chosen classes(Labels labels) {
            return new Chosen(labels, null, List.of());
        }

        private static Chosen numbers(Target target) {
            return new Chosen(null, target, List.of());
        }

        /** The labels, whatever they are. */
        public @Nullable RowLabels rowLabels() {
            return labels != null ? labels : target;
        }
    }

    /**
     * Adds labels to rows, as classes or as a target.
     *
     * @param name the name of the column or file of the labels
     * @param asked the type that the user gave, or null to find out
     * @throws InputException if the user says that they are numbers, and they are not
     */
    public static Dataset add(Dataset data, String name, Labels labels, @Nullable LabelType asked) {
        Chosen chosen = of(data.name(), name, labels, asked);
        return data.withLabels(chosen.labels()).withTarget(chosen.target()).withNotes(chosen.notes());
    }

    /**
     * Decides what labels are.
     *
     * @param file the name of the data for messages
     * @param name the name of the column or file of the labels
     * @param asked the type that the user gave, or null to find out
     * @throws InputException if the user says that they are numbers, and they are not
     */
    public static Chosen of(String file, String name, Labels labels, @Nullable LabelType asked) {
        if (labels.names().isEmpty()) {
            return new Chosen(labels, null, List.of("label " + name + ": no row has one"));
        }
        if (asked == LabelType.CLASS) {
            return Chosen.classes(labels);
        }
        String text = firstText(labels.names());
        if (asked == LabelType.NUMBER) {
            if (text != null) {
                throw new InputException(file + ": label " + name + ": found '" + text
                        + "', expected numbers as --label-type number says");
            }
            return Chosen.numbers(target(name, labels, CellText::number));
        }
        if (text != null) {
            return labels.names().size() > CLASSES && areDates(labels) ? years(name, labels) : Chosen.classes(labels);
        }
        boolean whole = labels.names().stream().allMatch(number -> isWhole(CellText.number(number)));
        if (whole && (labels.names().size() <= CLASSES || looksLikeCodes(labels))) {
            return Chosen.classes(labels);
        }
        List<String> notes = whole
                ? List.of(
                        "label " + name + ": its " + labels.names().size()
                                + " different whole numbers are read as numbers, not as classes (--label-type class changes it)")
                : List.of();
        return new Chosen(null, target(name, labels, CellText::number), notes);
    }

    /** The first label that is not a finite number, or null. */
    private static @Nullable String firstText(List<String> names) {
        return names.stream()
                .filter(name -> name.length() >= LONGEST || !Double.isFinite(CellText.number(name)))
                .findFirst()
                .orElse(null);
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value);
    }

    /** Whether the numbers are 0, 1, 2 ... or 1, 2, 3 ... without a gap, and none is much rarer than the others. */
    private static boolean looksLikeCodes(Labels labels) {
        int n = labels.names().size();
        // The names are in numerical order.
        double first = CellText.number(labels.names().get(0));
        double last = CellText.number(labels.names().get(n - 1));
        if ((first != 0 && first != 1) || last - first != n - 1) {
            return false;
        }
        long[] rows = new long[n];
        for (int i = 0; i < labels.size(); i++) {
            if (labels.classes()[i] >= 0) {
                rows[labels.classes()[i]]++;
            }
        }
        long fewest = Long.MAX_VALUE;
        long most = 0;
        for (long each : rows) {
            fewest = Math.min(fewest, each);
            most = Math.max(most, each);
        }
        return fewest > 1 && most <= UNEVEN * fewest;
    }

    private static boolean areDates(Labels labels) {
        return labels.names().stream().noneMatch(name -> Double.isNaN(DecimalYear.of(name)));
    }

    private static Chosen years(String name, Labels labels) {
        String note = "label " + name + ": its " + labels.names().size()
                + " different dates are read as years with decimals, not as classes (--label-type class changes it)";
        return new Chosen(null, target(name + " (year)", labels, DecimalYear::of), List.of(note));
    }

    private static Target target(String name, Labels labels, ToDoubleFunction<String> number) {
        double[] values = new double[labels.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = labels.classes()[i] < 0 ? Double.NaN : number.applyAsDouble(labels.name(i));
        }
        return new Target(name, values);
    }
}

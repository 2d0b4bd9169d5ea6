package org.gne.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.gne.data.Column;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Names the clusters of a table by the columns and categories that set them apart: {@code Biscoe, male, high body mass}. A cluster is
 * compared with the other rows of its parent, on level 0 with all other rows: by the difference of the means, in standard
 * deviations of the column over all rows. A category or boolean is the number 0 or 1; only those that most rows of the cluster have
 * are named. A whole number that all rows of the cluster share is named itself: {@code year 2007}. What
 * follows from a value that is named before it is left out ({@link CommonMeaning}).
 *
 * @param table the rows, in the units of the data, with a schema of {@link Schema.Columns}
 */
public record TableNamer(Samples table) implements ClusterNamer {

    /** Differences below this many standard deviations do not set a cluster apart. */
    private static final double LEAST = 0.5;

    /** The share of the rows of a cluster that have a category that is named. */
    private static final double MOST_ROWS = 0.6;

    private static final int TERMS = 12;

    /** Rows whose deviation is at most this share of that of all rows have the same value. */
    private static final double SAME = 1e-4;

    /** Whole numbers up to this are short enough for a name. */
    private static final double LARGEST = 1e6;

    /** A unit at the end of a column's name. */
    private static final Pattern UNIT = Pattern.compile(
            "(?<=\\w)_(mm|cm|m|km|mg|g|kg|ms|s|sec|min|h|pct|percent|usd|eur|ft|lbs?)$", Pattern.CASE_INSENSITIVE);

    /**
     * Names clusters by this table.
     *
     * @throws IllegalArgumentException if the samples are images
     */
    public TableNamer {
        if (!(table.schema() instanceof Schema.Columns)) {
            throw new IllegalArgumentException("names of a table: found images, expected columns");
        }
    }

    /** Whether the columns have names that say something: not numbers, nor one prefix with numbers as vectors have. */
    public static boolean suits(Schema schema) {
        if (!(schema instanceof Schema.Columns table)) {
            return false;
        }
        List<String> prefixes = table.columns().stream()
                .filter(column -> column.kind() != Column.Kind.VECTOR)
                .map(column -> column.kind() == Column.Kind.NUMBER
                        ? column.name().replaceAll("[0-9]+$", "")
                        : column.name() + "*")
                .filter(prefix -> !prefix.isEmpty())
                .distinct()
                .toList();
        return prefixes.size()
                > (table.columns().size() < 3 ? 0 : Math.max(1, table.columns().size() / 8));
    }

    @Override
    public List<List<String>> terms(ClusterTree tree) {
        Moments[] moments = moments(tree);
        Moments all = moments[tree.nodes().size()];
        List<Value> values = values();
        CommonMeaning meaning = CommonMeaning.of(table);
        List<List<String>> terms = new ArrayList<>();
        for (ClusterTree.Node node : tree.nodes()) {
            Moments around = node.parent() == ClusterTree.NONE ? all : moments[node.parent()];
            List<Scored> scored = scored(values, moments[node.id()], around, all);
            terms.add(withoutRepeats(scored, meaning));
        }
        return terms;
    }

    /**
     * What sets a cluster apart in one value of a row.
     *
     * @param yesOrNo whether the value is 0 or 1
     * @param difference of the means, in standard deviations
     */
    private record Scored(int value, boolean yesOrNo, String term, double difference) {

        /** Whether this says nothing beside another term. */
        boolean repeats(Scored other, CommonMeaning meaning) {
            return meaning.together(value, other.value)
                    || yesOrNo
                            && other.yesOrNo
                            && meaning.follows(value, difference > 0, other.value, other.difference > 0);
        }
    }

    /** The terms without those that repeat another one before them. */
    private static List<String> withoutRepeats(List<Scored> scored, CommonMeaning meaning) {
        List<Scored> kept = new ArrayList<>();
        for (Scored term : scored) {
            if (kept.stream().noneMatch(before -> term.repeats(before, meaning))) {
                kept.add(term);
            }
        }
        return kept.stream().map(Scored::term).toList();
    }

    private static List<Scored> scored(List<Value> values, Moments own, Moments around, Moments all) {
        List<Scored> scored = new ArrayList<>();
        for (int value = 0; value < values.size(); value++) {
            double deviation = all.deviation(value);
            double difference = (own.mean(value) - around.without(own, value)) / deviation;
            // Also NaN: a value that is the same in all rows, or known in none.
            if (!(Math.abs(difference) >= LEAST)) {
                continue;
            }
            boolean same = own.deviation(value) <= SAME * deviation;
            String term = values.get(value).term(difference > 0, own.mean(value), same);
            if (term != null) {
                scored.add(new Scored(value, values.get(value).yesOrNo(), term, difference));
            }
        }
        return scored.stream()
                .sorted(Comparator.comparingDouble((Scored term) -> Math.abs(term.difference()))
                        .reversed())
                .limit(TERMS)
                .toList();
    }

    private List<Value> values() {
        List<Value> values = new ArrayList<>();
        for (Column column : ((Schema.Columns) table.schema()).columns()) {
            if (column.kind() == Column.Kind.CATEGORY) {
                column.categories().forEach(category -> values.add(new Value(column, category)));
            } else {
                for (int i = 0; i < column.width(); i++) {
                    values.add(new Value(column, ""));
                }
            }
        }
        return values;
    }

    /** A value of a row: a number, or one of the categories of a column. */
    private record Value(Column column, String category) {

        /** Whether a row has it or not: a category or a boolean. */
        boolean yesOrNo() {
            return column.kind() == Column.Kind.CATEGORY || column.kind() == Column.Kind.BOOLEAN;
        }

        /** The name of the column in plain form: {@code body mass} for {@code body_mass_g}. */
        String name() {
            return UNIT.matcher(column.name())
                    .replaceFirst("")
                    .replace('_', ' ')
                    .strip();
        }

        /**
         * What a cluster is called in which it is higher or lower than elsewhere; null if that says nothing.
         *
         * @param same whether all rows of the cluster have the same value
         */
        @Nullable String term(boolean higher, double mean, boolean same) {
            double value = column.origin() + column.unit() * mean;
            boolean number = column.kind() == Column.Kind.NUMBER || column.kind() == Column.Kind.COUNT;
            if (same && number && Math.abs(value - Math.rint(value)) < 1e-6 && Math.abs(value) < LARGEST) {
                return name() + " " + Math.round(value);
            }
            return switch (column.kind()) {
                case CATEGORY -> higher && mean >= MOST_ROWS ? categoryTerm() : null;
                case BOOLEAN ->
                    higher ? mean >= MOST_ROWS ? name() : null : mean <= 1 - MOST_ROWS ? "not " + name() : null;
                case VECTOR -> null;
                case DATE, TIME -> (higher ? "late " : "early ") + name();
                default -> (higher ? "high " : "low ") + name();
            };
        }

        /** The category alone if it is a word; else the column with it, such as {@code class 3}. */
        private String categoryTerm() {
            String text = category.strip();
            long letters = text.codePoints().filter(Character::isLetter).count();
            boolean word = letters >= 3
                    && !List.of("yes", "true", "false", "none", "other", "unknown")
                            .contains(text.toLowerCase(Locale.ROOT));
            return word ? text : name() + " " + text;
        }
    }

    /** Sums of known values: of each cluster, and of all rows last. */
    private Moments[] moments(ClusterTree tree) {
        int width = table.width();
        Moments[] moments = new Moments[tree.nodes().size() + 1];
        for (int i = 0; i < moments.length; i++) {
            moments[i] = new Moments(new double[width], new double[width], new int[width]);
        }
        float[] row = new float[width];
        for (int i = 0; i < table.size(); i++) {
            if (tree.cluster(0, i) < 0) {
                continue;
            }
            table.read(i, row, 0);
            moments[moments.length - 1].add(row);
            for (int level = 0; level < tree.levels(); level++) {
                moments[tree.cluster(level, i)].add(row);
            }
        }
        return moments;
    }

    private record Moments(double[] sums, double[] squares, int[] counts) {

        void add(float[] row) {
            for (int i = 0; i < row.length; i++) {
                if (!Float.isNaN(row[i])) {
                    sums[i] += row[i];
                    squares[i] += (double) row[i] * row[i];
                    counts[i]++;
                }
            }
        }

        double mean(int value) {
            return sums[value] / counts[value];
        }

        /** The mean over the rows that are not in a cluster; if there are none, over all. */
        double without(Moments cluster, int value) {
            int others = counts[value] - cluster.counts[value];
            return others == 0 ? mean(value) : (sums[value] - cluster.sums[value]) / others;
        }

        double deviation(int value) {
            double mean = mean(value);
            return Math.sqrt(Math.max(0, squares[value] / counts[value] - mean * mean));
        }
    }
}

package org.gne.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is known of the rows of two data sets, one after the other. */
final class StackedDataset {

    private StackedDataset() {}

    static Dataset of(Dataset first, Dataset second) {
        int before = first.samples().size();
        int after = second.samples().size();
        if (first.labels() != null && second.target() != null || first.target() != null && second.labels() != null) {
            throw new IllegalArgumentException(second.name() + ": found labels that are "
                    + (second.target() != null ? "numbers after classes" : "classes after numbers")
                    + ", expected those of " + first.name());
        }
        List<String> notes = new ArrayList<>(first.notes());
        notes.addAll(second.notes());
        return new Dataset(
                first.name().equals(second.name()) ? first.name() : first.name() + " + " + second.name(),
                first.samples().followedBy(second.samples()),
                labels(first.labels(), before, second.labels(), after),
                target(first.target(), before, second.target(), after),
                ids(first.ids(), before, second.ids(), after),
                texts(first.texts(), before, second.texts(), after),
                notes,
                facts(first.facts(), before, second.facts(), after));
    }

    /** The names of the first come first, so that a class keeps its number; new classes follow. */
    private static @Nullable Labels labels(@Nullable Labels first, int before, @Nullable Labels second, int after) {
        if (first == null && second == null) {
            return null;
        }
        List<String> names = new ArrayList<>(first == null ? List.of() : first.names());
        int[] classes = new int[before + after];
        Arrays.fill(classes, -1);
        if (first != null) {
            System.arraycopy(first.classes(), 0, classes, 0, before);
        }
        if (second != null) {
            int[] numbers = new int[second.names().size()];
            for (int i = 0; i < numbers.length; i++) {
                String name = second.names().get(i);
                numbers[i] = names.indexOf(name);
                if (numbers[i] < 0) {
                    numbers[i] = names.size();
                    names.add(name);
                }
            }
            for (int i = 0; i < after; i++) {
                classes[before + i] = second.classes()[i] < 0 ? -1 : numbers[second.classes()[i]];
            }
        }
        return new Labels(classes, names);
    }

    /** The facts of either, by their names; unknown in the rows of the other. */
    private static List<RowFact> facts(List<RowFact> first, int before, List<RowFact> second, int after) {
        Map<String, RowLabels> added = new LinkedHashMap<>();
        second.forEach(fact -> added.put(fact.name(), fact.values()));
        List<RowFact> all = new ArrayList<>();
        for (RowFact fact : first) {
            RowLabels more = added.remove(fact.name());
            if (fact.values() instanceof Labels classes) {
                Labels others = more instanceof Labels some ? some : null;
                all.add(new RowFact(fact.name(), Objects.requireNonNull(labels(classes, before, others, after))));
            } else if (fact.values() instanceof Target numbers) {
                Target others = more instanceof Target some ? some : null;
                all.add(new RowFact(fact.name(), Objects.requireNonNull(target(numbers, before, others, after))));
            }
        }
        added.forEach((name, values) -> all.add(new RowFact(
                name,
                Objects.requireNonNull(
                        values instanceof Labels classes
                                ? labels(null, before, classes, after)
                                : target(null, before, values instanceof Target numbers ? numbers : null, after)))));
        return all;
    }

    private static @Nullable Target target(@Nullable Target first, int before, @Nullable Target second, int after) {
        Target known = first == null ? second : first;
        if (known == null) {
            return null;
        }
        double[] values = new double[before + after];
        Arrays.fill(values, Double.NaN);
        if (first != null) {
            System.arraycopy(first.values(), 0, values, 0, before);
        }
        if (second != null) {
            System.arraycopy(second.values(), 0, values, before, after);
        }
        return new Target(known.name(), values);
    }

    private static @Nullable Ids ids(@Nullable Ids first, int before, @Nullable Ids second, int after) {
        if (first == null && second == null) {
            return null;
        }
        Ids.Builder ids = new Ids.Builder();
        for (int i = 0; i < before; i++) {
            ids.add(first == null ? Integer.toString(i) : first.get(i));
        }
        for (int i = 0; i < after; i++) {
            ids.add(second == null ? Integer.toString(before + i) : second.get(i));
        }
        return ids.build();
    }

    private static @Nullable List<String> texts(
            @Nullable List<String> first, int before, @Nullable List<String> second, int after) {
        if (first == null && second == null) {
            return null;
        }
        List<String> texts = new ArrayList<>(first == null ? Collections.nCopies(before, "") : first);
        texts.addAll(second == null ? Collections.nCopies(after, "") : second);
        return texts;
    }
}

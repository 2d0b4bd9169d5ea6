package org.gne.io;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gne.data.Labels;
import org.jspecify.annotations.Nullable;

/**
 * Collects the classes of rows by name.
 *
 * @hidden internal
 */
public final class LabelsBuilder {

    private final Map<String, Integer> classes = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private int[] found = new int[64];
    private int size;

    /** Adds the class of the next row, null if it is not known. */
    public void add(@Nullable String name) {
        if (size == found.length) {
            found = Arrays.copyOf(found, size + size / 2);
        }
        int known = -1;
        if (name != null) {
            known = classes.computeIfAbsent(name, unseen -> {
                names.add(unseen);
                return names.size() - 1;
            });
        }
        found[size++] = known;
    }

    /** The labels, with classes in the order of their names: by value if all names are numbers, else by characters. */
    public Labels build() {
        int[] order = IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparing(names::get, order()))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] position = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            position[order[i]] = i;
        }
        int[] sorted = new int[size];
        for (int i = 0; i < size; i++) {
            sorted[i] = found[i] < 0 ? -1 : position[found[i]];
        }
        return new Labels(sorted, Arrays.stream(order).mapToObj(names::get).toList());
    }

    private Comparator<String> order() {
        boolean numbers = names.stream().allMatch(name -> Double.isFinite(CellText.number(name)) && name.length() < 40);
        return numbers
                ? Comparator.<String, BigDecimal>comparing(name -> new BigDecimal(name.strip()))
                        .thenComparing(Comparator.naturalOrder())
                : Comparator.naturalOrder();
    }
}

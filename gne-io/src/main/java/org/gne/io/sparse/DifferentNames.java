package org.gne.io.sparse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Names that are all different, such as those of genes, made from names of which some occur several times.
 *
 * @param names the names
 * @param renamed the number of names that were changed
 * @hidden internal
 */
public record DifferentNames(List<String> names, int renamed) {

    /**
     * Changes the names that occurred before.
     *
     * @param wanted the names
     * @param ids what is added to a name that occurred before, as many as there are names
     */
    public static DifferentNames of(List<String> wanted, List<String> ids) {
        List<String> names = new ArrayList<>(wanted.size());
        Set<String> seen = new HashSet<>();
        int renamed = 0;
        for (int i = 0; i < wanted.size(); i++) {
            String name = wanted.get(i);
            boolean fresh = seen.add(name);
            String free = name;
            while (!fresh && !seen.add(free)) {
                free = free.equals(name) ? name + "_" + ids.get(i) : free + "_";
            }
            renamed += fresh ? 0 : 1;
            names.add(free);
        }
        return new DifferentNames(names, renamed);
    }
}

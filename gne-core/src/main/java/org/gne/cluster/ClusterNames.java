package org.gne.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The names of the clusters of a tree. No two clusters of a level have the same name. A cluster that is the only one within its parent
 * has the parent's name; of several, none repeats a term of its parent's name while it has others.
 *
 * @param names {@code [nodes]}: by the id of the cluster; empty for a cluster without a name
 */
public record ClusterNames(List<String> names) {

    /** Terms are joined by this. */
    private static final String JOIN = ", ";

    /** Copies the names. */
    public ClusterNames {
        names = List.copyOf(names);
    }

    /** No cluster has a name. */
    public static ClusterNames none(ClusterTree tree) {
        return new ClusterNames(tree.nodes().stream().map(node -> "").toList());
    }

    /**
     * Makes names of the terms that set the clusters apart.
     *
     * @throws IllegalArgumentException if the namer does not return a list for each cluster
     */
    public static ClusterNames of(ClusterTree tree, ClusterNamer namer) {
        List<List<String>> terms = namer.terms(tree);
        if (terms.size() != tree.nodes().size()) {
            throw new IllegalArgumentException("names: found terms of " + terms.size() + " clusters, expected "
                    + tree.nodes().size());
        }
        String[] names = new String[terms.size()];
        List<Set<String>> used = new ArrayList<>();
        for (int level = 0; level < tree.levels(); level++) {
            used.add(new HashSet<>());
        }
        List<List<String>> chosen = new ArrayList<>();
        for (ClusterTree.Node node : tree.nodes()) {
            boolean only = node.parent() != ClusterTree.NONE
                    && tree.nodes().get(node.parent()).children().length == 1;
            List<String> above = node.parent() == ClusterTree.NONE ? List.of() : chosen.get(node.parent());
            if (only) {
                chosen.add(above);
                names[node.id()] = names[node.parent()];
                used.get(node.level()).add(key(names[node.id()]));
                continue;
            }
            List<String> own = fresh(terms.get(node.id()), above);
            int count = Math.min(namer.most(), own.size());
            while (count < own.size() && used.get(node.level()).contains(key(joined(own, count)))) {
                count++;
            }
            chosen.add(own.subList(0, count));
            names[node.id()] = unique(joined(own, count), used.get(node.level()));
            used.get(node.level()).add(key(names[node.id()]));
        }
        return new ClusterNames(Arrays.asList(names));
    }

    /** The terms that are not in the name of the parent, if there are any. */
    private static List<String> fresh(List<String> terms, List<String> above) {
        List<String> fresh =
                terms.stream().filter(term -> !above.contains(term)).toList();
        return fresh.isEmpty() ? terms : fresh;
    }

    private static String joined(List<String> terms, int count) {
        return String.join(JOIN, terms.subList(0, count));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The name, with a number if another cluster of the level has it already. */
    private static String unique(String name, Set<String> used) {
        String found = name;
        for (int number = 2; !found.isEmpty() && used.contains(key(found)); number++) {
            found = name + " (" + number + ")";
        }
        return found;
    }

    /** The name of a cluster; empty if it has none. */
    public String name(int id) {
        return names.get(id);
    }

    /** Whether a cluster has a name. */
    public boolean any() {
        return names.stream().anyMatch(name -> !name.isEmpty());
    }

    /**
     * These names with some replaced.
     *
     * @param given names by the ids of the clusters; an empty name takes the name away
     * @throws IllegalArgumentException if there is no cluster with such an id
     */
    public ClusterNames with(Map<Integer, String> given) {
        List<String> changed = new ArrayList<>(names);
        given.forEach((id, name) -> {
            if (id < 0 || id >= changed.size()) {
                throw new IllegalArgumentException("cluster: found " + id + ", expected 0 to " + (changed.size() - 1));
            }
            changed.set(id, name.strip());
        });
        return new ClusterNames(changed);
    }
}

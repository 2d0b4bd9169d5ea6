package org.gne.cluster;

import java.util.List;

/**
 * Finds what sets each cluster of a tree apart. This is the hook for other names, such as those of a language model: {@link
 * ClusterNames#of(ClusterTree, ClusterNamer)} makes names of the terms that it returns.
 */
public interface ClusterNamer {

    /**
     * The terms of each cluster: words, phrases, categories, ids.
     *
     * @return {@code [nodes]}: by the id of the cluster, its terms, the best first; empty if there is nothing to say
     */
    List<List<String>> terms(ClusterTree tree);

    /** The number of terms in a name, at least 1. */
    default int most() {
        return 3;
    }
}

/**
 * The clusters of a finished map: a hierarchy found from the density of its rows at several scales, and the names of its nodes.
 * Start at {@link org.gne.cluster.ClusterTree}.
 */
@NullMarked
package org.gne.cluster;

import org.jspecify.annotations.NullMarked;

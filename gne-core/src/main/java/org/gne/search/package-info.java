/**
 * The global search: takes rows out of local minima by comparing them with decoded samples all over the map. Start at
 * {@link org.gne.search.GlobalSearch}.
 */
@NullMarked
package org.gne.search;

import org.jspecify.annotations.NullMarked;

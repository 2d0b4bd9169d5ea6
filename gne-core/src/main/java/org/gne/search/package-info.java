/** The global search: takes rows out of local minima by comparing them with decoded samples all over the map. */
@NullMarked
package org.gne.search;

import org.jspecify.annotations.NullMarked;

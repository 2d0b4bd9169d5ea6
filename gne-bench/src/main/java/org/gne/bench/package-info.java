/** Yardsticks: what this machine reaches elsewhere on the work that GNE does. Nothing here is published. */
@NullMarked
package org.gne.bench;

import org.jspecify.annotations.NullMarked;

/** Simulated cells with known truth: what maps, decoders and likelihoods make of sparse counts. */
@NullMarked
package org.gne.bench.cells;

import org.jspecify.annotations.NullMarked;

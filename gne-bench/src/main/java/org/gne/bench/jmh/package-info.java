/** Microbenchmarks, run by {@code gne-bench/jmh}: kernels, an epoch with and without search, placement, neighbours. */
@NullMarked
package org.gne.bench.jmh;

import org.jspecify.annotations.NullMarked;

/** Benchmarks: GNE's throughput beside that of libtorch and OpenBLAS on the same machine. Not published. */
@NullMarked
package org.gne.bench;

import org.jspecify.annotations.NullMarked;

/** HDF5 files: matrices of cells (AnnData, 10x Genomics), and arrays. */
@NullMarked
package org.gne.io.hdf;

import org.jspecify.annotations.NullMarked;

package org.gne.io.hdf;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.gne.data.Dataset;
import org.gne.io.InputException;
import org.gne.io.InputFormat;
import org.gne.io.InputSource;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.gne.io.array.ArrayFormat;
import org.gne.io.table.TableDataset;
import org.jspecify.annotations.Nullable;

/**
 * HDF5: AnnData ({@code .h5ad}), Loom, matrices of 10x Genomics, and other files as arrays by their paths, of which {@link ReadOptions#array} names
 * one.
 *
 * @hidden internal
 */
public final class HdfFormat implements InputFormat {

    private static final String MAGIC = "894844460d0a1a0a";

    private static final String CELLS = "obs";

    @Override
    public String description() {
        return "HDF5 (.h5ad, .h5, .loom)";
    }

    @Override
    public boolean claims(InputSource source) {
        return source.isFileEndingIn(List.of(".h5ad", ".h5", ".hdf5", ".hdf", ".loom"));
    }

    @Override
    public boolean recognises(InputSource source) {
        return HexFormat.of().formatHex(source.start()).startsWith(MAGIC);
    }

    private static Hdf open(InputSource source) throws IOException {
        String packing = source.packing();
        if (packing != null) {
            throw new InputException(source.text() + ": is packed as " + packing + ", expected HDF5 that is not packed"
                    + " (unpack it first)");
        }
        return Hdf.open(source);
    }

    @Override
    public Dataset read(InputSource source, ReadOptions options) throws IOException {
        try (Hdf file = open(source)) {
            if (AnnData.is(file)) {
                return CELLS.equals(options.array())
                        ? TableDataset.read(AnnotationTable.of(file, CELLS), options)
                        : AnnData.read(file, options);
            }
            if (Loom.is(file)) {
                return Loom.read(file, options);
            }
            List<String> groups = TenXHdf.groups(file);
            if (!groups.isEmpty()) {
                return TenXHdf.read(file, groups, options);
            }
            return ArrayFormat.read(new HdfArrays(file), options);
        }
    }

    /** What is known of the cells of an AnnData or Loom file. */
    @Override
    public @Nullable Table table(InputSource source, ReadOptions options) throws IOException {
        Hdf file = open(source);
        try {
            if (AnnData.is(file)) {
                return AnnotationTable.of(file, CELLS);
            }
            if (Loom.is(file)) {
                return Loom.cells(file);
            }
            file.close();
            return null;
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }
}

package org.gne.io.hdf;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.dataset.DatasetBase;
import io.jhdf.exceptions.HdfException;
import java.nio.ByteBuffer;
import org.gne.io.InputException;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a dataset, some rows at a time. The library's own reading of parts of a dataset in chunks finds only the first chunk.
 *
 * @param file the file
 * @param place the place of the dataset, for messages
 * @param dataset the dataset
 * @param element the bytes of an element
 */
record HdfBytes(Hdf file, String place, Dataset dataset, int element) {

    /** The rows of a chunk, 1 if there are no chunks. */
    int chunkRows() {
        return dataset instanceof ChunkedDataset chunked
                ? Hdf.guarded(place, () -> chunked.getChunkDimensions()[0])
                : 1;
    }

    /**
     * The elements of some rows, in the order of C.
     *
     * @throws InputException if they are damaged
     */
    ByteBuffer rows(long from, int count) {
        return Hdf.guarded(place, () -> {
            int[] axes = dataset.getDimensions();
            long row = element;
            for (int i = 1; i < axes.length; i++) {
                row = Math.multiplyExact(row, axes[i]);
            }
            int bytes = Math.toIntExact(Math.multiplyExact(row, count));
            if (dataset instanceof ChunkedDataset chunked) {
                byte[] rows = new byte[bytes];
                new Chunks(chunked, from, count, rows).copy();
                return ByteBuffer.wrap(rows);
            }
            if (dataset instanceof ContiguousDataset contiguous) {
                if (dataset.isEmpty() && bytes > 0) {
                    throw new InputException(place + ": has no values in this file, expected some");
                }
                return file.bytes(place, contiguous.getDataAddress() + from * row, bytes);
            }
            ByteBuffer all = ((DatasetBase) dataset).getDataBuffer();
            byte[] rows = new byte[bytes];
            all.get(Math.toIntExact(from * row), rows);
            return ByteBuffer.wrap(rows);
        });
    }

    /** Copies rows from the chunks that hold parts of them. */
    private final class Chunks {
        private final ChunkedDataset chunked;
        private final int[] axes;
        private final int[] sizes;
        private final long from;
        private final int count;
        private final byte[] out;

        Chunks(ChunkedDataset chunked, long from, int count, byte[] out) {
            this.chunked = chunked;
            this.axes = chunked.getDimensions();
            this.sizes = chunked.getChunkDimensions();
            this.from = from;
            this.count = count;
            this.out = out;
            for (int size : sizes) {
                if (size < 1) {
                    throw new InputException(place + ": found a chunk without elements, expected some");
                }
            }
        }

        /** Visits all chunks that overlap the rows. */
        void copy() {
            int[] at = new int[axes.length];
            at[0] = (int) (from / sizes[0] * sizes[0]);
            while (at[0] < from + count) {
                byte[] chunk = chunk(at);
                if (chunk != null) {
                    copy(chunk, at, 0, 0, 0);
                }
                int axis = axes.length - 1;
                at[axis] += sizes[axis];
                while (axis > 0 && at[axis] >= axes[axis]) {
                    at[axis] = 0;
                    axis--;
                    at[axis] += sizes[axis];
                }
            }
        }

        /** The elements of a chunk, null for one that was never written: its elements are 0. */
        private byte @Nullable [] chunk(int[] at) {
            long expected = element;
            for (int size : sizes) {
                expected = Math.multiplyExact(expected, size);
            }
            byte[] bytes;
            try {
                bytes = chunked.getDecompressedChunk(at);
            } catch (HdfException e) {
                if (!String.valueOf(e.getMessage()).startsWith("No chunk with offset")) {
                    throw e;
                }
                Object fill = dataset.getFillValue();
                if (fill != null && !(fill instanceof Number number && number.doubleValue() == 0)) {
                    throw new InputException(
                            place + ": found elements that were never written, with the value " + fill
                                    + ", expected all to be written",
                            e);
                }
                return null;
            }
            if (bytes.length != expected) {
                throw new InputException(place + ": found a chunk of " + bytes.length + " bytes, expected " + expected);
            }
            return bytes;
        }

        /**
         * Copies the part of a chunk that is in the rows.
         *
         * @param source the element of the chunk, for the axes before this one
         * @param target the element of the rows, for the axes before this one
         */
        private void copy(byte[] chunk, int[] at, int axis, int source, int target) {
            int begin = axis == 0 ? (int) Math.max(0, from - at[0]) : 0;
            long end = Math.min(sizes[axis], (axis == 0 ? from + count : axes[axis]) - at[axis]);
            int length = axis == 0 ? count : axes[axis];
            int shift = axis == 0 ? (int) (at[0] - from) : at[axis];
            if (axis == axes.length - 1) {
                int first = source * sizes[axis] + begin;
                int to = target * length + shift + begin;
                System.arraycopy(chunk, first * element, out, to * element, (int) (end - begin) * element);
                return;
            }
            for (int i = begin; i < end; i++) {
                copy(chunk, at, axis + 1, source * sizes[axis] + i, target * length + shift + i);
            }
        }
    }
}
